package id.sipakatau.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.testing.GrownCity;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.Plans;
import java.time.InstantSource;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Who looks at what runs out of time reads what has run out, and not all the clocks that ever ran. */
class AttentionPlansTest {

    private final Plans plans = new Plans(GrownCity.jdbi());
    private final Attention attention =
            new Attention(GrownCity.jdbi(), Makassar.city(), InstantSource.fixed(GrownCity.NOW));

    @Test
    void late_clocks_are_found_by_their_index() {
        for (var person : new SignedIn[] {
            person(StaffRole.OPERATOR, "kebersihan"),
            person(StaffRole.ADMINISTRATOR, null),
            person(StaffRole.MAYOR, null)
        }) {
            assertThat(attention.of(person)).as(person.name()).isNotEmpty();
            var plan = plans.of(() -> attention.of(person));
            assertThat(plan.indexes()).as(plan.toString()).contains("complaint_clock_escalated");
            assertThat(plan.readWhole()).as(plan.toString()).doesNotContain("complaint_clock");
        }
    }

    private static SignedIn person(StaffRole role, @Nullable String agency) {
        return new SignedIn(UUID.randomUUID(), "siapa", role.name(), role, agency, false);
    }
}
