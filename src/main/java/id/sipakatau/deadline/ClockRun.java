package id.sipakatau.deadline;

import id.sipakatau.city.Escalation;
import id.sipakatau.city.WorkingCalendar;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One run of a clock, from its start to what it was waiting for, or until it was dropped.
 *
 * @param ordinal its place among the runs of the complaint, from 1, in the order in which they began
 * @param agency whose time it is; empty for the administrator's
 * @param standsSince since when an open question stops it; empty while none does
 * @param standsUntil when it runs again by itself, answer or not; empty like {@code standsSince}
 * @param dueThen when it is due if it stands for as long as it may; empty like {@code standsSince}
 * @param metAt when what was waited for happened, in time or not
 * @param droppedAt when it ended without that: the complaint was dismissed, merged, corrected or handed over
 * @param level how many of the city's steps of escalation it has reached
 * @param nextLevelAt when it reaches the next one; empty if there is none, or the clock has ended
 */
public record ClockRun(
        int ordinal,
        Clock clock,
        @Nullable String agency,
        Instant startedAt,
        Instant dueAt,
        @Nullable Instant standsSince,
        @Nullable Instant standsUntil,
        @Nullable Instant dueThen,
        @Nullable Instant metAt,
        @Nullable Instant droppedAt,
        int level,
        @Nullable Instant nextLevelAt) {

    static ClockRun begun(int ordinal, Clock clock, @Nullable String agency, Instant at, Instant due) {
        return new ClockRun(ordinal, clock, agency, at, due, null, null, null, null, null, 0, null);
    }

    /** Whether somebody is still waited for; a clock that stands is running. */
    public boolean isRunning() {
        return metAt == null && droppedAt == null;
    }

    /** Whether an open question stops it at that moment. */
    public boolean stands(Instant now) {
        return isRunning() && standsUntil != null && now.isBefore(standsUntil);
    }

    /** When it is due as it looks at that moment: a question that waited too long for its answer stops it no longer. */
    public Instant due(Instant now) {
        return dueThen != null && !stands(now) ? dueThen : dueAt;
    }

    /** How near it is; nothing for a clock that stands or has ended. */
    public String urgency(Instant now) {
        return isRunning() && !stands(now) ? Urgency.of(due(now), now) : "";
    }

    ClockRun due(Instant due, @Nullable Instant met) {
        return new ClockRun(ordinal, clock, agency, startedAt, due, null, null, null, met, droppedAt, level, null);
    }

    ClockRun standing(Instant since, Instant until, Instant then) {
        return new ClockRun(
                ordinal, clock, agency, startedAt, dueAt, since, until, then, metAt, droppedAt, level, null);
    }

    ClockRun met(Instant at) {
        return new ClockRun(ordinal, clock, agency, startedAt, dueAt, null, null, null, at, null, level, null);
    }

    ClockRun dropped(@Nullable Instant at) {
        return new ClockRun(
                ordinal, clock, agency, startedAt, dueAt, standsSince, standsUntil, dueThen, metAt, at, level, null);
    }

    ClockRun escalated(int reached) {
        return new ClockRun(
                ordinal,
                clock,
                agency,
                startedAt,
                dueAt,
                standsSince,
                standsUntil,
                dueThen,
                metAt,
                droppedAt,
                reached,
                null);
    }

    /** Knows when it reaches the city's next step. A clock that stands reaches it at the earliest when it runs again. */
    ClockRun climbing(List<Escalation> steps, WorkingCalendar calendar, boolean aroundTheClock) {
        if (!isRunning() || level >= steps.size()) {
            return this;
        }
        var end = dueThen == null ? dueAt : dueThen;
        var at = calendar.share(startedAt, end, steps.get(level).percent(), aroundTheClock);
        var next = standsUntil != null && at.isBefore(standsUntil) ? standsUntil : at;
        return new ClockRun(
                ordinal,
                clock,
                agency,
                startedAt,
                dueAt,
                standsSince,
                standsUntil,
                dueThen,
                metAt,
                droppedAt,
                level,
                next);
    }
}
