package id.sipakatau.emergency.escalation;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyRules.Step;
import id.sipakatau.database.Database;
import id.sipakatau.emergency.EmergencyCalls;
import id.sipakatau.emergency.Lines;
import id.sipakatau.emergency.roster.Duty;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What happens to a call that nobody sees: each level once and in time, whichever node is there to take it. */
class EscalationTest {

    private static final City CITY = Makassar.city();
    private static final Duration WITHIN = CITY.emergency().seenWithin();
    private static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private final DataSource source = TestDatabase.source();
    private final Jdbi jdbi = Database.on(source);

    @Test
    void an_unseen_call_goes_through_all_levels_in_their_time() {
        var call = call(NOW);
        assertThat(node(NOW.plus(WITHIN).minusMillis(1)).next()).isFalse();
        for (int level = 1; level <= CITY.emergency().then().size(); level++) {
            var due = NOW.plus(WITHIN.multipliedBy(level));
            assertThat(node(due).next()).as("level %d", level).isTrue();
            assertThat(node(due).next()).as("once").isFalse();
            assertThat(level(call)).isEqualTo(level);
        }
        assertThat(node(NOW.plus(Duration.ofDays(1))).next()).isFalse();
        assertThat(told(call)).containsExactly("NEXT_ON_DUTY", "HEAD", "EVERYBODY");
    }

