package id.sipakatau.readiness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.identity.ChangedClock;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.web.Situation;
import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What was declared, and until when it holds. */
class CityModesTest {

    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    private final Jdbi jdbi = TestDatabase.jdbi();
    private final ChangedClock clock = new ChangedClock();
    private final Node here = new Node();
    private final Node there = new Node();

    /** What each node has of its own. */
    private final class Node {
        final Situation situation = new Situation(clock);
        final CityModes modes = new CityModes(jdbi, new Journal(), situation, clock);
    }

    private Declared declared(Level level, Duration lasts) {
        return new Declared(level, "Banjir di Manggala.", null, clock.instant().plus(lasts));
    }

    @Test
    void a_mode_ends_by_itself_at_its_time() {
        assertThat(here.situation.current()).isNull();
        assertThat(here.modes.declare(declared(Level.ACTIVE, Duration.ofHours(6)), "Air naik", 0, ADMINISTRATOR))
                .isTrue();
        clock.pass(Duration.ofHours(6).minusNanos(1));
        assertThat(here.situation.active()).isTrue();
        clock.pass(Duration.ofNanos(1));
        assertThat(here.situation.active()).isFalse();
        assertThat(here.situation.current()).isNull();
    }

    @Test
    void standby_is_shown_and_is_not_active() {
        here.modes.declare(declared(Level.STANDBY, Duration.ofHours(1)), "Peringatan BMKG", 0, ADMINISTRATOR);
        assertThat(requireNonNull(here.situation.current()).level()).isEqualTo(Level.STANDBY);
        assertThat(here.situation.active()).isFalse();
    }

    @Test
    void the_last_declaration_holds_and_ending_is_one_too() {
        here.modes.declare(declared(Level.STANDBY, Duration.ofHours(1)), "Peringatan", 0, ADMINISTRATOR);
        here.modes.declare(declared(Level.ACTIVE, Duration.ofHours(2)), "Air naik", 1, ADMINISTRATOR);
        assertThat(here.situation.active()).isTrue();
        here.modes.declare(null, "Air surut", 2, ADMINISTRATOR);
        assertThat(here.situation.current()).isNull();
        var all = jdbi.withHandle(handle -> here.modes.newest(handle, 10));
        assertThat(all).extracting(CityModes.Declaration::mode).containsExactly(Level.OFF, Level.ACTIVE, Level.STANDBY);
        assertThat(all)
                .extracting(CityModes.Declaration::reason)
                .containsExactly("Air surut", "Air naik", "Peringatan");
    }

    @Test
    void each_declaration_is_a_row_of_the_journal_with_its_words_beside_it() {
        var by = Actor.head(UUID.randomUUID(), "bpbd");
        var wanted =
                new Declared(Level.ACTIVE, "Banjir.", "Flood.", clock.instant().plus(Duration.ofHours(6)));
        here.modes.declare(wanted, "Air naik", 0, by);
        var row = jdbi.withHandle(handle -> new Journal()
                        .rows(
                                handle,
                                handle.createQuery("SELECT seq FROM journal")
                                        .mapTo(Long.class)
                                        .list()))
                .getFirst();
        assertThat(row.act()).isEqualTo(CityModes.SET);
        assertThat(row.complaintId()).isNull();
        assertThat(row.actorId()).isEqualTo(by.account());
        assertThat(row.facts())
                .containsEntry("mode", "ACTIVE")
                .containsEntry("agency", "bpbd")
                .containsEntry("endsAt", wanted.endsAt().toString())
                .hasSize(3);
        assertThat(row.words("reason")).isEqualTo("Air naik");
        assertThat(row.words("message")).isEqualTo("Banjir.");
        assertThat(row.words("messageEnglish")).isEqualTo("Flood.");
    }

    @Test
    void another_node_knows_it_once_it_has_looked() {
        here.modes.declare(declared(Level.ACTIVE, Duration.ofHours(6)), "Air naik", 0, ADMINISTRATOR);
        assertThat(there.situation.active()).isFalse();
        there.modes.load();
        assertThat(there.situation.current()).isEqualTo(here.situation.current());
    }

    @Test
    void of_two_at_the_same_time_one_is_told_of_the_other() throws Exception {
        var nodes = List.of(here, there);
        try (var people = Executors.newVirtualThreadPerTaskExecutor()) {
            var both = people.invokeAll(nodes.stream()
                    .map(node -> (Callable<Boolean>) () -> node.modes.declare(
                            declared(Level.STANDBY, Duration.ofHours(1)), "Peringatan", 0, ADMINISTRATOR))
                    .toList());
            assertThat(List.of(both.get(0).get(), both.get(1).get())).containsExactlyInAnyOrder(true, false);
        }
        assertThat(here.situation.current())
                .isEqualTo(there.situation.current())
                .isNotNull();
        var count = jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM journal")
                .mapTo(Integer.class)
                .one());
        assertThat(count).isEqualTo(1);
    }

    @Test
    void the_database_refuses_more_than_seven_days_and_every_change() {
        var week = declared(Level.ACTIVE, Duration.ofDays(7));
        assertThat(here.modes.declare(week, "Gempa", 0, ADMINISTRATOR)).isTrue();
        assertThatThrownBy(() -> here.modes.declare(
                        declared(Level.ACTIVE, Duration.ofDays(7).plusSeconds(1)), "Gempa", 1, ADMINISTRATOR))
                .hasMessageContaining("city_mode");
        for (var change : List.of("UPDATE city_mode SET reason = 'x'", "DELETE FROM city_mode", "TRUNCATE city_mode")) {
            assertThatThrownBy(() -> jdbi.useHandle(handle -> handle.execute(change)))
                    .as(change)
                    .hasMessageContaining("never changed");
        }
    }

    @Test
    void who_reads_english_reads_the_indonesian_words_where_there_are_no_others() {
        var end = clock.instant().plusSeconds(60);
        var both = new Declared(Level.STANDBY, "Ombak tinggi.", "High waves.", end);
        assertThat(both.message(Locale.ENGLISH)).isEqualTo("High waves.");
        assertThat(both.language(Locale.ENGLISH)).isEqualTo("en");
        var one = new Declared(Level.STANDBY, "Ombak tinggi.", null, end);
        assertThat(one.message(Locale.ENGLISH)).isEqualTo("Ombak tinggi.");
        assertThat(one.language(Locale.ENGLISH)).isEqualTo("id");
    }
}
