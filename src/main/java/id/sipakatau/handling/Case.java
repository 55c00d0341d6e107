package id.sipakatau.handling;

import id.sipakatau.city.Heading;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint as the console lists it.
 *
 * @param whole number of the complaint of which it is the part of this agency; empty where it is all of it
 * @param stars what the reporter thinks of it; empty if it was confirmed by silence, or not yet
 * @param promisedBy what the reporter was promised; the lists are in its order
 * @param dueAt by when the work is to be done as it looks now
 * @param waiting whether a question to the reporter is open that stops the clock
 * @param proposed whether its completion waits for approval; {@code dueAt} is then of that
 * @param urgency how near {@code dueAt} is, as the name of a style
 * @param answerBy by when the reporter is to have a first word; empty where there was one
 * @param answerUrgency how near that is, likewise
 * @param assignment version of {@code assignee}
 * @param assignee whose it is, by the name that others see; empty for nobody's
 * @param metres how far it is from the operator, where that was asked
 * @param heading in which direction, likewise
 */
record Case(
        UUID id,
        String number,
        @Nullable String whole,
        int version,
        String title,
        Kind kind,
        String category,
        @Nullable String kelurahan,
        boolean emergency,
        boolean unvalidated,
        Progress progress,
        @Nullable Outcome outcome,
        @Nullable Instant promisedBy,
        @Nullable Instant dueAt,
        @Nullable Instant finishedAt,
        boolean confirmed,
        @Nullable Integer stars,
        boolean waiting,
        boolean proposed,
        String urgency,
        @Nullable Instant answerBy,
        String answerUrgency,
        int assignment,
        @Nullable String assignee,
        @Nullable Integer metres,
        @Nullable Heading heading) {

    private static final long LAST = 9_999_999_999_999L;

    /** The same with whose it is. */
    Case of(@Nullable String name) {
        return new Case(
                id,
                number,
                whole,
                version,
                title,
                kind,
                category,
                kelurahan,
                emergency,
                unvalidated,
                progress,
                outcome,
                promisedBy,
                dueAt,
                finishedAt,
                confirmed,
                stars,
                waiting,
                proposed,
                urgency,
                answerBy,
                answerUrgency,
                assignment,
                name,
                metres,
                heading);
    }

    /** Whether its distance is known; one of no metres is one too. */
    public boolean located() {
        return metres != null;
    }

    /** Names the case with the versions that were seen, in forms about several. */
    public String chosen() {
        return number + ":" + version + ":" + assignment;
    }

    /** Where it stands in its list: a script puts it before the first that is greater. */
    public String order() {
        if (metres != null) {
            return "%013d %s".formatted(metres.longValue(), id);
        } else if (progress == Progress.DONE) {
            return "%013d %s".formatted(LAST - (finishedAt == null ? 0 : finishedAt.toEpochMilli()), id);
        }
        return "%s%013d %s".formatted(emergency ? 0 : 1, promisedBy == null ? LAST : promisedBy.toEpochMilli(), id);
    }

    /** Where a page of the table ends. */
    public Cases.Cursor cursor() {
        var at = progress == Progress.DONE ? finishedAt : promisedBy;
        return new Cases.Cursor(emergency, at == null ? Instant.EPOCH : at, id);
    }
}
