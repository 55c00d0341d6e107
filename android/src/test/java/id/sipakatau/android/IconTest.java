package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Context;
import android.graphics.Bitmap;
import android.graphics.Canvas;
import android.graphics.Color;
import android.graphics.drawable.AdaptiveIconDrawable;
import android.graphics.drawable.Drawable;
import java.util.Set;
import java.util.TreeSet;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.GraphicsMode;

/** The icons, made of the mark of the site, drawn as Android draws them. */
@RunWith(RobolectricTestRunner.class)
@GraphicsMode(GraphicsMode.Mode.NATIVE)
public class IconTest {

    private static final int SIDE = 216;
    /** Phones cut an icon to shapes that hold at least this circle: 66 of 108 units. */
    private static final int SEEN = 66;

    private final Context context = RuntimeEnvironment.getApplication();

    @Test
    public void the_icon_shows_the_mark_in_its_colours_where_every_phone_shows_it() {
        AdaptiveIconDrawable icon = (AdaptiveIconDrawable) context.getDrawable(R.mipmap.ic_launcher);
        assertThat(colours(icon.getForeground())).contains("#f98f47", "#00606c", "#002f38");
        assertThat(colours(icon.getBackground()))
                .containsExactly("#"
                        + Integer.toHexString(context.getColor(R.color.paper_light))
                                .substring(2));
    }

    @Test
    public void there_is_an_icon_in_one_colour_for_phones_that_tint_it() {
        AdaptiveIconDrawable icon = (AdaptiveIconDrawable) context.getDrawable(R.mipmap.ic_launcher);
        assertThat(colours(icon.getMonochrome())).containsExactly("#ffffff");
    }

    @Test
    public void the_small_icon_of_messages_is_white() {
        Bitmap picture = draw(context.getDrawable(R.drawable.notification));
        assertThat(Color.alpha(picture.getPixel(SIDE / 2, SIDE * 3 / 4))).isEqualTo(255);
        assertThat(picture.getPixel(SIDE / 2, SIDE * 3 / 4)).isEqualTo(Color.WHITE);
        assertThat(Color.alpha(picture.getPixel(1, 1))).isZero();
    }

    /** The colours of all that is fully drawn; of a layer with a hole, everything must lie in the circle that is seen. */
    private static Set<String> colours(Drawable layer) {
        Bitmap picture = draw(layer);
        boolean holed = Color.alpha(picture.getPixel(0, 0)) == 0;
        Set<String> colours = new TreeSet<>();
        for (int x = 0; x < SIDE; x++) {
            for (int y = 0; y < SIDE; y++) {
                int colour = picture.getPixel(x, y);
                if (Color.alpha(colour) == 255) {
                    colours.add("#" + Integer.toHexString(colour).substring(2));
                }
                if (holed && Color.alpha(colour) > 0) {
                    double fromCentre = Math.hypot(x - SIDE / 2.0, y - SIDE / 2.0) * 108 / SIDE;
                    assertThat(fromCentre).isLessThanOrEqualTo(SEEN / 2.0);
                }
            }
        }
        return colours;
    }

    private static Bitmap draw(Drawable picture) {
        Bitmap bitmap = Bitmap.createBitmap(SIDE, SIDE, Bitmap.Config.ARGB_8888);
        picture.setBounds(0, 0, SIDE, SIDE);
        picture.draw(new Canvas(bitmap));
        return bitmap;
    }
}
