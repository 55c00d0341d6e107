package id.sipakatau.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Progress;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FilterTest {

    @Test
    void an_address_and_its_filter_say_the_same() {
        var address =
                Map.of("q", "sampah", "dinas", "kebersihan", "status", "sedang", "kecamatan", "73.71.04", "hari", "30");
        assertThat(filter(address).parameters()).isEqualTo(address);
        assertThat(filter(address).progress()).isEqualTo(Progress.IN_PROGRESS);
    }

    @Test
    void what_cannot_be_understood_is_left_out() {
        var filter = filter(Map.of("status", "entah", "hari", "-1", "bbox", "1,2,3", "q", "  ", "kategori", "\0"));
        assertThat(filter.isEmpty()).isTrue();
        assertThat(filter.window()).isNull();
    }

    @Test
    void a_window_is_south_west_north_east() {
        var window = filter(Map.of("bbox", "-5.2,119.3,-5.0,119.5")).window();
        assertThat(window).isEqualTo(new Filter.Window(119.3, -5.2, 119.5, -5.0));
        assertThat(filter(Map.of("bbox", "-5.0,119.5,-5.2,119.3")).window()).isNull();
        assertThat(filter(Map.of("bbox", "NaN,0,1,1")).window()).isNull();
        assertThat(filter(Map.of("bbox", "-91,0,1,1")).window()).isNull();
    }

    private static Filter filter(Map<String, String> address) {
        var query = new MultivaluedHashMap<String, String>();
        address.forEach(query::putSingle);
        return Filter.of(query);
    }
}
