package id.sipakatau.emergency;

import id.sipakatau.emergency.EmergencyCall.State;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The states of a call with their times, as caller and console show them. */
public final class CallTimes {

    private CallTimes() {}

    /**
     * A state.
     *
     * @param at since when; empty if it was not reached
     * @param mark style: {@code belum}, {@code sedang} or {@code telah} if it was reached
     */
    public record Step(State state, @Nullable Instant at, String icon, String mark, boolean current) {}

    public static List<Step> of(EmergencyCall call) {
        return List.of(
                step(call, State.RECEIVED, call.receivedAt(), "send", "belum"),
                step(call, State.SEEN, call.seenAt(), "eye", "sedang"),
                step(call, State.DISPATCHED, call.dispatchedAt(), "siren", "sedang"),
                step(call, State.ON_SCENE, call.onSceneAt(), "map-pin", "sedang"),
                step(call, State.CLOSED, call.closedAt(), "circle-check", "telah"));
    }

    private static Step step(EmergencyCall call, State state, @Nullable Instant at, String icon, String mark) {
        return new Step(state, at, icon, at == null ? "" : mark, call.state() == state);
    }
}
