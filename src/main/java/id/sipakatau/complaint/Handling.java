package id.sipakatau.complaint;

import id.sipakatau.city.City;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * How far the agency is.
 *
 * @param contestableUntil until when the reporter may say that it is not done
 * @param confirmedAt since when it counts as done; by the reporter, or because the reporter said nothing in time
 * @param stars what the reporter thinks of it, 1 to 5; empty where nothing was said
 * @param askedAt since when the agency waits for the reporter's answer; empty while no question is open
 * @param promisedBy by when the city promised to be done; empty until the complaint reached the agency
 * @param proposal a completion that waits for approval; only of what is at work
 */
public record Handling(
        Progress progress,
        @Nullable Outcome outcome,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant contestableUntil,
        @Nullable Instant confirmedAt,
        @Nullable Integer stars,
        @Nullable Instant askedAt,
        @Nullable Instant promisedBy,
        @Nullable Proposal proposal) {

    /** With nothing that waits for approval. */
    Handling(
            Progress progress,
            @Nullable Outcome outcome,
            @Nullable Instant startedAt,
            @Nullable Instant finishedAt,
            @Nullable Instant contestableUntil,
            @Nullable Instant confirmedAt,
            @Nullable Integer stars,
            @Nullable Instant askedAt,
            @Nullable Instant promisedBy) {
        this(progress, outcome, startedAt, finishedAt, contestableUntil, confirmedAt, stars, askedAt, promisedBy, null);
    }

    static Handling promised(@Nullable Instant by) {
        return new Handling(Progress.NOT_STARTED, null, null, null, null, null, null, null, by);
    }

    /** Whether it counts as done because the reporter said nothing. */
    public boolean isConfirmedBySilence() {
        return confirmedAt != null && stars == null;
    }

    /** An open question stays open: the work may begin before its answer. */
    Handling started(Instant now) {
        return new Handling(Progress.IN_PROGRESS, null, now, null, null, null, null, askedAt, promisedBy);
    }

    Handling asked(Instant now) {
        return new Handling(progress, outcome, startedAt, null, null, null, null, now, promisedBy);
    }

    Handling answered(@Nullable Instant promised) {
        return new Handling(progress, outcome, startedAt, null, null, null, null, null, promised);
    }

    /** An open question is none any more; the work goes on for everybody but staff. */
    Handling proposed(Proposal completion, @Nullable Instant promised) {
        return new Handling(progress, null, startedAt, null, null, null, null, null, promised, completion);
    }

    /** Nothing waits for approval any more; nobody approved it. */
    Handling withoutProposal() {
        return proposal == null
                ? this
                : new Handling(
                        progress,
                        outcome,
                        startedAt,
                        finishedAt,
                        contestableUntil,
                        confirmedAt,
                        stars,
                        askedAt,
                        promisedBy);
    }

    Handling finished(Outcome how, Instant now, City city, @Nullable Instant promised) {
        return new Handling(Progress.DONE, how, startedAt, now, until(now, city), null, null, null, promised);
    }

    /** Nobody is asked whether it is done. */
    Handling unanswerable() {
        return new Handling(progress, outcome, startedAt, finishedAt, null, confirmedAt, stars, askedAt, promisedBy);
    }

    /** What is done can be contested for the city's period from now; what is not done stays as it is. */
    Handling contestable(Instant now, City city) {
        if (progress != Progress.DONE) {
            return this;
        }
        var until = until(now, city);
        return new Handling(progress, outcome, startedAt, finishedAt, until, confirmedAt, stars, askedAt, promisedBy);
    }

    Handling promising(@Nullable Instant by) {
        return new Handling(
                progress, outcome, startedAt, finishedAt, contestableUntil, confirmedAt, stars, askedAt, by, proposal);
    }

    private static Instant until(Instant now, City city) {
        return city.calendar().after(now, city.contestPeriod());
    }

    Handling confirmed(Instant now, @Nullable Integer given) {
        return new Handling(progress, outcome, startedAt, finishedAt, contestableUntil, now, given, null, promisedBy);
    }
}
