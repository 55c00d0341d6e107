package id.sipakatau.emergency;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.AnotherUnderSameId;
import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.identity.Reporter;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.web.Texts;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All calls for help: taking one in, what its caller adds, what the agency does. */
@ApplicationScoped
public class EmergencyCalls {

    /** The same device called again while its call was open. */
    public static final String AGAIN = "CALL_AGAIN";

    /** The caller said what it is, wrote something or sent a photo. */
    public static final String TOLD = "CALL_TOLD";

    /** Nobody had seen the call in time, and others were called. */
    public static final String ESCALATED = "CALL_ESCALATED";

    private static final String CALL = """
            SELECT e.complaint_id, c.tracking_number, c.agency, c.category, c.kelurahan, e.state, e.pressed_at,
                   e.received_at, e.again, e.told, e.words, e.position[1] AS latitude, e.position[0] AS longitude,
                   e.accuracy_m, e.position_at, e.seen_at, e.seen_by, e.dispatched_at, e.unit, e.on_scene_at,
                   e.closed_at, e.closing, e.false_alarm, e.level
            FROM emergency_call e JOIN %s c ON c.id = e.complaint_id
            """;

    /** As its caller sees it. */
    private static final String OWN = CALL.formatted("complaint");

    /** As staff see it. */
    private static final String STAFF = CALL.formatted("agency_complaint");

    private static final int MOST_CLOSED = 20;

    private final Jdbi jdbi;
    private final City city;
    private final Complaints complaints;
    private final Journal journal;
    private final InstantSource clock;

    EmergencyCalls(Jdbi jdbi, City city, Complaints complaints, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.complaints = complaints;
        this.journal = journal;
        this.clock = clock;
    }

    /** The emergencies that an agency answers, in the order of the screens. */
    public List<Category> kinds(String agency) {
        return city.categories(agency).stream().filter(Category::emergency).toList();
    }

    /**
     * Takes a call in, or adds it to the call of this device that is open at the same agency. The same call sent again
     * changes nothing.
     *
     * @return the secret that opens the caller's page
     * @throws IllegalArgumentException if the agency answers no emergencies
     */
    public FollowSecret take(Pressed pressed) {
        try {
            return file(pressed);
        } catch (AnotherUnderSameId taken) {
            // Whatever it is that has this id: a call is never refused.
            return file(pressed.anew());
        }
    }

