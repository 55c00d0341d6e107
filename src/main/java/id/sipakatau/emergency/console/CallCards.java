package id.sipakatau.emergency.console;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.city.Position;
import id.sipakatau.emergency.AgencyCalls;
import id.sipakatau.emergency.CallTimes;
import id.sipakatau.emergency.EmergencyCall;
import id.sipakatau.emergency.JoinedCall;
import id.sipakatau.emergency.JoinedCalls;
import id.sipakatau.emergency.roster.Duty;
import id.sipakatau.emergency.roster.Roster;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gathers what staff see of calls. */
@ApplicationScoped
class CallCards {

    private final Jdbi jdbi;
    private final Staff staff;
    private final AgencyCalls calls;
    private final JoinedCalls joinedCalls;
    private final City city;
    private final Roster roster;
    private final InstantSource clock;

    CallCards(
            Jdbi jdbi,
            Staff staff,
            AgencyCalls calls,
            JoinedCalls joinedCalls,
            City city,
            Roster roster,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.calls = calls;
        this.joinedCalls = joinedCalls;
        this.city = city;
        this.roster = roster;
        this.clock = clock;
    }

    /**
     * A call with what helps to answer it.
     *
     * @param posts the nearest stations; none where nobody knows the place
     * @param joined who else called near to it from the same line, the last first
     * @param seenBy title of whoever saw it
     * @param onDuty whom to telephone; none before the alarm has grown louder, and after somebody saw it
     * @param otherwise what to dial where nobody is on duty then: the agency's own number, or the one for everything
     */
    record Card(
            EmergencyCall call,
            List<CallTimes.Step> steps,
            List<NearestPosts.Post> posts,
            AgencyCalls.Earlier earlier,
            List<Beside> joined,
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

    /** Somebody who joined a call: how far from it and where to. */
    record Beside(Instant at, double metres, NearestPosts.Compass towards) {}

    /**
     * Calls of one line that nobody has seen.
     *
     * @param calls how many
     * @param speaking how many of them say something
     * @param level the highest of them
     */
    record Crowd(UUID id, String agency, int calls, long speaking, Instant first, Instant last, int level) {

        static Crowd of(List<EmergencyCall> calls) {
            var times = calls.stream().map(EmergencyCall::receivedAt).sorted().toList();
            return new Crowd(
                    Objects.requireNonNull(calls.getFirst().crowd()),
                    calls.getFirst().agency(),
                    calls.size(),
                    calls.stream().filter(EmergencyCall::speaks).count(),
                    times.getFirst(),
                    times.getLast(),
                    calls.stream().mapToInt(EmergencyCall::level).max().orElseThrow());
        }
    }

    /** Open calls as the screens list them: what stands by itself before what is gathered. */
    record Board(List<Card> calls, List<Crowd> crowds) {
        public boolean isEmpty() {
            return calls.isEmpty() && crowds.isEmpty();
        }
    }

    private record Gathered(UUID crowd, String agency) {}

    /** Of a crowd of which only one is left nothing is gathered. */
    Board board(List<EmergencyCall> open) {
        var crowds = open.stream()
                .filter(call -> call.isUnseen() && call.crowd() != null)
                .collect(Collectors.groupingBy(
                        call -> new Gathered(Objects.requireNonNull(call.crowd()), call.agency()),
                        LinkedHashMap::new,
                        Collectors.toList()));
        crowds.values().removeIf(calls -> calls.size() == 1);
        var gathered = crowds.values().stream()
                .flatMap(List::stream)
                .map(EmergencyCall::complaintId)
                .collect(Collectors.toSet());
        var alone = open.stream()
                .filter(call -> !gathered.contains(call.complaintId()))
                .toList();
        return new Board(of(alone), crowds.values().stream().map(Crowd::of).toList());
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
                joinedCalls.of(call).stream()
                        .flatMap(each -> beside(call, each).stream())
                        .toList(),
                call.seenBy() == null ? null : names.get(call.seenBy()),
                onDuty,
                isLouder && onDuty.isEmpty() ? List.of(number(call.agency())) : List.of());
    }

    private static Optional<Beside> beside(EmergencyCall call, JoinedCall joined) {
        var there = new Position(joined.latitude(), joined.longitude());
        return call.position()
                .map(here -> new Beside(joined.at(), here.metresTo(there), NearestPosts.Compass.from(here, there)));
    }

    private EmergencyNumber number(String agency) {
        return city.emergencyNumbers().stream()
                .filter(each -> each.agencyId().filter(agency::equals).isPresent())
                .findFirst()
                .orElseGet(() -> city.emergencyNumbers().getFirst());
    }
}
