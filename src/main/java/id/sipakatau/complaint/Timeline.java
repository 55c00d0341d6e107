package id.sipakatau.complaint;

import id.sipakatau.journal.Recorded;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a complaint, as one kind of reader may know it; a reading of the journal.
 *
 * @param steps oldest first
 */
public record Timeline(List<Step> steps) {

    /** Who reads; each sees more than the one before. */
    public enum Reader {
        /**
         * What the agency did, in the words that it wrote for everybody. No question and no answer: what the two write each
         * other is theirs.
         */
        PUBLIC(EnumSet.of(
                Act.ACCEPTED,
                Act.STARTED,
                Act.FINISHED,
                Act.HANDED_OVER,
                Act.SETTLED,
                Act.CONTESTED,
                Act.CONFIRMED,
                Act.RESCHEDULED,
                Act.INVOLVED,
                Act.PART_STARTED,
                Act.PART_FINISHED,
                Act.PART_RECALLED)),
        /** Also why it was dismissed, and what the reporter wrote; nothing of what stays inside the agency. */
        REPORTER(EnumSet.complementOf(EnumSet.of(Act.CORRECTED, Act.PROPOSED, Act.RETURNED, Act.WITHDRAWN))),
        STAFF(EnumSet.allOf(Act.class));

        private final Set<Act> acts;

        Reader(Set<Act> acts) {
            this.acts = acts;
        }
    }

    /**
     * One thing that happened.
     *
     * @param agency whose complaint it was afterwards
     * @param from the agency that handed it over or is involved, or the category before a correction
     * @param reason code of a dismissal's reason
     * @param stars what the reporter thinks of the work
     * @param silent whether it counts as confirmed because the reporter said nothing
     * @param words what was written with it, for this reader
     * @param findingReason why work counts as done in spite of what was found about its proof; for staff
     */
    public record Step(
            Act act,
            Instant at,
            String agency,
            @Nullable String from,
            @Nullable Outcome outcome,
            @Nullable DismissalReason reason,
            @Nullable Integer stars,
            boolean silent,
            @Nullable String words,
            @Nullable String findingReason) {}

    public Timeline {
        steps = List.copyOf(steps);
    }

    public static Timeline of(List<Recorded> history, Reader reader) {
        return new Timeline(history.stream()
                .flatMap(row ->
                        Act.in(row).filter(reader.acts::contains).stream().map(act -> step(act, row, reader)))
                .toList());
    }

    private static @Nullable String from(Act act, Recorded row) {
        if (act.isOfAnotherAgency()) {
            return row.fact("involved");
        }
        return act == Act.HANDED_OVER || act == Act.SETTLED ? row.fact("fromAgency") : row.fact("fromCategory");
    }

    /** The last step of that kind. */
    public Optional<Step> last(Act act) {
        return steps.reversed().stream().filter(step -> step.act == act).findFirst();
    }

    private static Step step(Act act, Recorded row, Reader reader) {
        var outcome = row.fact(act == Act.PROPOSED ? "proposed" : "outcome");
        var reason = row.fact("reason");
        var stars = row.fact("stars");
        // What the reporter writes after the validation was read by nobody before: it may name somebody.
        var unread = reader == Reader.PUBLIC && (act == Act.CONTESTED || act == Act.CONFIRMED);
        // What agencies say of each other, or ask each other, is for staff.
        var between = act == Act.DISPUTED || act == Act.INVOLVED;
        var hidden = unread || (between && reader != Reader.STAFF);
        return new Step(
                act,
                row.at(),
                String.valueOf(row.fact("agency")),
                from(act, row),
                (act == Act.FINISHED || act == Act.PROPOSED) && outcome != null ? Outcome.valueOf(outcome) : null,
                act == Act.DISMISSED && reason != null ? DismissalReason.valueOf(reason) : null,
                act == Act.CONFIRMED && stars != null ? Integer.valueOf(stars) : null,
                act == Act.CONFIRMED && row.fact("silence") != null,
                hidden ? null : row.words(row.words("words") == null ? "reason" : "words"),
                reader == Reader.STAFF ? row.words("findingReason") : null);
    }
}
