package id.sipakatau.android;

import android.app.Activity;
import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.net.Uri;
import android.provider.MediaStore;
import android.webkit.WebChromeClient.FileChooserParams;
import java.util.ArrayList;
import java.util.List;

/** How a page's file input gets its photo, and what came of it. */
final class PhotoChooser {

    private final Context context;
    private Uri expected;

    PhotoChooser(Context context) {
        this.context = context;
    }

    boolean hasCamera() {
        PackageManager packages = context.getPackageManager();
        return packages.resolveActivity(new Intent(MediaStore.ACTION_IMAGE_CAPTURE), 0) != null;
    }

    /** Opens the camera, which writes the photo into a file of this app. */
    Intent camera() {
        expected = CameraFiles.create(context);
        Intent intent = new Intent(MediaStore.ACTION_IMAGE_CAPTURE)
                .putExtra(MediaStore.EXTRA_OUTPUT, expected)
                .addFlags(Intent.FLAG_GRANT_WRITE_URI_PERMISSION | Intent.FLAG_GRANT_READ_URI_PERMISSION);
        intent.setClipData(ClipData.newRawUri(null, expected));
        return intent;
    }

    /** Lets the person choose among what is on the phone. */
    Intent gallery(FileChooserParams wish) {
        expected = null;
        Intent intent = new Intent(Intent.ACTION_GET_CONTENT)
                .addCategory(Intent.CATEGORY_OPENABLE)
                .setType("image/*")
                .putExtra(Intent.EXTRA_ALLOW_MULTIPLE, wish.getMode() == FileChooserParams.MODE_OPEN_MULTIPLE);
        return Intent.createChooser(intent, context.getString(R.string.photo_from));
    }

    /** The photos that were taken or chosen; null if there is none, which is what a file input wants to hear. */
    Uri[] photos(int result, Intent data) {
        List<Uri> photos = new ArrayList<>();
        if (result == Activity.RESULT_OK) {
            if (expected != null) {
                addTaken(photos);
            } else if (data != null) {
                addChosen(photos, data);
            }
        }
        expected = null;
        return photos.isEmpty() ? null : photos.toArray(new Uri[0]);
    }

    private void addTaken(List<Uri> photos) {
        if (CameraFiles.isTaken(context, expected)) {
            photos.add(expected);
        }
    }

    private void addChosen(List<Uri> photos, Intent data) {
        ClipData several = data.getClipData();
        if (several != null) {
            for (int i = 0; i < several.getItemCount(); i++) {
                addForeign(photos, several.getItemAt(i).getUri());
            }
        } else {
            addForeign(photos, data.getData());
        }
    }

    /** Never a file of this app, whatever the chooser answered: pages must not read its own folder. */
    private void addForeign(List<Uri> photos, Uri photo) {
        if (photo != null
                && "content".equals(photo.getScheme())
                && !String.valueOf(photo.getAuthority()).endsWith(CameraFiles.authority(context))) {
            photos.add(photo);
        }
    }
}