    @Test
    void a_call_that_was_seen_goes_through_none() {
        var call = call(NOW);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE emergency_call SET state = 'SEEN', seen_at = received_at, seen_by = gen_random_uuid()
                        WHERE complaint_id = :id
                        """).bind("id", call).execute());
        assertThat(node(NOW.plus(WITHIN)).next()).isFalse();
        assertThat(told(call)).isEmpty();
    }

    @Test
    void many_nodes_take_each_call_once() throws Exception {
        var calls = IntStream.range(0, 20).mapToObj(i -> call(NOW)).toList();
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var looks = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Integer>) () -> {
                        var node = node(NOW.plus(WITHIN));
                        int taken = 0;
                        while (node.next()) {
                            taken++;
                        }
                        return taken;
                    })
                    .toList();
            var taken =
                    nodes.invokeAll(looks).stream().mapToInt(Future::resultNow).sum();
            assertThat(taken).isEqualTo(20);
        }
        assertThat(calls).allSatisfy(call -> assertThat(told(call)).containsExactly("NEXT_ON_DUTY"));
    }

    @Test
    void what_a_node_had_in_hand_when_it_was_killed_another_takes_within_a_second() throws Exception {
        var call = call(NOW);
        var clock = InstantSource.fixed(NOW.plus(WITHIN));
        var taken = new CompletableFuture<Integer>();
        var gone = new CountDownLatch(1);
        var dying = new Roster(jdbi) {
            @Override
            public List<Duty> on(Handle handle, String agency, Instant at) {
                taken.complete(handle.createQuery("SELECT pg_backend_pid()")
                        .mapTo(Integer.class)
                        .one());
                try {
                    gone.await();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                return super.on(handle, agency, at);
            }
        };
        var first = new Escalation(Database.on(source), CITY, new Journal(), dying, clock);
        var failed = CompletableFuture.supplyAsync(first::next);
        int backend = taken.get(20, TimeUnit.SECONDS);

        var raised = new CompletableFuture<Long>();
        var watch = new Watch(
                new Escalation(Database.on(source), CITY, new Journal(), new Roster(jdbi), clock) {
                    @Override
                    boolean next() {
                        var done = super.next();
                        if (done) {
                            raised.complete(System.nanoTime());
                        }
                        return done;
                    }
                },
                quiet(),
                new Lines(jdbi, CITY, clock));
        watch.start(new StartupEvent());
        try {
            assertThat(node(NOW.plus(WITHIN)).next()).as("held by the first").isFalse();
            assertThat(raised).isNotDone();
            var killed = System.nanoTime();
            jdbi.useHandle(handle -> handle.createQuery("SELECT pg_terminate_backend(:pid)")
                    .bind("pid", backend)
                    .mapTo(Boolean.class)
                    .one());
            var took = Duration.ofNanos(raised.get(20, TimeUnit.SECONDS) - killed);
            assertThat(took).isLessThan(Duration.ofSeconds(1));
        } finally {
            watch.stop(new ShutdownEvent());
            gone.countDown();
        }
        assertThat(failed).failsWithin(Duration.ofSeconds(20));
        assertThat(told(call)).containsExactly("NEXT_ON_DUTY");
        assertThat(level(call)).isEqualTo(1);
    }

    @Test
    void a_level_tells_those_on_duty_whom_the_city_names_for_it() {
        duty("Pos 1", "081100000001", false, NOW.minusSeconds(7200));
        duty("Pos 2", "081100000002", false, NOW.minusSeconds(3600));
        duty("Kepala", "081100000003", true, NOW.minusSeconds(3600));
        var call = call(NOW);
        node(NOW.plus(WITHIN)).next();
        assertThat(summoned(call)).containsExactly("081100000002");
        node(NOW.plus(WITHIN.multipliedBy(2))).next();
        assertThat(summoned(call)).containsExactly("081100000002", "081100000003");
        node(NOW.plus(WITHIN.multipliedBy(3))).next();
        assertThat(summoned(call)).hasSize(5);
    }

    @Test
    void whoever_is_alone_on_duty_is_called_again() {
        var alone = new Duty(UUID.randomUUID(), "pemadam", "Pos 1", "081", null, false, NOW, NOW.plusSeconds(1));
        assertThat(Escalation.summoned(List.of(alone), Step.NEXT_ON_DUTY)).containsExactly(alone);
        assertThat(Escalation.summoned(List.of(alone), Step.HEAD))
                .as("nobody leads")
                .containsExactly(alone);
    }

    @Test
    void of_a_crowd_each_grows_louder_but_one_summons_tells_of_all_and_a_call_of_somebody_else_goes_first()
            throws Exception {
        duty("Pos 1", "081100000001", false, NOW.minusSeconds(7200));
        var many = IntStream.range(0, 20).mapToObj(i -> call(NOW)).toList();
        jdbi.useHandle(handle -> handle.execute("UPDATE emergency_call SET crowd = ?", UUID.randomUUID()));
        var other = call(NOW.plusSeconds(1));
        var node = node(NOW.plusSeconds(1).plus(WITHIN));
        assertThat(node.next()).isTrue();
        assertThat(level(other)).as("though it came last").isEqualTo(1);
        try (var nodes = Executors.newFixedThreadPool(4)) {
            var looks = IntStream.range(0, 4)
                    .mapToObj(i -> (Callable<Boolean>) () -> {
                        var own = node(NOW.plusSeconds(1).plus(WITHIN));
                        while (own.next()) {}
                        return true;
                    })
                    .toList();
            nodes.invokeAll(looks).forEach(Future::resultNow);
        }
        assertThat(many).allSatisfy(call -> assertThat(level(call)).isEqualTo(1));
        assertThat(many.stream().flatMap(call -> summoned(call).stream())).containsExactly("081100000001");
        assertThat(summoned(other)).containsExactly("081100000001");
    }

    private Escalation node(Instant now) {
        return new Escalation(Database.on(source), CITY, new Journal(), new Roster(jdbi), InstantSource.fixed(now));
    }

    /** Summons that finds nothing to send, and so needs no post. */
    @SuppressWarnings("NullAway")
    private Summons quiet() {
        return new Summons(Database.on(source), CITY, null, InstantSource.fixed(NOW));
    }

    private void duty(String name, String telephone, boolean lead, Instant from) {
        new Roster(jdbi).add("pemadam", name, telephone, null, lead, from, NOW.plusSeconds(7200));
    }

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private UUID call(Instant received) {
        var id = UUID.randomUUID();
        jdbi.useHandle(handle -> {
            handle.createUpdate("""
                            INSERT INTO complaint (
                                id, tracking_number, version, channel, received_at, body_digest, follow_digest, kind, agency,
                                category, emergency, description, position_source, anonymous, confidential, validation,
                                appealed, progress, updated_at)
                            VALUES (
                                :id, :number, 1, 'EMERGENCY', :at, sha256('x'), sha256(CAST(:number AS bytea)), 'COMPLAINT',
                                'pemadam', 'kebakaran-bangunan', true, 'Panggilan', 'NONE', false, false, 'PENDING',
                                false, 'NOT_STARTED', :at)
                            """)
                    .bind("id", id)
                    .bind("number", "MKS-TEST-" + NUMBER.incrementAndGet())
                    .bind("at", received)
                    .execute();
            handle.createUpdate("""
                            INSERT INTO emergency_call (complaint_id, state, pressed_at, received_at, device_digest,
                                                        seen_within, next_level_at)
                            VALUES (:id, 'RECEIVED', :at, :at, sha256('d'), interval '30 seconds', :due)
                            """)
                    .bind("id", id)
                    .bind("at", received)
                    .bind("due", received.plus(WITHIN))
                    .execute();
        });
        return id;
    }

    private int level(UUID call) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT level FROM emergency_call WHERE complaint_id = :id")
                .bind("id", call)
                .mapTo(Integer.class)
                .one());
    }

    private List<String> told(UUID call) {
        return jdbi.withHandle(handle -> new Journal().of(handle, call)).stream()
                .filter(row -> row.act().equals(EmergencyCalls.ESCALATED))
                .map(row -> row.fact("to"))
                .toList();
    }

    private List<String> summoned(UUID call) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT address FROM emergency_summons WHERE complaint_id = :id ORDER BY id")
                .bind("id", call)
                .mapTo(String.class)
                .list());
    }
}