    private FollowSecret file(Pressed pressed) {
        var category = kinds(pressed.agency()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No emergencies are answered by " + pressed.agency()));
        return jdbi.inTransaction(transaction -> {
            // Two presses of one device wait for each other, so that both find the same call.
            transaction
                    .createQuery("SELECT pg_advisory_xact_lock(hashtext('emergency ' || encode(:device, 'hex')))")
                    .bind("device", pressed.device())
                    .mapToMap()
                    .one();
            var digest = Pressed.digest(pressed.agency() + " " + pressed.key());
            var repeated = complaints.receipt(pressed.id(), digest);
            if (repeated.isPresent()) {
                return repeated.get().secret();
            }
            var open = openOf(transaction, pressed);
            if (open.isPresent()) {
                addTo(transaction, open.get(), pressed);
                return complaints.secretOf(open.get().complaintId());
            }
            var filing = new Filing(
                    pressed.id(),
                    Channel.EMERGENCY,
                    Kind.COMPLAINT,
                    category,
                    Texts.of(Texts.INDONESIAN).text("emergency_description"),
                    pressed.place(city),
                    new Complaint.Privacy(false, false),
                    Reporter.UNKNOWN,
                    digest,
                    List.of());
            return complaints
                    .file(filing, (inside, complaint) -> insert(inside, complaint, pressed))
                    .secret();
        });
    }

    private Optional<EmergencyCall> openOf(Handle transaction, Pressed pressed) {
        return transaction
                .createQuery(OWN + """
                         WHERE e.device_digest = :device AND e.state <> 'CLOSED' AND c.agency = :agency
                         ORDER BY e.received_at DESC LIMIT 1 FOR UPDATE OF e
                        """) // index emergency_call_device
                .bind("device", pressed.device())
                .bind("agency", pressed.agency())
                .mapTo(EmergencyCall.class)
                .findOne();
    }

    private void addTo(Handle transaction, EmergencyCall open, Pressed pressed) {
        transaction
                .createUpdate("UPDATE emergency_call SET again = again + 1 WHERE complaint_id = :id")
                .bind("id", open.complaintId())
                .execute();
        locate(transaction, open.complaintId(), pressed.where(), now());
        record(transaction, open, AGAIN, Actor.REPORTER, Map.of());
    }

    private void insert(Handle transaction, Complaint complaint, Pressed pressed) {
        transaction
                .createUpdate("""
                        INSERT INTO emergency_call (complaint_id, state, pressed_at, received_at, device_digest,
                                                    seen_within, next_level_at)
                        VALUES (:id, 'RECEIVED', :pressed, :received, :device,
                                make_interval(secs => :seconds), :nextLevel)
                        """)
                .bind("id", complaint.id())
                .bind("pressed", complaint.receivedAt().minus(pressed.waited()))
                .bind("received", complaint.receivedAt())
                .bind("device", pressed.device())
                .bind("seconds", (double) city.emergency().seenWithin().toSeconds())
                .bind("nextLevel", complaint.receivedAt().plus(city.emergency().seenWithin()))
                .execute();
        locate(transaction, complaint.id(), pressed.where(), complaint.receivedAt());
    }

    /** The call whose caller holds this secret. */
    public Optional<EmergencyCall> find(FollowSecret secret) {
        return complaints.find(secret).flatMap(complaint -> jdbi.withHandle(handle -> find(handle, complaint.id())));
    }

    private static Optional<EmergencyCall> find(Handle handle, UUID id) {
        return handle.createQuery(OWN + " WHERE e.complaint_id = :id")
                .bind("id", id)
                .mapTo(EmergencyCall.class)
                .findOne();
    }

    /** Where the caller is now. What comes after the end is not kept. */
    public void move(EmergencyCall call, Pressed.Fix where) {
        jdbi.useHandle(handle -> locate(handle, call.complaintId(), where, now()));
    }

    private static void locate(Handle handle, UUID id, Pressed.@Nullable Fix where, Instant now) {
        if (where == null) {
            return;
        }
        handle.createUpdate("""
                        UPDATE emergency_call
                        SET position = point(:longitude, :latitude), accuracy_m = :accuracy, position_at = :now
                        WHERE complaint_id = :id AND state <> 'CLOSED'
                        """)
                .bind("longitude", where.position().longitude())
                .bind("latitude", where.position().latitude())
                .bind("accuracy", where.accuracyMetres())
                .bind("now", now)
                .bind("id", id)
                .execute();
    }

    /**
     * The caller says what it is, in a tap, in words, or both; the later words stand.
     *
     * @param category id of another emergency of the same agency; empty to say nothing of it
     * @param beside what is stored with it, a photo for example
     * @throws IllegalStep if the call is closed, or the words are too long
     */
    public void tell(EmergencyCall call, @Nullable Category category, String words, Complaints.Beside beside) {
        var text = words.isBlank() ? null : EmergencyCall.words(words, EmergencyCall.LONGEST_WORDS);
        jdbi.useTransaction(transaction -> {
            // The row is held first, so that nobody closes the call meanwhile.
            var held = lock(transaction, call.complaintId());
            if (!held.isOpen()) {
                throw new IllegalStep(IllegalStep.Why.WRONG_STATE);
            }
            var complaint = complaints.find(call.complaintId()).orElseThrow();
            if (category != null && !category.id().equals(complaint.subject().category())) {
                complaint = complaints.change(
                        complaint.id(),
                        complaint.version(),
                        Actor.REPORTER,
                        (c, now) -> c.name(Actor.REPORTER, now, category.id(), city));
            }
            transaction
                    .createUpdate("""
                            UPDATE emergency_call SET told = told OR :told, words = coalesce(:words, words)
                            WHERE complaint_id = :id
                            """)
                    .bind("told", category != null)
                    .bind("words", text)
                    .bind("id", call.complaintId())
                    .execute();
            beside.store(transaction, complaint);
            record(transaction, held, TOLD, Actor.REPORTER, text == null ? Map.of() : Map.of("words", text));
        });
    }

    /** What was written before the call goes with it as far as it can; nothing of it may keep the call from ringing. */
    public void carry(EmergencyCall call, @Nullable String category, String words) {
        var kind = kinds(call.agency()).stream()
                .filter(each -> !call.told() && each.id().equals(category))
                .findFirst()
                .orElse(null);
        var said = words.strip();
        var most = said.codePoints().limit(EmergencyCall.LONGEST_WORDS).count();
        var text = said.substring(0, said.offsetByCodePoints(0, (int) most));
        if (!call.isOpen() || kind == null && (text.isEmpty() || text.equals(call.words()))) {
            return;
        }
        try {
            tell(call, kind, text, (transaction, complaint) -> {});
        } catch (IllegalStep | IllegalTransition | ChangedMeanwhile judged) {
            Log.infof("What was written before the call %s came too late", call.trackingNumber());
        }
    }

    private static EmergencyCall lock(Handle transaction, UUID id) {
        return transaction
                .createQuery(OWN + " WHERE e.complaint_id = :id FOR UPDATE OF e")
                .bind("id", id)
                .mapTo(EmergencyCall.class)
                .one();
    }

    /**
     * The agency goes on with a call, and the journal says so, both or neither.
     *
     * @throws IllegalStep if the call's state or the actor's rights do not allow it
     */
    public EmergencyCall step(UUID id, Actor actor, CallStep step) {
        return jdbi.inTransaction(transaction -> {
            var after = lock(transaction, id).after(step, actor, now());
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
                    .bind("id", id)
                    .execute();
            record(transaction, after, step.act(), actor, step.words());
            return after;
        });
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
        return jdbi.withHandle(handle -> handle.createQuery(
                        STAFF + " WHERE (CAST(:agency AS text) IS NULL OR c.agency = :agency)" + which)
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

    private void record(Handle transaction, EmergencyCall call, String act, Actor actor, Map<String, Object> words) {
        var facts = Map.<String, Object>of(
                "agency", call.agency(), "state", call.state().name());
        journal.append(transaction, new Entry(call.complaintId(), now(), act, actor, facts, words));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
