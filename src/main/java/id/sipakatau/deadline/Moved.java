package id.sipakatau.deadline;

import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Where a running clock moved when the city's calendar changed.
 *
 * @param from when it was due before
 * @param to when it is due now
 * @param standsUntil when a question stops it no longer; empty where none is open
 * @param dueThen when it is due after that; empty likewise
 */
record Moved(
        Instant from,
        Instant to,
        @Nullable Instant standsUntil,
        @Nullable Instant dueThen) {

    /** Whether anything is other than before. */
    static boolean differs(ClockRun before, ClockRun after) {
        return !before.dueAt().equals(after.dueAt())
                || !Objects.equals(before.standsUntil(), after.standsUntil())
                || !Objects.equals(before.dueThen(), after.dueThen());
    }

    static Moved between(ClockRun before, ClockRun after) {
        return new Moved(before.dueAt(), after.dueAt(), after.standsUntil(), after.dueThen());
    }

    /** As the journal remembers it. */
    Map<String, Object> facts() {
        var facts = new LinkedHashMap<String, Object>();
        facts.put("from", from.toString());
        facts.put("to", to.toString());
        if (standsUntil != null && dueThen != null) {
            facts.put("standsUntil", standsUntil.toString());
            facts.put("dueThen", dueThen.toString());
        }
        return facts;
    }

    static Moved read(Map<?, ?> facts) {
        return new Moved(
                time(facts, "from"),
                time(facts, "to"),
                optionalTime(facts, "standsUntil"),
                optionalTime(facts, "dueThen"));
    }

    ClockRun applied(ClockRun run) {
        var since = run.standsSince();
        var due = run.due(to, run.metAt());
        return since == null || standsUntil == null || dueThen == null
                ? due
                : due.standing(since, standsUntil, dueThen);
    }

    private static Instant time(Map<?, ?> facts, String name) {
        return Objects.requireNonNull(optionalTime(facts, name));
    }

    private static @Nullable Instant optionalTime(Map<?, ?> facts, String name) {
        var value = facts.get(name);
        return value == null ? null : Instant.parse(value.toString());
    }
}
