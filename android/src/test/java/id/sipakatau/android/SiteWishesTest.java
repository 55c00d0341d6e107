package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.Manifest;
import android.app.Activity;
import android.content.ClipData;
import android.content.Context;
import android.content.Intent;
import android.content.pm.ActivityInfo;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.net.Uri;
import android.provider.MediaStore;
import android.webkit.PermissionRequest;
import android.webkit.WebChromeClient;
import android.webkit.WebChromeClient.FileChooserParams;
import android.webkit.WebView;
import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.shadows.ShadowActivity.IntentForResult;

/** What a page in the WebView wants of the phone, and what it gets. */
@RunWith(RobolectricTestRunner.class)
public class SiteWishesTest {

    private static final Uri PHOTO = Uri.parse("content://gallery/1");
    private static final Uri OTHER_PHOTO = Uri.parse("content://gallery/2");

    private final Context context = RuntimeEnvironment.getApplication();
    private final Site site = new Site(context);
    private final List<List<Uri>> answers = new ArrayList<>();
    private WebActivity activity;
    private WebView web;
    private WebChromeClient wishes;

    @Before
    public void open() {
        activity = Robolectric.buildActivity(WebActivity.class, new Intent())
                .setup()
                .get();
        web = WebActivityTest.web(activity);
        wishes = shadowOf(web).getWebChromeClient();
    }

