package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.ComponentName;
import android.content.Context;
import android.content.Intent;
import android.content.IntentFilter;
import android.content.pm.ActivityInfo;
import android.content.pm.PackageInfo;
import android.content.pm.ResolveInfo;
import android.content.pm.Signature;
import android.content.pm.SigningInfo;
import android.net.Uri;
import android.os.Bundle;
import android.os.Looper;
import androidx.browser.customtabs.CustomTabsService;
import androidx.browser.trusted.Token;
import androidx.browser.trusted.TrustedWebActivityIntentBuilder;
import androidx.browser.trusted.sharing.ShareData;
import androidx.browser.trusted.sharing.ShareTarget;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;
import org.robolectric.shadows.ShadowPackageManager;

@RunWith(RobolectricTestRunner.class)
public class LauncherActivityTest {

    private static final String TRUSTED = "android.support.customtabs.extra.LAUNCH_AS_TRUSTED_WEB_ACTIVITY";
    private static final Uri PHOTO = Uri.parse("content://gallery/1");
    private static final Uri OTHER_PHOTO = Uri.parse("content://gallery/2");

    private final Context context = RuntimeEnvironment.getApplication();
    private final Site site = new Site(context);
    private final ShadowPackageManager packages = shadowOf(context.getPackageManager());

    @Test
    public void a_browser_that_can_shows_the_site_as_an_app() {
        browser("org.example.browser", true, true);
        Intent opened = launch(new Intent(Intent.ACTION_MAIN));
        assertThat(opened.getPackage()).isEqualTo("org.example.browser");
        assertThat(opened.getData()).isEqualTo(site.start());
        assertThat(opened.getBooleanExtra(TRUSTED, false)).isTrue();
    }

    @Test
    public void the_browser_is_remembered_as_the_one_that_may_show_messages() {
        browser("org.example.browser", true, true);
        launch(new Intent(Intent.ACTION_MAIN));
        Token expected = Token.create("org.example.browser", context.getPackageManager());
        assertThat(new BrowserToken(context).load().serialize()).isEqualTo(expected.serialize());
    }

    @Test
    public void the_usual_browser_goes_first() {
        browser("org.example.first", true, true);
        browser("org.example.usual", true, true);
        ResolveInfo usual = new ResolveInfo();
        usual.activityInfo = new ActivityInfo();
        usual.activityInfo.packageName = "org.example.usual";
        usual.activityInfo.name = "Main";
        packages.addResolveInfoForIntent(
                new Intent(Intent.ACTION_VIEW, Uri.parse("https://")).addCategory(Intent.CATEGORY_BROWSABLE), usual);
        assertThat(TrustedBrowsers.choose(context)).contains("org.example.usual");
    }

    @Test
    public void without_a_browser_the_app_shows_the_site_itself() {
        assertIsWebView(launch(new Intent(Intent.ACTION_MAIN)));
    }

    @Test
    public void a_browser_that_only_has_tabs_does_not_count() {
        browser("org.example.tabs", false, true);
        assertIsWebView(launch(new Intent(Intent.ACTION_MAIN)));
    }

    @Test
    public void a_browser_that_refuses_is_not_waited_for() {
        browser("org.example.browser", true, false);
        assertIsWebView(launch(new Intent(Intent.ACTION_MAIN)));
    }

    @Test
    @Config(shadows = SilentBrowser.class)
    public void a_browser_that_does_not_answer_is_given_up() {
        browser("org.example.browser", true, true);
        LauncherActivity activity =
                Robolectric.buildActivity(LauncherActivity.class).setup().get();
        assertThat(shadowOf(activity).peekNextStartedActivity()).isNull();
        shadowOf(Looper.getMainLooper()).idleFor(Duration.ofMillis(LauncherActivity.PATIENCE));
        assertIsWebView(shadowOf(activity).getNextStartedActivity());
    }

    @Test
    public void a_link_to_a_complaint_opens_it_either_way() {
        Uri complaint = site.at(Uri.parse("/aduan/MKS-0001-0002"));
        Intent link = new Intent(Intent.ACTION_VIEW, complaint);
        assertThat(launch(link).getData()).isEqualTo(complaint);
        browser("org.example.browser", true, true);
        assertThat(launch(link).getData()).isEqualTo(complaint);
    }

