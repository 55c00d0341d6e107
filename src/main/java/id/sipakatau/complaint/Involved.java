package id.sipakatau.complaint;

import id.sipakatau.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An agency that works on a complaint beside the one whose complaint it is, as everybody may know it who may know the
 * complaint.
 *
 * @param outcome how its part ended; empty until it has
 * @param promisedBy by when the city promised that the part is done
 * @param words what the agency wrote to everybody with the last step that counts; empty if it wrote nothing
 * @param photos of the result, by their ids; empty until the part is done
 */
public record Involved(
        String agency,
        Progress progress,
        @Nullable Outcome outcome,
        @Nullable Instant startedAt,
        @Nullable Instant finishedAt,
        @Nullable Instant promisedBy,
        @Nullable String words,
        List<UUID> photos) {

    /**
     * All agencies that work on one complaint.
     *
     * @param agency whose complaint it is
     * @param progress how far that agency is itself
     */
    public record Together(String agency, Progress progress, List<Involved> others) {

        public Together {
            others = List.copyOf(others);
        }

        /** How many they are. */
        public int count() {
            return 1 + others.size();
        }

        /** How many of them are done. */
        public long done() {
            return Stream.concat(Stream.of(progress), others.stream().map(Involved::progress))
                    .filter(each -> each == Progress.DONE)
                    .count();
        }
    }

    public Involved {
        photos = List.copyOf(photos);
    }

    /** What the agency wrote to everybody with the step at which its part stands; nothing of what stays among staff. */
    public static @Nullable String words(Progress progress, List<Recorded> history) {
        return switch (progress) {
            case NOT_STARTED -> null;
            case IN_PROGRESS -> lastWords(history, Act.STARTED);
            case DONE -> lastWords(history, Act.FINISHED);
        };
    }

    private static @Nullable String lastWords(List<Recorded> history, Act act) {
        return Timeline.of(history, Timeline.Reader.PUBLIC)
                .last(act)
                .map(Timeline.Step::words)
                .orElse(null);
    }
}
