package id.sipakatau.android;

import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import androidx.browser.trusted.sharing.ShareData;
import androidx.browser.trusted.sharing.ShareTarget;
import java.util.ArrayList;
import java.util.List;

/** What another app has shared with this one: photos, words, or both. */
final class Shared {

    /** What the site takes; its web app manifest says the same under {@code share_target}. */
    static final String ACTION = "/bagikan";

    static final String PHOTOS = "photos";
    static final String TITLE = "title";
    static final String TEXT = "text";

    private static final int MOST_PHOTOS = 10;

    private final String title;
    private final String text;
    private final List<Uri> photos;

    private Shared(String title, String text, List<Uri> photos) {
        this.title = title;
        this.text = text;
        this.photos = photos;
    }

    /** What an intent brings; its sender may be anybody, so that files of this app itself are not taken. */
    static Shared in(Intent intent, Context context) {
        List<Uri> photos = new ArrayList<>();
        String action = intent.getAction();
        if (Intent.ACTION_SEND.equals(action) || Intent.ACTION_SEND_MULTIPLE.equals(action)) {
            for (Uri photo : streams(intent)) {
                if (isForeign(photo, context) && photos.size() < MOST_PHOTOS) {
                    photos.add(photo);
                }
            }
            return new Shared(extra(intent, Intent.EXTRA_SUBJECT), extra(intent, Intent.EXTRA_TEXT), photos);
        }
        return new Shared("", "", photos);
    }

    private static List<Uri> streams(Intent intent) {
        if (Intent.ACTION_SEND_MULTIPLE.equals(intent.getAction())) {
            List<Uri> several = intent.getParcelableArrayListExtra(Intent.EXTRA_STREAM);
            return several == null ? List.of() : several;
        }
        Uri one = intent.getParcelableExtra(Intent.EXTRA_STREAM);
        return one == null ? List.of() : List.of(one);
    }

    private static boolean isForeign(Uri photo, Context context) {
        return photo != null
                && "content".equals(photo.getScheme())
                && photo.getAuthority() != null
                && !photo.getAuthority().endsWith(CameraFiles.authority(context));
    }

    private static String extra(Intent intent, String name) {
        CharSequence text = intent.getCharSequenceExtra(name);
        return text == null ? "" : text.toString();
    }

    boolean isNothing() {
        return photos.isEmpty() && text.isEmpty() && title.isEmpty();
    }

    String title() {
        return title;
    }

    String text() {
        return text;
    }

    List<Uri> photos() {
        return photos;
    }

    /** Hands all of it on within the app, with the right to read the photos. */
    void putInto(Intent intent) {
        if (isNothing()) {
            return;
        }
        intent.setAction(Intent.ACTION_SEND_MULTIPLE)
                .putExtra(Intent.EXTRA_SUBJECT, title)
                .putExtra(Intent.EXTRA_TEXT, text)
                .putParcelableArrayListExtra(Intent.EXTRA_STREAM, new ArrayList<>(photos));
        if (!photos.isEmpty()) {
            ClipData clip = ClipData.newRawUri(null, photos.get(0));
            for (Uri photo : photos.subList(1, photos.size())) {
                clip.addItem(new ClipData.Item(photo));
            }
            intent.setClipData(clip);
            intent.addFlags(Intent.FLAG_GRANT_READ_URI_PERMISSION);
        }
    }

    /** The same for a browser that shows the site. */
    ShareData data() {
        return new ShareData(title, text, photos);
    }

    /** Where such a browser sends it. */
    static ShareTarget target(Site site) {
        return new ShareTarget(
                site.at(Uri.parse(ACTION)).toString(),
                ShareTarget.METHOD_POST,
                ShareTarget.ENCODING_TYPE_MULTIPART,
                new ShareTarget.Params(
                        TITLE, TEXT, List.of(new ShareTarget.FileFormField(PHOTOS, List.of("image/*")))));
    }
}
