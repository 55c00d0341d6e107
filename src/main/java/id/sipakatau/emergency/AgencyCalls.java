package id.sipakatau.emergency;

import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The calls for help that staff see, and what the agency does about them. */
@ApplicationScoped
public class AgencyCalls {

    private static final String STAFF = EmergencyCalls.CALL.formatted("agency_complaint");

    private static final String OF_AGENCY = " WHERE (CAST(:agency AS text) IS NULL OR c.agency = :agency)";

    private static final int MOST_CLOSED = 20;

    private final Jdbi jdbi;
    private final Journal journal;
    private final InstantSource clock;

    AgencyCalls(Jdbi jdbi, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * The agency goes on with a call, and the journal says so, both or neither.
     *
     * @throws IllegalStep if the call's state or the actor's rights do not allow it
     */
    public EmergencyCall step(UUID id, Actor actor, CallStep step) {
        return jdbi.inTransaction(transaction -> {
            return take(transaction, EmergencyCalls.lock(transaction, id), actor, step);
        });
    }

    private EmergencyCall take(Handle transaction, EmergencyCall held, Actor actor, CallStep step) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var after = held.after(step, actor, now);
        transaction
                .createUpdate("""
                            UPDATE emergency_call SET
                                state = :state, seen_at = :seenAt, seen_by = :seenBy, dispatched_at = :dispatchedAt,
                                unit = :unit, on_scene_at = :onSceneAt, closed_at = :closedAt, closing = :closing,
                                false_alarm = :falseAlarm
                            WHERE complaint_id = :id
                            """)
                .bind("state", after.state().name())
                .bind("seenAt", after.seenAt())
                .bind("seenBy", after.seenBy())
                .bind("dispatchedAt", after.dispatchedAt())
                .bind("unit", after.unit())
                .bind("onSceneAt", after.onSceneAt())
                .bind("closedAt", after.closedAt())
                .bind("closing", after.closing())
                .bind("falseAlarm", after.falseAlarm())
                .bind("id", after.complaintId())
                .execute();
        journal.append(transaction, EmergencyCalls.entry(after, now, step.act(), actor, step.words()));
        return after;
    }

    /** A call by the number of its complaint, as far as this agency may see it. */
    public Optional<EmergencyCall> find(String number, String agency) {
        return jdbi.withHandle(
                handle -> handle.createQuery(STAFF + " WHERE c.tracking_number = :number AND c.agency = :agency")
                        .bind("number", number)
                        .bind("agency", agency)
                        .mapTo(EmergencyCall.class)
                        .findOne());
    }

    /** What is open, the oldest first; of every agency if none is given. */
    public List<EmergencyCall> open(@Nullable String agency) {
        return list(agency, " AND e.state <> 'CLOSED' ORDER BY e.received_at"); // index emergency_call_open
    }

    /** What ended last. */
    public List<EmergencyCall> closed(@Nullable String agency) {
        // index emergency_call_closed
        return list(agency, " AND e.state = 'CLOSED' ORDER BY e.closed_at DESC LIMIT " + MOST_CLOSED);
    }

    private List<EmergencyCall> list(@Nullable String agency, String which) {
        return jdbi.withHandle(handle -> handle.createQuery(STAFF + OF_AGENCY + which)
                .bind("agency", agency)
                .mapTo(EmergencyCall.class)
                .list());
    }

    /**
     * What is known of a device from before.
     *
     * @param calls earlier calls, at all agencies
     * @param falseAlarms how many of them were marked so
     */
    public record Earlier(long calls, long falseAlarms) {}

    /** What the device of a call did before it. */
    public Earlier earlier(EmergencyCall call) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS calls, count(*) FILTER (WHERE before.false_alarm) AS false_alarms
                        FROM emergency_call this JOIN emergency_call before
                          ON before.device_digest = this.device_digest AND before.received_at < this.received_at
                        WHERE this.complaint_id = :id
                        """) // index emergency_call_device
                .bind("id", call.complaintId())
                .mapTo(Earlier.class)
                .one());
    }

    /**
     * What of a crowd nobody has seen yet, those first that say something; none if it is not with the agency.
     *
     * @param agency of any agency if none is given
     */
    public List<EmergencyCall> crowd(UUID crowd, @Nullable String agency) {
        return jdbi.withHandle(handle -> handle.createQuery(STAFF + OF_AGENCY + """
                         AND e.crowd = :crowd AND e.state = 'RECEIVED'
                        ORDER BY (e.told OR e.words IS NOT NULL) DESC, e.again DESC, e.received_at
                        """) // index emergency_call_crowd
                .bind("agency", agency)
                .bind("crowd", crowd)
                .mapTo(EmergencyCall.class)
                .list());
    }

    /** How often the callers of these calls have been heard, by id; tells whether anything came since a call was shown. */
    public Map<UUID, Integer> heard(List<EmergencyCall> calls) {
        return jdbi.withHandle(handle -> heard(handle, calls));
    }

    private static Map<UUID, Integer> heard(Handle handle, List<EmergencyCall> calls) {
        var heard = new HashMap<UUID, Integer>();
        calls.forEach(call -> heard.put(call.complaintId(), 0));
        handle.createQuery("""
                        SELECT complaint_id, count(*) AS times FROM journal
                        WHERE complaint_id = ANY (:calls) AND act IN ('CALL_AGAIN', 'CALL_TOLD')
                        GROUP BY complaint_id
                        """) // index journal_complaint
                .bindArray("calls", UUID.class, List.copyOf(heard.keySet()))
                .map((row, context) -> Map.entry(row.getObject("complaint_id", UUID.class), row.getInt("times")))
                .forEach(each -> heard.put(each.getKey(), each.getValue()));
        return heard;
    }

    /**
     * Marks calls of a crowd as false alarms, all or none. What came after they were shown stays and rings on: another call,
     * and one whose caller was heard again.
     *
     * @param shown the numbers of the calls that the actor saw, each with how often its caller had been heard
     * @return how many were marked
     * @throws IllegalStep if the reason is missing or too long
     */
    public int falseAlarms(UUID crowd, Actor actor, Map<String, Integer> shown, String reason) {
        return jdbi.inTransaction(transaction -> {
            // In one order, so that two who hold several calls never wait for each other.
            var held = transaction
                    .createQuery(EmergencyCalls.OWN + """
                             WHERE e.crowd = :crowd AND e.state = 'RECEIVED' AND c.agency = :agency
                             ORDER BY e.complaint_id FOR UPDATE OF e
                            """) // index emergency_call_crowd
                    .bind("crowd", crowd)
                    .bind("agency", actor.agency())
                    .mapTo(EmergencyCall.class)
                    .list();
            var heard = heard(transaction, held);
            var same = held.stream()
                    .filter(call -> Objects.equals(heard.get(call.complaintId()), shown.get(call.trackingNumber())))
                    .toList();
            for (var call : same) {
                var seen = take(transaction, call, actor, new CallStep.See());
                take(transaction, seen, actor, new CallStep.FalseAlarm(reason));
            }
            return same.size();
        });
    }
}