    @Test
    public void the_camera_button_opens_the_camera_and_the_page_gets_its_photo() throws IOException {
        install(new Intent(MediaStore.ACTION_IMAGE_CAPTURE));
        grant(Manifest.permission.CAMERA);
        choose(true);
        Intent camera = started();
        assertThat(camera.getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
        assertThat(camera.getFlags() & Intent.FLAG_GRANT_WRITE_URI_PERMISSION).isNotZero();
        Uri file = camera.getParcelableExtra(MediaStore.EXTRA_OUTPUT);
        try (OutputStream photo = context.getContentResolver().openOutputStream(file)) {
            photo.write(new byte[] {(byte) 0xff, (byte) 0xd8});
        }
        shadowOf(activity).receiveResult(camera, Activity.RESULT_OK, null);
        assertThat(answers).containsExactly(List.of(file));
    }

    @Test
    public void the_camera_is_asked_for_when_it_is_needed() {
        install(new Intent(MediaStore.ACTION_IMAGE_CAPTURE));
        choose(true);
        assertThat(asked()).containsExactly(Manifest.permission.CAMERA);
        answer(PackageManager.PERMISSION_GRANTED);
        assertThat(started().getAction()).isEqualTo(MediaStore.ACTION_IMAGE_CAPTURE);
    }

    @Test
    public void whoever_refuses_the_camera_may_choose_a_photo() {
        install(new Intent(MediaStore.ACTION_IMAGE_CAPTURE));
        choose(true);
        asked();
        answer(PackageManager.PERMISSION_DENIED);
        assertThat(started().getAction()).isEqualTo(Intent.ACTION_CHOOSER);
    }

    @Test
    public void a_phone_without_a_camera_app_offers_its_photos() {
        choose(true);
        assertThat(started().getAction()).isEqualTo(Intent.ACTION_CHOOSER);
    }

    @Test
    public void the_gallery_button_takes_one_photo_or_several() {
        choose(false);
        Intent chooser = started();
        Intent gallery = chooser.getParcelableExtra(Intent.EXTRA_INTENT);
        assertThat(gallery.getAction()).isEqualTo(Intent.ACTION_GET_CONTENT);
        assertThat(gallery.getType()).isEqualTo("image/*");
        assertThat(gallery.getBooleanExtra(Intent.EXTRA_ALLOW_MULTIPLE, false)).isTrue();
        shadowOf(activity).receiveResult(chooser, Activity.RESULT_OK, new Intent().setData(PHOTO));

        choose(false);
        Intent several = new Intent();
        several.setClipData(ClipData.newRawUri(null, PHOTO));
        several.getClipData().addItem(new ClipData.Item(OTHER_PHOTO));
        shadowOf(activity).receiveResult(started(), Activity.RESULT_OK, several);
        assertThat(answers).containsExactly(List.of(PHOTO), List.of(PHOTO, OTHER_PHOTO));
    }

    @Test
    public void whoever_goes_back_can_press_the_button_again() {
        choose(false);
        shadowOf(activity).receiveResult(started(), Activity.RESULT_CANCELED, null);
        install(new Intent(MediaStore.ACTION_IMAGE_CAPTURE));
        grant(Manifest.permission.CAMERA);
        choose(true);
        shadowOf(activity).receiveResult(started(), Activity.RESULT_CANCELED, null);
        choose(true);
        // Some cameras say that all went well and have written nothing.
        shadowOf(activity).receiveResult(started(), Activity.RESULT_OK, null);
        assertThat(answers).containsExactly(null, null, null);
    }

    @Test
    public void a_chooser_cannot_make_the_page_read_the_apps_own_files() {
        choose(false);
        shadowOf(activity)
                .receiveResult(started(), Activity.RESULT_OK, new Intent().setData(CameraFiles.create(context)));
        choose(false);
        shadowOf(activity).receiveResult(started(), Activity.RESULT_OK, new Intent().setData(Uri.parse("file:///x")));
        assertThat(answers).containsExactly(null, null);
    }

    @Test
    public void the_position_is_for_the_site_alone() {
        List<Boolean> told = new ArrayList<>();
        grant(Manifest.permission.ACCESS_FINE_LOCATION);
        for (String foreign :
                List.of("https://elsewhere.example", "http://" + site.start().getHost())) {
            wishes.onGeolocationPermissionsShowPrompt(foreign, (origin, allow, retain) -> told.add(allow));
        }
        assertThat(told).containsExactly(false, false);
        wishes.onGeolocationPermissionsShowPrompt(
                context.getString(R.string.address), (origin, allow, retain) -> told.add(allow));
        assertThat(told).endsWith(true);
    }

    @Test
    public void an_approximate_position_is_enough_and_a_refusal_is_an_answer() {
        List<Boolean> told = new ArrayList<>();
        String own = context.getString(R.string.address);
        wishes.onGeolocationPermissionsShowPrompt(own, (origin, allow, retain) -> told.add(allow));
        assertThat(asked())
                .containsExactly(Manifest.permission.ACCESS_FINE_LOCATION, Manifest.permission.ACCESS_COARSE_LOCATION);
        answer(PackageManager.PERMISSION_DENIED, PackageManager.PERMISSION_GRANTED);
        wishes.onGeolocationPermissionsShowPrompt(own, (origin, allow, retain) -> told.add(allow));
        answer(PackageManager.PERMISSION_DENIED, PackageManager.PERMISSION_DENIED);
        assertThat(told).containsExactly(true, false);
    }

    @Test
    public void the_view_of_the_camera_is_for_the_site_alone_and_without_sound() {
        grant(Manifest.permission.CAMERA);
        Wish foreign = new Wish(Uri.parse("https://elsewhere.example"), PermissionRequest.RESOURCE_VIDEO_CAPTURE);
        Wish sound = new Wish(site.start(), PermissionRequest.RESOURCE_AUDIO_CAPTURE);
        Wish camera = new Wish(
                site.start(), PermissionRequest.RESOURCE_AUDIO_CAPTURE, PermissionRequest.RESOURCE_VIDEO_CAPTURE);
        List.of(foreign, sound, camera).forEach(wishes::onPermissionRequest);
        assertThat(foreign.granted).isEmpty();
        assertThat(sound.granted).isEmpty();
        assertThat(camera.granted).containsExactly(PermissionRequest.RESOURCE_VIDEO_CAPTURE);
    }

    private void choose(boolean camera) {
        wishes.onShowFileChooser(
                web, photos -> answers.add(photos == null ? null : Arrays.asList(photos)), new Chooser(camera));
    }

    private Intent started() {
        IntentForResult started = shadowOf(activity).getNextStartedActivityForResult();
        assertThat(started).isNotNull();
        return started.intent;
    }

    private String[] asked() {
        return shadowOf(activity).getLastRequestedPermission().requestedPermissions;
    }

    private void answer(int... results) {
        var request = shadowOf(activity).getLastRequestedPermission();
        activity.onRequestPermissionsResult(request.requestCode, request.requestedPermissions, results);
    }

    private void grant(String permission) {
        shadowOf(RuntimeEnvironment.getApplication()).grantPermissions(permission);
    }

    private void install(Intent intent) {
        ResolveInfo app = new ResolveInfo();
        app.activityInfo = new ActivityInfo();
        app.activityInfo.packageName = "org.example.camera";
        app.activityInfo.name = "Camera";
        shadowOf(context.getPackageManager()).addResolveInfoForIntent(intent, app);
    }

    private static final class Chooser extends FileChooserParams {

        private final boolean camera;

        Chooser(boolean camera) {
            this.camera = camera;
        }

        @Override
        public int getMode() {
            return camera ? MODE_OPEN : MODE_OPEN_MULTIPLE;
        }

        @Override
        public String[] getAcceptTypes() {
            return new String[] {"image/*"};
        }

        @Override
        public boolean isCaptureEnabled() {
            return camera;
        }

        @Override
        public CharSequence getTitle() {
            return null;
        }

        @Override
        public String getFilenameHint() {
            return null;
        }

        @Override
        public Intent createIntent() {
            throw new UnsupportedOperationException("The app makes its own");
        }
    }

    private static final class Wish extends PermissionRequest {

        private final Uri origin;
        private final String[] resources;
        private final List<String> granted = new ArrayList<>();

        Wish(Uri origin, String... resources) {
            this.origin = origin;
            this.resources = resources;
        }

        @Override
        public Uri getOrigin() {
            return origin;
        }

        @Override
        public String[] getResources() {
            return resources;
        }

        @Override
        public void grant(String[] allowed) {
            granted.addAll(List.of(allowed));
        }

        @Override
        public void deny() {
            granted.clear();
        }
    }
}