    @Test
    public void a_link_to_another_site_opens_the_start() {
        Intent link = new Intent(Intent.ACTION_VIEW, Uri.parse("https://elsewhere.example/lapor"));
        assertThat(launch(link).getData()).isEqualTo(site.start());
    }

    @Test
    public void a_shared_photo_goes_to_the_share_target_of_the_site() {
        browser("org.example.browser", true, true);
        Intent opened = launch(new Intent(Intent.ACTION_SEND)
                .setType("image/jpeg")
                .putExtra(Intent.EXTRA_TEXT, "Lampu jalan mati")
                .putExtra(Intent.EXTRA_STREAM, PHOTO));
        Bundle to = opened.getBundleExtra(TrustedWebActivityIntentBuilder.EXTRA_SHARE_TARGET);
        ShareTarget target = ShareTarget.fromBundle(to);
        assertThat(target.action).isEqualTo(context.getString(R.string.address) + "/bagikan");
        assertThat(target.method).isEqualTo("POST");
        assertThat(target.encodingType).isEqualTo("multipart/form-data");
        assertThat(target.params.text).isEqualTo("text");
        assertThat(target.params.files).singleElement().satisfies(files -> {
            assertThat(files.name).isEqualTo("photos");
            assertThat(files.acceptedTypes).containsExactly("image/*");
        });
        ShareData data = ShareData.fromBundle(opened.getBundleExtra(TrustedWebActivityIntentBuilder.EXTRA_SHARE_DATA));
        assertThat(data.text).isEqualTo("Lampu jalan mati");
        assertThat(data.uris).containsExactly(PHOTO);
    }

    @Test
    public void shared_photos_are_handed_on_to_the_web_view_with_the_right_to_read_them() {
        Intent opened = launch(new Intent(Intent.ACTION_SEND_MULTIPLE)
                .putParcelableArrayListExtra(Intent.EXTRA_STREAM, new ArrayList<>(List.of(PHOTO, OTHER_PHOTO))));
        assertIsWebView(opened);
        assertThat(Shared.in(opened, context).photos()).containsExactly(PHOTO, OTHER_PHOTO);
        assertThat(opened.getFlags() & Intent.FLAG_GRANT_READ_URI_PERMISSION).isNotZero();
        assertThat(opened.getClipData().getItemCount()).isEqualTo(2);
    }

    @Test
    public void files_of_the_app_or_of_the_phone_cannot_be_smuggled_in_as_shared() {
        Uri own = CameraFiles.create(context);
        Uri ownAsUser = Uri.parse("content://0@" + own.getAuthority() + own.getPath());
        for (Uri wrong :
                List.of(own, ownAsUser, Uri.parse("file:///data/data/secret"), Uri.parse("https://x.example/"))) {
            Intent share = new Intent(Intent.ACTION_SEND).putExtra(Intent.EXTRA_STREAM, wrong);
            assertThat(Shared.in(share, context).isNothing())
                    .as(wrong.toString())
                    .isTrue();
        }
    }

    private void assertIsWebView(Intent opened) {
        assertThat(opened.getComponent()).isEqualTo(new ComponentName(context, WebActivity.class));
        assertThat(opened.getData()).isEqualTo(site.start());
    }

    private Intent launch(Intent intent) {
        LauncherActivity activity = Robolectric.buildActivity(LauncherActivity.class, intent)
                .setup()
                .get();
        shadowOf(Looper.getMainLooper()).idle();
        assertThat(activity.isFinishing()).isTrue();
        return shadowOf(activity).getNextStartedActivity();
    }

    /** A browser on the phone; an unwilling one makes no session. */
    private void browser(String name, boolean trusted, boolean willing) {
        PackageInfo installed = new PackageInfo();
        installed.packageName = name;
        installed.signingInfo = new SigningInfo();
        shadowOf(installed.signingInfo).setSignatures(new Signature[] {new Signature("00ff")});
        packages.installPackage(installed);
        ComponentName service = new ComponentName(name, name + ".Tabs");
        packages.addServiceIfNotPresent(service);
        IntentFilter filter = new IntentFilter(CustomTabsService.ACTION_CUSTOM_TABS_CONNECTION);
        if (trusted) {
            filter.addCategory(CustomTabsService.TRUSTED_WEB_ACTIVITY_CATEGORY);
        }
        packages.addIntentFilterForService(service, filter);
        shadowOf(RuntimeEnvironment.getApplication())
                .setComponentNameAndServiceForBindService(service, new BrowserStandIn(willing));
    }
}
