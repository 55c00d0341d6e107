package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class DeviceTest {

    @Test
    void a_network_says_less_than_an_address() {
        assertThat(network("203.0.113.7")).isEqualTo("203.0.113.0/24");
        assertThat(network("2001:db8:1:2::5")).isEqualTo("2001:db8:1::/48");
        assertThat(network("2001:db8::5")).isEqualTo("2001:db8:0::/48");
        assertThat(network("::1")).isEqualTo("0:0:0::/48");
        assertThat(network("fe80::1%eth0")).isEqualTo("fe80:0:0::/48");
        assertThat(network("unknown")).isEqualTo("unknown");
    }

    @Test
    void a_limit_counts_a_single_address_or_the_network_of_an_IPv6_line() {
        assertThat(new Device("203.0.113.7", "").limited()).isEqualTo("203.0.113.7");
        assertThat(new Device("2001:db8:1:2:3:4:5:6", "").limited()).isEqualTo("2001:db8:1:2");
        assertThat(new Device("2001:db8::6", "").limited()).isEqualTo("2001:db8:0:0");
    }

    @Test
    void a_browser_is_known_by_its_kind_only() {
        assertThat(Device.browser("Mozilla/5.0 (Linux; Android 14; SM-A055F) AppleWebKit/537.36 (KHTML, like Gecko) "
                        + "SamsungBrowser/26.0 Chrome/122.0.0.0 Mobile Safari/537.36"))
                .isEqualTo("Samsung Internet, Android");
        assertThat(Device.browser("Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"))
                .isEqualTo("Firefox, Windows");
        assertThat(Device.browser("curl/8")).isEmpty();
        assertThat(Device.browser(null)).isEmpty();
    }

    private static String network(String address) {
        return new Device(address, "").network();
    }
}
