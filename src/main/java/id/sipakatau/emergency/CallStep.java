package id.sipakatau.emergency;

import java.util.Map;

/** What the agency does about a call, in this order; a second unit may be sent after the first. */
public sealed interface CallStep {

    /** Somebody has the call: the alarm ends. */
    record See() implements CallStep {}

    /** Somebody is on the way. */
    record Dispatch(String unit) implements CallStep {}

    /** They are there. */
    record Arrive() implements CallStep {}

    /** It is over. */
    record Close(String how) implements CallStep {}

    /** Nobody needed help; the device is marked, and may call again all the same. */
    record FalseAlarm(String reason) implements CallStep {}

    /** Name of the act in the journal. */
    default String act() {
        return switch (this) {
            case See() -> "CALL_SEEN";
            case Dispatch _ -> "CALL_DISPATCHED";
            case Arrive() -> "CALL_ON_SCENE";
            case Close _ -> "CALL_CLOSED";
            case FalseAlarm _ -> "CALL_FALSE_ALARM";
        };
    }

    /** What people wrote with it. */
    default Map<String, Object> words() {
        return switch (this) {
            case See _, Arrive _ -> Map.of();
            case Dispatch(var unit) -> Map.of("unit", unit.strip());
            case Close(var how) -> Map.of("words", how.strip());
            case FalseAlarm(var reason) -> Map.of("reason", reason.strip());
        };
    }
}
