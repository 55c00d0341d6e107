package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The board of an agency reads what is on it, and not the years of work behind it. */
class BoardPlansTest {

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final Board board = new Board(GrownCity.jdbi(), InstantSource.fixed(GrownCity.NOW));

    @Test
    void counts_and_columns_come_from_their_indexes() {
        for (var column : board.of("kebersihan")) {
            assertThat(column.cases()).as(column.progress().name()).isNotEmpty();
            assertThat(column.count()).isGreaterThanOrEqualTo(column.cases().size());
        }
        var queries = plans.all(() -> board.of("kebersihan"));
        assertThat(queries).hasSize(4);
        queries.get(0).reads("complaint_board", 800);
        queries.get(0).reads("complaint_done", 800);
        queries.get(1).reads("complaint_board", 150);
        queries.get(2).reads("complaint_board", 150);
        queries.get(3).reads("complaint_done", 150);
    }
}
