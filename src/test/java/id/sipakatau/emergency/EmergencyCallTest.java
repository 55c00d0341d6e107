package id.sipakatau.emergency;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import id.sipakatau.city.Position;
import id.sipakatau.emergency.EmergencyCall.State;
import id.sipakatau.journal.Actor;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class EmergencyCallTest {

    private static final Instant NOW = Instant.parse("2026-11-24T10:00:00Z");
    private static final Actor OWN = Actor.operator(UUID.randomUUID(), "pemadam");

    /** Each step, and the states from which it may be taken. */
    private static final Map<CallStep, List<State>> ALLOWED = Map.of(
            new CallStep.See(), List.of(State.RECEIVED),
            new CallStep.Dispatch("Pos 1"), List.of(State.SEEN, State.DISPATCHED),
            new CallStep.Arrive(), List.of(State.DISPATCHED),
            new CallStep.Close("Padam."), List.of(State.SEEN, State.DISPATCHED, State.ON_SCENE),
            new CallStep.FalseAlarm("Tidak ada api."), List.of(State.SEEN, State.DISPATCHED, State.ON_SCENE));

    @ParameterizedTest
    @EnumSource(State.class)
    void each_step_is_taken_from_its_states_and_refused_from_all_others(State state) {
        ALLOWED.forEach((step, states) -> {
            var refused = catchThrowable(() -> call(state).after(step, OWN, NOW));
            if (states.contains(state)) {
                assertThat(refused).as("%s from %s", step, state).isNull();
            } else {
                assertThat(refused)
                        .as("%s from %s", step, state)
                        .isInstanceOfSatisfying(
                                IllegalStep.class,
                                illegal -> assertThat(illegal.why()).isEqualTo(IllegalStep.Why.WRONG_STATE));
            }
        });
    }

    @Test
    void only_operators_of_the_agency_take_a_step() {
        for (var stranger : List.of(
                Actor.operator(UUID.randomUUID(), "bpbd"),
                Actor.administrator(UUID.randomUUID()),
                Actor.mayor(UUID.randomUUID()),
                Actor.REPORTER,
                Actor.SYSTEM)) {
            ALLOWED.forEach((step, states) -> assertThat(
                            catchThrowable(() -> call(states.getFirst()).after(step, stranger, NOW)))
                    .isInstanceOfSatisfying(
                            IllegalStep.class,
                            illegal -> assertThat(illegal.why()).isEqualTo(IllegalStep.Why.NOT_YOURS)));
        }
    }

    @Test
    void each_state_keeps_its_time() {
        var seen = call(State.RECEIVED).after(new CallStep.See(), OWN, NOW);
        var sent = seen.after(new CallStep.Dispatch(" Pos 1 "), OWN, NOW.plusSeconds(20));
        var there = sent.after(new CallStep.Arrive(), OWN, NOW.plusSeconds(400));
        var over = there.after(new CallStep.Close("Padam."), OWN, NOW.plusSeconds(900));
        assertThat(over.seenAt()).isEqualTo(NOW);
        assertThat(over.seenBy()).isEqualTo(OWN.account());
        assertThat(over.dispatchedAt()).isEqualTo(NOW.plusSeconds(20));
        assertThat(over.unit()).isEqualTo("Pos 1");
        assertThat(over.onSceneAt()).isEqualTo(NOW.plusSeconds(400));
        assertThat(over.closedAt()).isEqualTo(NOW.plusSeconds(900));
        assertThat(over.falseAlarm()).isFalse();
        assertThat(seen.after(new CallStep.FalseAlarm("Main-main."), OWN, NOW).falseAlarm())
                .isTrue();
    }

    @Test
    void what_has_to_be_said_is_asked_for() {
        assertThat(catchThrowable(() -> call(State.SEEN).after(new CallStep.Dispatch("  "), OWN, NOW)))
                .isInstanceOfSatisfying(
                        IllegalStep.class,
                        illegal -> assertThat(illegal.why()).isEqualTo(IllegalStep.Why.WORDS_MISSING));
        assertThat(catchThrowable(() -> call(State.SEEN).after(new CallStep.Close("x".repeat(2_001)), OWN, NOW)))
                .isInstanceOfSatisfying(
                        IllegalStep.class,
                        illegal -> assertThat(illegal.why()).isEqualTo(IllegalStep.Why.WORDS_TOO_LONG));
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-5.1, 119.4, 12", "-5.1, 119.4, -", "-5.1, 119.4, -3"})
    void a_measurement_is_read_as_a_browser_writes_it(String latitude, String longitude, String accuracy) {
        var fix = Objects.requireNonNull(Pressed.Fix.of(latitude, longitude, accuracy));
        assertThat(fix.position()).isEqualTo(new Position(-5.1, 119.4));
        assertThat(fix.accuracyMetres()).isEqualTo("12".equals(accuracy) ? 12.0 : null);
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {"-, 119.4", "95, 119.4", "NaN, 119.4", "-5.1, 1e2", "'', ''"})
    void what_is_no_measurement_is_none(String latitude, String longitude) {
        assertThat(Pressed.Fix.of(latitude, longitude, null)).isNull();
    }

    private static EmergencyCall call(State state) {
        var reached = state.ordinal();
        return new EmergencyCall(
                UUID.randomUUID(),
                "MKS-TEST-0000",
                "pemadam",
                "kebakaran-bangunan",
                null,
                state,
                NOW,
                NOW,
                0,
                false,
                null,
                null,
                null,
                null,
                null,
                reached >= 1 ? NOW : null,
                reached >= 1 ? OWN.account() : null,
                reached >= 2 ? NOW : null,
                reached >= 2 ? "Pos 1" : null,
                reached >= 3 ? NOW : null,
                reached >= 4 ? NOW : null,
                reached >= 4 ? "Padam." : null,
                false,
                0,
                null);
    }
}
