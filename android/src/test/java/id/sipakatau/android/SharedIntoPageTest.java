package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;
import static org.robolectric.Shadows.shadowOf;

import android.content.Context;
import android.content.Intent;
import android.net.Uri;
import android.webkit.WebResourceResponse;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.json.JSONObject;
import org.junit.Before;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.Robolectric;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;
import org.robolectric.annotation.Config;

/** How shared photos get into the form where no browser does it. */
@RunWith(RobolectricTestRunner.class)
@Config(shadows = WorkersStandIn.class)
public class SharedIntoPageTest {

    private static final Uri PHOTO = Uri.parse("content://gallery/1");
    private static final Uri LOST = Uri.parse("content://gallery/2");

    private final Context context = RuntimeEnvironment.getApplication();
    private final Site site = new Site(context);
    private WebView web;
    private WebViewClient pages;

    @Before
    public void share() {
        shadowOf(context.getContentResolver())
                .registerInputStreamSupplier(PHOTO, () -> new ByteArrayInputStream(new byte[] {1, 2, 3}));
        shadowOf(context.getContentResolver()).registerInputStreamSupplier(LOST, () -> {
            throw new SecurityException("no longer readable");
        });
        Intent intent = new Intent(Intent.ACTION_SEND_MULTIPLE)
                .putExtra(Intent.EXTRA_TEXT, "\"); alert('x')\n</script>")
                .putParcelableArrayListExtra(Intent.EXTRA_STREAM, new ArrayList<>(List.of(PHOTO, LOST)));
        web = WebActivityTest.web(
                Robolectric.buildActivity(WebActivity.class, intent).setup().get());
        pages = shadowOf(web).getWebViewClient();
    }

    @Test
    public void the_first_page_of_the_site_is_given_it_and_no_other_page_ever() throws Exception {
        pages.onPageFinished(web, "https://elsewhere.example/");
        assertThat(shadowOf(web).getLastEvaluatedJavascript()).isNull();
        pages.onPageFinished(web, site.start().toString());
        String script = shadowOf(web).getLastEvaluatedJavascript();
        JSONObject shared = new JSONObject(script.substring(script.lastIndexOf("})(") + 3, script.length() - 1));
        assertThat(shared.getString("action")).isEqualTo("/bagikan");
        assertThat(shared.getString("field")).isEqualTo("photos");
        assertThat(shared.getJSONArray("photos").length()).isEqualTo(2);
        assertThat(shared.getJSONObject("words").getString("text")).isEqualTo("\"); alert('x')\n</script>");
        web.evaluateJavascript("nothing", null);
        pages.onPageFinished(web, site.start().toString());
        assertThat(shadowOf(web).getLastEvaluatedJavascript()).isEqualTo("nothing");
    }

    @Test
    public void the_page_finds_the_photo_at_an_address_of_its_own_site() throws IOException {
        WebResourceResponse answer = get(site.at(Uri.parse("/.aplikasi/foto/0")));
        assertThat(answer.getStatusCode()).isEqualTo(200);
        assertThat(answer.getMimeType()).isEqualTo("image/jpeg");
        assertThat(answer.getData().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    public void so_does_the_worker_of_the_site() throws IOException {
        Request request = new Request(site.at(Uri.parse("/.aplikasi/foto/0")), false);
        WebResourceResponse answer = WorkersStandIn.client.shouldInterceptRequest(request);
        assertThat(answer.getData().readAllBytes()).containsExactly(1, 2, 3);
    }

    @Test
    public void what_cannot_be_read_or_was_not_shared_is_not_there() {
        for (String path : List.of("1", "2", "-1", "x", "0/../../x", "")) {
            assertThat(get(site.at(Uri.parse("/.aplikasi/foto/" + path))).getStatusCode())
                    .as(path)
                    .isEqualTo(404);
        }
    }

    @Test
    public void all_other_requests_go_to_the_network() {
        assertThat(get(site.at(Uri.parse("/lapor")))).isNull();
        assertThat(get(Uri.parse("https://elsewhere.example/.aplikasi/foto/0"))).isNull();
    }

    private WebResourceResponse get(Uri address) {
        return pages.shouldInterceptRequest(web, new Request(address, false));
    }
}
