package id.sipakatau.demo.photo;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Arrays;
import java.util.HashSet;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class SceneTest {

    private static final int LARGEST = 130_000;

    @ParameterizedTest
    @EnumSource
    void is_a_photograph_of_its_own_before_and_after(Scene scene) throws IOException {
        var before = scene.photograph(0, false);
        var after = scene.photograph(0, true);
        for (var jpeg : new byte[][] {before, after}) {
            assertThat(jpeg.length).isBetween(25_000, LARGEST);
            var image = decoded(jpeg);
            assertThat(image.getWidth()).isEqualTo(1280);
            assertThat(image.getHeight()).isEqualTo(960);
            assertThat(colours(image)).as("not a flat picture").isGreaterThan(300);
        }
        assertThat(difference(decoded(before), decoded(after)))
                .as("something has changed")
                .isGreaterThan(0.4);
    }

    @Test
    void the_same_variant_is_the_same_picture_and_another_one_another() {
        var first = Scene.RUBBISH_HEAP.photograph(3, false);
        assertThat(Scene.RUBBISH_HEAP.photograph(3, false)).isEqualTo(first);
        assertThat(Scene.RUBBISH_HEAP.photograph(4, false)).isNotEqualTo(first);
    }

    @Test
    void pictures_are_as_light_as_the_hour_they_show() throws IOException {
        assertThat(brightness(decoded(Scene.DARK_STREET.photograph(0, false))))
                .isLessThan(brightness(decoded(Scene.BEACH_LITTER.photograph(0, false))) / 2);
    }

    private static BufferedImage decoded(byte[] jpeg) throws IOException {
        return ImageIO.read(new ByteArrayInputStream(jpeg));
    }

    private static int colours(BufferedImage image) {
        var seen = new HashSet<Integer>();
        for (int y = 0; y < image.getHeight(); y += 16) {
            for (int x = 0; x < image.getWidth(); x += 16) {
                seen.add(image.getRGB(x, y) & 0xfcfcfc);
            }
        }
        return seen.size();
    }

    private static double brightness(BufferedImage image) {
        return Arrays.stream(image.getRGB(0, 0, image.getWidth(), image.getHeight(), null, 0, image.getWidth()))
                .mapToDouble(rgb -> (rgb >> 8 & 0xff))
                .average()
                .orElseThrow();
    }

    private static double difference(BufferedImage a, BufferedImage b) {
        long sum = 0;
        for (int y = 0; y < a.getHeight(); y += 4) {
            for (int x = 0; x < a.getWidth(); x += 4) {
                sum += Math.abs((a.getRGB(x, y) >> 8 & 0xff) - (b.getRGB(x, y) >> 8 & 0xff));
            }
        }
        return sum / (a.getWidth() / 4.0 * a.getHeight() / 4.0);
    }
}
