package id.sipakatau.handling.assignment;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** A team that several change at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class TeamsTest {

    private static final int HEADS = 6;

    @Inject
    Teams teams;

    @Test
    void several_put_the_same_member_into_a_team_at_once() throws Exception {
        var member = TestStaff.account(NewStaff.operator(TestStaff.username("anggota"), "Anggota", "kebersihan"));
        var name = TestStaff.username("Regu");
        assertThat(teams.make("kebersihan", name, List.of())).isTrue();
        var team = teams.of("kebersihan").stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
        for (int round = 0; round < 5; round++) {
            assertThat(teams.change("kebersihan", team, List.of())).isTrue();
            var together = new CyclicBarrier(HEADS);
            Callable<Boolean> change = () -> {
                together.await(20, TimeUnit.SECONDS);
                return teams.change("kebersihan", team, List.of(member));
            };
            try (var heads = Executors.newFixedThreadPool(HEADS)) {
                for (var changed : heads.invokeAll(Collections.nCopies(HEADS, change))) {
                    assertThat(changed.get()).isTrue();
                }
            }
        }
        assertThat(teams.change("pemadam", team, List.of()))
                .as("of another agency")
                .isFalse();
    }
}
