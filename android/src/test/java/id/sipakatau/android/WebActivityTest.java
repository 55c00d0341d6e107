package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.view.View;
import android.view.ViewGroup;
import android.webkit.WebResourceRequest;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import android.widget.Button;
import android.widget.ScrollView;
import java.util.ArrayList;
import java.util.List;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.android.controller.ActivityController;
import org.robolectric.annotation.Config;

/** The site in a WebView: which pages, what stands where none comes, and the way back. */
@RunWith(RobolectricTestRunner.class)
public class WebActivityTest {

    private final Context context = RuntimeEnvironment.getApplication();
    private final Site site = new Site(context);
    private ActivityController<WebActivity> controller;
    private WebActivity activity;
    private WebView web;

    @Before
    public void open() {
        controller = Robolectric.buildActivity(WebActivity.class, new Intent()).setup();
        activity = controller.get();
        web = web(activity);
    }

    @Test
    public void it_begins_with_the_start_of_the_site() {
        assertThat(shadowOf(web).getLastLoadedUrl()).isEqualTo(site.start().toString());
    }

    @Test
    public void a_foreign_address_is_never_loaded() {
        Intent wrong = new Intent().setData(Uri.parse("https://elsewhere.example/"));
        WebView shown =
                web(Robolectric.buildActivity(WebActivity.class, wrong).setup().get());
        assertThat(shadowOf(shown).getLastLoadedUrl()).isEqualTo(site.start().toString());
    }

    @Test
    public void pages_can_read_no_files_and_load_nothing_unencrypted() {
        assertThat(web.getSettings().getAllowFileAccess()).isFalse();
        assertThat(web.getSettings().getMixedContentMode()).isEqualTo(1 /* never */);
        assertThat(web.getSettings().getJavaScriptEnabled()).isTrue();
        assertThat(web.getSettings().getDomStorageEnabled()).isTrue();
    }

    @Test
    public void own_pages_stay_and_others_go_to_other_apps() {
        assertThat(pages().shouldOverrideUrlLoading(web, request(site.at(Uri.parse("/lapor")), true)))
                .isFalse();
        for (String other : List.of("https://elsewhere.example/", "tel:112", "mailto:a@example.org", "geo:0,0")) {
            assertThat(pages().shouldOverrideUrlLoading(web, request(Uri.parse(other), true)))
                    .isTrue();
            Intent opened = shadowOf(activity).getNextStartedActivity();
            assertThat(opened.getAction()).isEqualTo(Intent.ACTION_VIEW);
            assertThat(opened.getData()).hasToString(other);
        }
    }

    @Test
    public void addresses_that_command_apps_are_left_alone() {
        for (String wrong :
                List.of("intent://x#Intent;scheme=x;end", "file:///etc/hosts", "content://x/y", "market://x")) {
            assertThat(pages().shouldOverrideUrlLoading(web, request(Uri.parse(wrong), true)))
                    .isTrue();
            assertThat(shadowOf(activity).getNextStartedActivity()).isNull();
        }
    }

    @Test
    public void without_a_network_a_screen_says_so_and_tries_again() {
        assertThat(offline().getVisibility()).isEqualTo(View.GONE);
        pages().onPageStarted(web, site.start().toString(), null);
        pages().onReceivedError(web, request(site.start(), true), null);
        pages().onPageFinished(web, site.start().toString());
        assertThat(offline().getVisibility()).isEqualTo(View.VISIBLE);
        assertThat(web.getVisibility()).isEqualTo(View.INVISIBLE);

        int before = shadowOf(web).getReloadInvocations();
        buttons().get(0).performClick();
        assertThat(shadowOf(web).getReloadInvocations()).isEqualTo(before + 1);
        pages().onPageStarted(web, site.start().toString(), null);
        pages().onPageFinished(web, site.start().toString());
        assertThat(offline().getVisibility()).isEqualTo(View.GONE);
        assertThat(web.getVisibility()).isEqualTo(View.VISIBLE);
    }

    @Test
    public void a_picture_that_does_not_come_is_no_reason_for_it() {
        pages().onReceivedError(web, request(site.at(Uri.parse("/foto/1")), false), null);
        assertThat(offline().getVisibility()).isEqualTo(View.GONE);
    }

    @Test
    public void the_emergency_numbers_of_the_city_can_be_dialled_from_there() {
        String[] numbers = context.getResources().getStringArray(R.array.emergency_numbers);
        assertThat(numbers).isNotEmpty();
        assertThat(buttons()).hasSize(1 + numbers.length);
        buttons().get(1).performClick();
        Intent dialled = shadowOf(activity).getNextStartedActivity();
        assertThat(dialled.getAction()).isEqualTo(Intent.ACTION_DIAL);
        assertThat(dialled.getData()).hasToString("tel:" + numbers[0]);
    }

    @Test
    @Config(qualifiers = "in-rID")
    public void it_speaks_indonesian() {
        assertThat(buttons().get(0).getText()).hasToString("Coba lagi");
    }

    @Test
    @Config(qualifiers = "en-rUS")
    public void it_speaks_english() {
        assertThat(buttons().get(0).getText()).hasToString("Try again");
    }

    @Test
    @Config(qualifiers = "ja-rJP")
    public void to_all_others_it_speaks_indonesian() {
        assertThat(buttons().get(0).getText()).hasToString("Coba lagi");
    }

    @Test
    public void back_goes_a_page_back() {
        shadowOf(web).pushEntryToHistory(site.start().toString());
        shadowOf(web).pushEntryToHistory(site.at(Uri.parse("/lapor")).toString());
        pages().doUpdateVisitedHistory(web, site.start().toString(), false);
        assertThat(new BackGesture(activity, web).go()).isTrue();
        assertThat(shadowOf(web).getGoBackInvocations()).isEqualTo(1);
        assertThat(activity.isFinishing()).isFalse();
    }

    @Test
    public void a_page_that_android_has_ended_begins_anew() {
        assertThat(pages().onRenderProcessGone(web, null)).isTrue();
    }

    private WebViewClient pages() {
        return shadowOf(web).getWebViewClient();
    }

    private View offline() {
        return find(activity.findViewById(android.R.id.content), ScrollView.class)
                .get(0);
    }

    private List<Button> buttons() {
        return find(offline(), Button.class);
    }

    static WebView web(WebActivity activity) {
        return find(activity.findViewById(android.R.id.content), WebView.class).get(0);
    }

    private static <V extends View> List<V> find(View root, Class<V> type) {
        List<V> found = new ArrayList<>();
        if (type.isInstance(root)) {
            found.add(type.cast(root));
        } else if (root instanceof ViewGroup) {
            for (int i = 0; i < ((ViewGroup) root).getChildCount(); i++) {
                found.addAll(find(((ViewGroup) root).getChildAt(i), type));
            }
        }
        return found;
    }

    static WebResourceRequest request(Uri page, boolean mainFrame) {
        return new Request(page, mainFrame);
    }
}
