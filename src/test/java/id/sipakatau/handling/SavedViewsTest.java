package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Views that one person keeps in several windows at once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class SavedViewsTest {

    private static final int WINDOWS = 6;

    @Inject
    SavedViews views;

    @Test
    void of_views_kept_and_preferred_at_once_one_is_the_first() throws Exception {
        for (int round = 0; round < 5; round++) {
            var person = TestStaff.account(NewStaff.operator(TestStaff.username("banyak"), "Banyak", "kebersihan"));
            var together = new CyclicBarrier(WINDOWS);
            var keeping = new ArrayList<Callable<Boolean>>();
            for (int window = 0; window < WINDOWS; window++) {
                var name = "Tampilan " + window;
                keeping.add(() -> {
                    together.await(20, TimeUnit.SECONDS);
                    return views.keep(person, name, "milik=saya", true);
                });
            }
            try (var windows = Executors.newFixedThreadPool(WINDOWS)) {
                for (var kept : windows.invokeAll(keeping)) {
                    assertThat(kept.get()).isTrue();
                }
            }
            assertThat(views.of(person)).hasSize(WINDOWS);
            assertThat(views.of(person).stream().filter(SavedViews.View::preferred))
                    .hasSize(1);
        }
    }
}
