package id.sipakatau.emergency.console;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.emergency.CallTimes;
import id.sipakatau.emergency.EmergencyCall;
import id.sipakatau.emergency.EmergencyCalls;
import id.sipakatau.emergency.roster.Duty;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gathers what staff see of calls. */
@ApplicationScoped
class CallCards {

    private final Jdbi jdbi;
    private final Staff staff;
    private final EmergencyCalls calls;
    private final City city;
    private final Roster roster;
    private final InstantSource clock;

    CallCards(Jdbi jdbi, Staff staff, EmergencyCalls calls, City city, Roster roster, InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.calls = calls;
        this.city = city;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * A call with what helps to answer it.
     *
     * @param posts the nearest stations; none where nobody knows the place
     * @param seenBy title of whoever saw it
     * @param onDuty whom to telephone; none before the alarm has grown louder, and after somebody saw it
     * @param otherwise what to dial where nobody is on duty then: the agency's own number, or the one for everything
     */
    record Card(
            EmergencyCall call,
            List<CallTimes.Step> steps,
            List<NearestPosts.Post> posts,
            EmergencyCalls.Earlier earlier,
            @Nullable String seenBy,
            List<Duty> onDuty,
            List<EmergencyNumber> otherwise) {

        public boolean seeable() {
            return call.isUnseen();
        }

        public boolean dispatchable() {
            return call.state() == EmergencyCall.State.SEEN || call.state() == EmergencyCall.State.DISPATCHED;
        }

        public boolean arrivable() {
            return call.state() == EmergencyCall.State.DISPATCHED;
        }

        public boolean closable() {
            return call.isOpen() && !call.isUnseen();
        }
    }

    List<Card> of(List<EmergencyCall> some) {
        var seers = some.stream()
                .map(EmergencyCall::seenBy)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        var names = jdbi.withHandle(handle -> staff.names(handle, seers));
        return some.stream().map(call -> card(call, names)).toList();
    }

    private Card card(EmergencyCall call, Map<UUID, String> names) {
        var isLouder = call.isUnseen() && call.level() > 0;
        var onDuty = isLouder ? roster.on(call.agency(), clock.instant()) : List.<Duty>of();
        return new Card(
                call,
                CallTimes.of(call),
                call.position().map(here -> NearestPosts.around(here, city)).orElse(List.of()),
                calls.earlier(call),
                call.seenBy() == null ? null : names.get(call.seenBy()),
                onDuty,
                isLouder && onDuty.isEmpty() ? List.of(number(call.agency())) : List.of());
    }

    private EmergencyNumber number(String agency) {
        return city.emergencyNumbers().stream()
                .filter(each -> each.agencyId().filter(agency::equals).isPresent())
                .findFirst()
                .orElseGet(() -> city.emergencyNumbers().getFirst());
    }
}
