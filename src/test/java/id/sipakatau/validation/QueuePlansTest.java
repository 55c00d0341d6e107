package id.sipakatau.validation;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import org.junit.jupiter.api.Test;

/** The administrator's queue stays as quick as on the first day. */
class QueuePlansTest {

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final Queue queue = new Queue(GrownCity.jdbi(), InstantSource.fixed(GrownCity.NOW));

    @Test
    void the_queue_and_its_length_come_from_the_index_of_what_waits() {
        assertThat(queue.pending()).hasSize(Queue.PAGE);
        // Each line reads its clock too.
        plans.of(queue::pending).reads("complaint_pending", 300);
        plans.of(queue::pendingCount).reads("complaint_pending", 100);
    }

    @Test
    void the_last_decisions_come_from_their_index() {
        assertThat(queue.decided()).hasSize(Queue.PAGE);
        plans.of(queue::decided).reads("complaint_validated", 100);
    }
}
