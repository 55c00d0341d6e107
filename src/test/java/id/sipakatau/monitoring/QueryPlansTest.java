package id.sipakatau.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Position;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Plans;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the public asks for is read from the index that is meant for it, in a city of some years and under every filter. */
class QueryPlansTest {

    /** In pages of 8 kB, of which the whole table has more than 1,600. */
    private static final int FEW = 200;

    private static final int WHOLE_INDEX = 1_200;

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final InstantSource clock = InstantSource.fixed(GrownCity.NOW);
    private final PublicComplaints complaints = new PublicComplaints(GrownCity.jdbi(), clock);
    private final MapCells cells = new MapCells(GrownCity.jdbi(), clock);

    @Test
    void page_after_page_of_the_list_costs_the_same() {
        var filter = filter("");
        var first = complaints.newest(filter, null);
        assertThat(first.complaints()).hasSize(PublicComplaints.PAGE);
        plans.of(() -> complaints.newest(filter, null)).reads("complaint_published", 100);
        plans.of(() -> complaints.newest(filter, first.next())).reads("complaint_published", 100);
        var old = new PublicComplaints.Cursor(GrownCity.NOW.minusSeconds(700L * 86_400), UUID.randomUUID());
        assertThat(complaints.newest(filter, old).complaints()).hasSize(PublicComplaints.PAGE);
        plans.of(() -> complaints.newest(filter, old)).reads("complaint_published", 100);
    }

    @ParameterizedTest
    @CsvSource({
        "dinas=kebersihan",
        "dinas=kebersihan&kategori=kind-0-3",
        "jenis=aspirasi",
        "jenis=informasi",
        "status=belum",
        "status=sedang",
        "status=telah",
        "kecamatan=73.71.04",
        "hari=7",
        "hari=365"
    })
    void list_and_counts_under_a_filter_come_from_the_index_alone(String address) {
        var filter = filter(address);
        assertThat(complaints.newest(filter, null).complaints()).isNotEmpty();
        plans.of(() -> complaints.newest(filter, null)).reads("complaint_published", FEW);
        plans.of(() -> complaints.counts(filter)).reads("complaint_published", 350);
    }

    @Test
    void counts_of_all_come_from_the_index_alone() {
        plans.of(() -> complaints.counts(filter(""))).reads("complaint_published", 350);
    }

    @Test
    void what_was_put_right_this_week_is_found_by_its_day() {
        var here = new Position(-5.1339, 119.4056);
        // The newest of the grown city are not done yet, so the week is one that has passed.
        var then = GrownCity.NOW.minusSeconds(20L * 86_400);
        var earlier = new PublicComplaints(GrownCity.jdbi(), () -> then);
        assertThat(earlier.solved(null)).isNotEmpty();
        plans.of(() -> earlier.solved(null)).reads("complaint_solved", FEW);
        plans.of(() -> earlier.solved(here)).reads("complaint_solved", 1_000);
    }

    @Test
    void words_are_searched_in_their_index() {
        var rare = filter("q=kata3000");
        assertThat(complaints.newest(rare, null).complaints()).isNotEmpty();
        plans.of(() -> complaints.newest(rare, null)).reads("complaint_published_words", FEW);
        plans.of(() -> complaints.counts(rare)).reads("complaint_published_words", FEW);
        plans.of(() -> cells.of(rare, 13)).reads("complaint_published_words", 500);
        var frequent = filter("q=kata1");
        plans.of(() -> complaints.newest(frequent, null)).reads("complaint_published_words", 2_000);
    }

    @Test
    void a_window_of_the_map_is_read_from_its_index() {
        var window = filter("bbox=-5.15,119.43,-5.13,119.45");
        assertThat(cells.of(window, 17).complaints()).isNotEmpty();
        for (var plan : List.of(
                plans.of(() -> cells.of(window, 13)),
                plans.of(() -> complaints.newest(window, null)),
                plans.of(() -> complaints.counts(window)))) {
            plan.reads("complaint_published_position", FEW);
        }
        // Each of the hundreds that stand alone is looked up for its words, in about four pages.
        plans.of(() -> cells.of(window, 17)).reads("complaint_published_position", 2_500);
    }

    @ParameterizedTest
    @CsvSource({"''", "dinas=kebersihan", "'bbox=-5.3,119.3,-5.0,119.6'"})
    void the_map_of_the_whole_city_is_read_from_its_index(String address) {
        var filter = filter(address);
        assertThat(cells.of(filter, 12).cells()).isNotEmpty();
        plans.of(() -> cells.of(filter, 12)).reads("complaint_published_position", WHOLE_INDEX);
    }

    @Test
    void list_and_counts_of_a_window_as_wide_as_the_city_are_read_from_its_index_alone() {
        var wide = filter("bbox=-5.3,119.3,-5.0,119.6");
        assertThat(complaints.counts(wide)).isEqualTo(complaints.counts(filter("")));
        plans.of(() -> complaints.newest(wide, null)).reads("complaint_published_position", WHOLE_INDEX);
        plans.of(() -> complaints.counts(wide)).reads("complaint_published_position", WHOLE_INDEX);
    }

    @Test
    void several_filters_at_once_read_little() {
        var filter = filter("dinas=kebersihan&status=telah&kecamatan=73.71.04&hari=365&bbox=-5.3,119.3,-5.0,119.6");
        assertThat(complaints.newest(filter, null).complaints()).isNotEmpty();
        plans.of(() -> complaints.newest(filter, null)).reads("complaint_published_position", WHOLE_INDEX);
    }

    @Test
    void one_complaint_and_those_of_some_news_are_found_by_their_keys() {
        var number = new TrackingNumber(GrownCity.someNumber());
        var found = complaints.find(number).orElseThrow();
        plans.of(() -> complaints.find(number)).reads("complaint_tracking_number_key", 10);
        plans.of(() -> complaints.among(List.of(found.id()))).reads("complaint_pkey", 10);
    }

    @Test
    void a_single_on_the_map_has_its_own_words() {
        var single = cells.of(filter("q=kata3000"), 19).complaints().getFirst();
        var complaint = complaints.find(new TrackingNumber(single.no())).orElseThrow();
        assertThat(single.title()).startsWith(complaint.description().substring(0, 20));
    }

    private static Filter filter(String address) {
        var query = new MultivaluedHashMap<String, String>();
        var pairs = new HashMap<String, String>();
        for (var pair : address.isEmpty() ? new String[0] : address.split("&")) {
            pairs.put(pair.substring(0, pair.indexOf('=')), pair.substring(pair.indexOf('=') + 1));
        }
        pairs.forEach(query::putSingle);
        return Filter.of(query);
    }
}
