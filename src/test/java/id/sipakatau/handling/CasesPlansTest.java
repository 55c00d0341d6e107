package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Progress;
import id.sipakatau.handling.assignment.Teams;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * The console of an agency reads what is on it, and not the years of work behind it. Each case shown costs about seven pages:
 * its own, its assignment and its two clocks, found by their indexes.
 */
class CasesPlansTest {

    private static final Cases.Viewer VIEWER = new Cases.Viewer("kebersihan", UUID.randomUUID());

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final InstantSource clock = InstantSource.fixed(GrownCity.NOW);
    /** Nobody is assigned anything in the grown city, so that nobody's name is asked for. */
    @SuppressWarnings("NullAway")
    private final Cases cases = new Cases(GrownCity.jdbi(), new Teams(GrownCity.jdbi(), null, clock), clock);

    @Test
    void counts_and_columns_come_from_their_indexes() {
        for (var column : cases.board(VIEWER, CaseFilter.ALL)) {
            assertThat(column.cases()).as(column.progress().name()).isNotEmpty();
            assertThat(column.count()).isGreaterThanOrEqualTo(column.cases().size());
        }
        var queries = plans.all(() -> cases.board(VIEWER, CaseFilter.ALL));
        assertThat(queries).hasSize(4);
        queries.get(0).reads("complaint_open", 800);
        queries.get(0).reads("complaint_done", 800);
        queries.get(1).reads("complaint_board", 600);
        queries.get(2).reads("complaint_board", 600);
        queries.get(3).reads("complaint_done", 600);
    }

    @Test
    void page_after_page_of_the_table_costs_the_same_and_holds_every_open_case_once() {
        var numbers = new ArrayList<String>();
        var order = new ArrayList<String>();
        Cases.Cursor after = null;
        do {
            var from = after;
            plans.of(() -> cases.page(VIEWER, CaseFilter.ALL, from)).reads("complaint_open", 450);
            var page = cases.page(VIEWER, CaseFilter.ALL, from);
            page.cases().forEach(each -> {
                numbers.add(each.number());
                order.add(each.order());
            });
            after = page.next();
            assertThat(after == null || Cases.Cursor.parse(after.toString()).equals(Optional.of(after)))
                    .isTrue();
        } while (after != null);
        var counts = cases.counts(VIEWER, CaseFilter.ALL);
        assertThat(numbers).doesNotHaveDuplicates();
        assertThat((long) numbers.size())
                .isEqualTo(
                        counts.getOrDefault(Progress.NOT_STARTED, 0L) + counts.getOrDefault(Progress.IN_PROGRESS, 0L));
        assertThat(order).isSorted();
    }

    @Test
    void what_is_done_is_read_from_its_index_page_after_page() {
        var done = CaseFilter.ALL.in(Progress.DONE);
        var first = cases.page(VIEWER, done, null);
        assertThat(first.cases()).hasSize(Cases.PAGE);
        plans.of(() -> cases.page(VIEWER, done, first.next())).reads("complaint_done", 450);
        var second = cases.page(VIEWER, done, first.next());
        assertThat(second.cases()).doesNotContainAnyElementsOf(first.cases());
    }

    @Test
    void single_cases_are_found_by_their_numbers() {
        var number = cases.page(VIEWER, CaseFilter.ALL, null).cases().getFirst().number();
        assertThat(cases.among(VIEWER, CaseFilter.ALL, List.of(number))).hasSize(1);
        plans.of(() -> cases.among(VIEWER, CaseFilter.ALL, List.of(number))).reads("complaint_tracking_number_key", 20);
        assertThat(cases.among(new Cases.Viewer("bpbd", UUID.randomUUID()), CaseFilter.ALL, List.of(number)))
                .isEmpty();
    }

    @Test
    void an_address_means_the_same_after_it_was_kept() {
        var address =
                "q=got+%26+kanal&milik=saya&status=sedang&kategori=kind-0-1&kelurahan=73.71.04.1001&jenis=aspirasi"
                        + "&lewat=1&darurat=1&dekat=-5.13%2C119.41";
        assertThat(Queries.filter(address).query()).isEqualTo(address);
        assertThat(Queries.filter("status=apa&milik=%zz&dekat=1&lewat=")).isEqualTo(CaseFilter.ALL);
    }
}
