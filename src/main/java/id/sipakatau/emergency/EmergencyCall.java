package id.sipakatau.emergency;

import static id.sipakatau.emergency.IllegalStep.Why.*;

import id.sipakatau.city.Position;
import id.sipakatau.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * One call for help, immutable.
 *
 * @param trackingNumber of its complaint
 * @param category of its complaint; only the agency's first until {@code told}
 * @param kelurahan where the call began
 * @param pressedAt when the person pressed, as far as the phone says; never after the receipt
 * @param again how often the same device called again while it was open
 * @param told whether the person said what it is
 * @param latitude where the person is now, with {@code longitude} and {@code positionAt}; empty if unknown
 * @param accuracyM radius of the phone's measurement in metres
 * @param unit which post or unit was sent
 * @param level how often it grew louder because nobody had seen it
 * @param closing how it ended; empty where its complaint was turned down
 * @param crowd which calls of one line it is gathered with while nobody has seen it; empty if it stands by itself
 */
public record EmergencyCall(
        UUID complaintId,
        String trackingNumber,
        String agency,
        String category,
        @Nullable String kelurahan,
        State state,
        Instant pressedAt,
        Instant receivedAt,
        int again,
        boolean told,
        @Nullable String words,
        @Nullable Double latitude,
        @Nullable Double longitude,
        @Nullable Double accuracyM,
        @Nullable Instant positionAt,
        @Nullable Instant seenAt,
        @Nullable UUID seenBy,
        @Nullable Instant dispatchedAt,
        @Nullable String unit,
        @Nullable Instant onSceneAt,
        @Nullable Instant closedAt,
        @Nullable String closing,
        boolean falseAlarm,
        int level,
        @Nullable UUID crowd) {

    /** How far the help has come. */
    public enum State {
        RECEIVED,
        SEEN,
        DISPATCHED,
        ON_SCENE,
        CLOSED
    }

    /** Longest words that go with a call, in characters of Unicode. */
    public static final int LONGEST_WORDS = 2_000;

    /** Longest name of a unit. */
    public static final int LONGEST_UNIT = 120;

    /** What takes longer from the press to the receipt counts as sent late. */
    static final Duration LATE = Duration.ofMinutes(1);

    public boolean isOpen() {
        return state != State.CLOSED;
    }

    public boolean isUnseen() {
        return state == State.RECEIVED;
    }

    /** Whether it waited on the phone for a line. */
    public boolean isLate() {
        return Duration.between(pressedAt, receivedAt).compareTo(LATE) > 0;
    }

    /** Whether the person said anything. */
    public boolean speaks() {
        return told || words != null;
    }

    /** Where the person is now, as far as it is known. */
    public Optional<Position> position() {
        return latitude == null || longitude == null
                ? Optional.empty()
                : Optional.of(new Position(latitude, longitude));
    }

    /**
     * The call after a step.
     *
     * @throws IllegalStep if its state or the actor's rights do not allow it; nothing has changed then
     */
    EmergencyCall after(CallStep step, Actor actor, Instant now) {
        require(actor.role() == Actor.Role.OPERATOR && agency.equals(actor.agency()), NOT_YOURS);
        return switch (step) {
            case CallStep.See() -> {
                require(state == State.RECEIVED, WRONG_STATE);
                yield new Moved(this, State.SEEN).seen(now, actor.account());
            }
            case CallStep.Dispatch(var sent) -> {
                require(state == State.SEEN || state == State.DISPATCHED, WRONG_STATE);
                yield new Moved(this, State.DISPATCHED).dispatched(now, words(sent, LONGEST_UNIT));
            }
            case CallStep.Arrive() -> {
                require(state == State.DISPATCHED, WRONG_STATE);
                yield new Moved(this, State.ON_SCENE).onScene(now);
            }
            case CallStep.Close(var how) -> {
                require(isOpen() && !isUnseen(), WRONG_STATE);
                yield new Moved(this, State.CLOSED).closed(now, words(how, LONGEST_WORDS), false);
            }
            case CallStep.FalseAlarm(var reason) -> {
                require(isOpen() && !isUnseen(), WRONG_STATE);
                yield new Moved(this, State.CLOSED).closed(now, words(reason, LONGEST_WORDS), true);
            }
        };
    }

    /**
     * The call as somebody may see it who joined it: how the help is, with the own receipt and position. What its first caller
     * told, and that there was one before, stays out.
     */
    EmergencyCall joinedBy(JoinedCall joined) {
        return new EmergencyCall(
                complaintId,
                trackingNumber,
                agency,
                category,
                null,
                state,
                joined.at(),
                joined.at(),
                0,
                false,
                null,
                joined.latitude(),
                joined.longitude(),
                joined.accuracyM(),
                joined.at(),
                seenAt,
                seenBy,
                dispatchedAt,
                unit,
                onSceneAt,
                closedAt,
                null,
                falseAlarm,
                level,
                null);
    }

    /** The words as they are kept. */
    static String words(String typed, int longest) {
        var text = typed.replace("\r\n", "\n").strip();
        require(!text.isEmpty(), WORDS_MISSING);
        require(text.codePointCount(0, text.length()) <= longest, WORDS_TOO_LONG);
        return text;
    }

    private static void require(boolean condition, IllegalStep.Why otherwise) {
        if (!condition) {
            throw new IllegalStep(otherwise);
        }
    }

    /** A call on its way to another state. */
    private record Moved(EmergencyCall from, State to) {

        EmergencyCall seen(Instant now, @Nullable UUID by) {
            return with(now, by, from.dispatchedAt, from.unit, from.onSceneAt, null, null, false);
        }

        EmergencyCall dispatched(Instant now, String unit) {
            return with(from.seenAt, from.seenBy, now, unit, null, null, null, false);
        }

        EmergencyCall onScene(Instant now) {
            return with(from.seenAt, from.seenBy, from.dispatchedAt, from.unit, now, null, null, false);
        }

        EmergencyCall closed(Instant now, String how, boolean falseAlarm) {
            return with(from.seenAt, from.seenBy, from.dispatchedAt, from.unit, from.onSceneAt, now, how, falseAlarm);
        }

        private EmergencyCall with(
                @Nullable Instant seen,
                @Nullable UUID by,
                @Nullable Instant dispatched,
                @Nullable String unit,
                @Nullable Instant onScene,
                @Nullable Instant closed,
                @Nullable String closing,
                boolean falseAlarm) {
            return new EmergencyCall(
                    from.complaintId,
                    from.trackingNumber,
                    from.agency,
                    from.category,
                    from.kelurahan,
                    to,
                    from.pressedAt,
                    from.receivedAt,
                    from.again,
                    from.told,
                    from.words,
                    from.latitude,
                    from.longitude,
                    from.accuracyM,
                    from.positionAt,
                    seen,
                    by,
                    dispatched,
                    unit,
                    onScene,
                    closed,
                    closing,
                    falseAlarm,
                    from.level,
                    from.crowd);
        }
    }
}
