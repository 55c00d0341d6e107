package id.sipakatau.android;

import static org.assertj.core.api.Assertions.assertThat;

import android.content.Intent;
import android.net.Uri;
import org.junit.Test;
import org.junit.runner.RunWith;
import org.robolectric.RobolectricTestRunner;
import org.robolectric.RuntimeEnvironment;

@RunWith(RobolectricTestRunner.class)
public class SiteTest {

    private final Site site = new Site(Uri.parse("https://lapor.example.go.id"));

    @Test
    public void it_begins_at_the_address_of_the_citys_data() {
        String address = RuntimeEnvironment.getApplication().getString(R.string.address);
        assertThat(address).startsWith("https://");
        assertThat(new Site(RuntimeEnvironment.getApplication()).start()).hasToString(address + "/beranda");
    }

    @Test
    public void its_own_pages_are_those_of_its_host_alone() {
        assertThat(site.owns(Uri.parse("https://lapor.example.go.id"))).isTrue();
        assertThat(site.owns(Uri.parse("https://LAPOR.example.go.id:443/aduan/1")))
                .isTrue();
        for (String foreign : new String[] {
            "http://lapor.example.go.id/",
            "https://lapor.example.go.id:8443/",
            "https://lapor.example.go.id.elsewhere.example/",
            "https://elsewhere.example/lapor.example.go.id",
            "https://x.lapor.example.go.id/",
            "https://lapor.example.go.id@elsewhere.example/",
            "https://me@lapor.example.go.id/",
            "https://elsewhere.example\\@lapor.example.go.id/",
            "javascript:alert(1)",
            "file:///lapor.example.go.id",
            "lapor.example.go.id",
            ""
        }) {
            assertThat(site.owns(Uri.parse(foreign))).as(foreign).isFalse();
        }
        assertThat(site.owns(null)).isFalse();
    }

    @Test
    public void a_link_to_the_site_opens_what_it_names() {
        assertThat(wanted(Intent.ACTION_VIEW, "https://lapor.example.go.id/aduan/MKS-1?a=%20b#foto"))
                .hasToString("https://lapor.example.go.id/aduan/MKS-1?a=%20b#foto");
    }

    @Test
    public void every_other_link_opens_the_start() {
        assertThat(wanted(Intent.ACTION_VIEW, "https://elsewhere.example/lapor"))
                .isEqualTo(site.start());
        assertThat(wanted(Intent.ACTION_MAIN, "https://lapor.example.go.id/lapor"))
                .isEqualTo(site.start());
        assertThat(site.wanted(new Intent())).isEqualTo(site.start());
    }

    private Uri wanted(String action, String page) {
        return site.wanted(new Intent(action, Uri.parse(page)));
    }
}
