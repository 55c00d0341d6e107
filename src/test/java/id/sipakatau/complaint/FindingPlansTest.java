package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** One complaint is found at once, however many there are. */
class FindingPlansTest {

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final InstantSource clock = InstantSource.fixed(GrownCity.NOW);
    private final Journal journal = new Journal();
    private final Complaints complaints = new Complaints(
            GrownCity.jdbi(),
            Makassar.city(),
            journal,
            new Reporters(journal, clock),
            new FollowKey(GrownCity.jdbi()),
            clock);

    @Test
    void a_complaint_is_found_by_its_number_its_secret_and_its_id_through_an_index() {
        var number = new TrackingNumber(GrownCity.someNumber());
        assertThat(complaints.find(number)).isPresent();
        // And which agencies have a part of it, by the index complaint_parts.
        plans.of(() -> complaints.find(number)).reads("complaint_tracking_number_key", 14);
        plans.of(() -> complaints.find(new FollowSecret("A".repeat(22)))).reads("complaint_follow_digest_key", 10);
        plans.of(() -> complaints.find(UUID.randomUUID())).reads("complaint_pkey", 10);
    }
}
