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

/**
 * All calls for help, from their callers' side: taking one in, and what is added to it. What the agency does is with
 * {@link AgencyCalls}.
 */
@ApplicationScoped
public class EmergencyCalls {

    /** The same device called again while its call was open. */
    public static final String AGAIN = "CALL_AGAIN";

    /** The caller said what it is, wrote something or sent a photo. */
    public static final String TOLD = "CALL_TOLD";

    /** Nobody had seen the call in time, and others were called. */
    public static final String ESCALATED = "CALL_ESCALATED";

    /** To be filled with the table or view through which its complaint is read. */
    static final String CALL = """
            SELECT e.complaint_id, c.tracking_number, c.agency, c.category, c.kelurahan, e.state, e.pressed_at,
                   e.received_at, e.again, e.told, e.words, e.position[1] AS latitude, e.position[0] AS longitude,
                   e.accuracy_m, e.position_at, e.seen_at, e.seen_by, e.dispatched_at, e.unit, e.on_scene_at,
                   e.closed_at, e.closing, e.false_alarm, e.level, e.crowd
            FROM emergency_call e JOIN %s c ON c.id = e.complaint_id
            """;

    /** As its caller sees it. */
    static final String OWN = CALL.formatted("complaint");

    private final Jdbi jdbi;
    private final City city;
    private final Complaints complaints;
    private final JoinedCalls joinedCalls;
    private final Lines lines;
    private final Journal journal;
    private final InstantSource clock;

    EmergencyCalls(
            Jdbi jdbi,
            City city,
            Complaints complaints,
            JoinedCalls joinedCalls,
            Lines lines,
            Journal journal,
            InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.complaints = complaints;
        this.joinedCalls = joinedCalls;
        this.lines = lines;
        this.journal = journal;
        this.clock = clock;
    }

    /** The emergencies that an agency answers, in the order of the screens. */
    public List<Category> kinds(String agency) {
        return city.categories(agency).stream().filter(Category::emergency).toList();
    }

    /**
     * Takes a call in, or adds it to the call of this device that is open at the same agency. One of an unknown device joins a
     * call of the same line that is near and that nobody has seen yet, unless it says something. The same call sent again
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
        return jdbi.inTransaction(transaction -> {
            // Two presses of one device wait for each other, so that both find the same call.
            transaction
                    .createQuery("SELECT pg_advisory_xact_lock(hashtext('emergency ' || encode(:device, 'hex')))")
                    .bind("device", pressed.from().device())
                    .mapToMap()
                    .one();
            hold(transaction, pressed);
            var digest = Pressed.digest(pressed.agency() + " " + pressed.key());
            var joined = joinedCalls.find(transaction, pressed.id());
            if (joined.isPresent() && !joinedCalls.isOf(transaction, pressed.id(), digest)) {
                // The id is somebody's who joined a call, and its secret would be theirs.
                return file(pressed.anew());
            }
            var repeated = complaints.receipt(pressed.id(), digest);
            if (joined.isPresent() || repeated.isPresent()) {
                return complaints.secretOf(pressed.id());
            }
            var open = openOf(transaction, pressed);
            if (open.isPresent()) {
                addTo(transaction, open.get(), pressed);
                return complaints.secretOf(open.get().complaintId());
            }
            return join(transaction, pressed, digest).orElseGet(() -> begin(transaction, pressed, digest));
        });
    }

    /** Rings with a call of its line, or with none any more if it is a second call of a device that did. */
    private Optional<FollowSecret> join(Handle transaction, Pressed pressed, byte[] digest) {
        var joined = joinedCalls.openOf(transaction, pressed);
        if (joined.isPresent()) {
            var id = joined.get().id();
            part(transaction, id);
            locate(transaction, id, pressed.where(), now());
            return Optional.of(complaints.secretOf(id));
        }
        if (pressed.from().known() || pressed.speaks()) {
            return Optional.empty();
        }
        var secret = complaints.secretOf(pressed.id());
        return joinedCalls.join(transaction, pressed, digest, secret, now()).map(call -> {
            record(transaction, call, AGAIN, Actor.REPORTER, Map.of());
            return secret;
        });
    }

    private FollowSecret begin(Handle transaction, Pressed pressed, byte[] digest) {
        var category = kinds(pressed.agency()).stream()
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("No emergencies are answered by " + pressed.agency()));
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
        var secret = complaints
                .file(filing, (inside, complaint) -> insert(inside, complaint, pressed))
                .secret();
        var line = pressed.from().line();
        if (line != null) {
            Lines.note(transaction, pressed.id(), line, now());
            lines.gather(transaction, pressed.agency(), line, now());
        }
        return secret;
    }

    /**
     * Somebody who joined a call has something to say: from now on theirs stands by itself, under the same secret, and rings.
     *
     * @return the call; as it is if it stands by itself already
     */
    public EmergencyCall apart(JoinedCall joined) {
        return jdbi.inTransaction(transaction -> {
            part(transaction, joined.id());
            return find(transaction, joined.id()).orElseThrow();
        });
    }

    private void part(Handle transaction, UUID joined) {
        joinedCalls.part(transaction, joined).ifPresent(own -> {
            hold(transaction, own.pressed());
            begin(transaction, own.pressed(), own.bodyDigest());
        });
    }

    private static void hold(Handle transaction, Pressed pressed) {
        var line = pressed.from().line();
        if (line != null) {
            Lines.hold(transaction, line);
        }
    }

    private Optional<EmergencyCall> openOf(Handle transaction, Pressed pressed) {
        return transaction
                .createQuery(OWN + """
                         WHERE e.device_digest = :device AND e.state <> 'CLOSED' AND c.agency = :agency
                         ORDER BY e.received_at DESC LIMIT 1 FOR UPDATE OF e
                        """) // index emergency_call_device
                .bind("device", pressed.from().device())
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
                .bind("device", pressed.from().device())
                .bind("seconds", (double) city.emergency().seenWithin().toSeconds())
                .bind("nextLevel", complaint.receivedAt().plus(city.emergency().seenWithin()))
                .execute();
        locate(transaction, complaint.id(), pressed.where(), complaint.receivedAt());
    }

    /** The call whose caller holds this secret. */
    public Optional<EmergencyCall> find(FollowSecret secret) {
        return complaints.find(secret).flatMap(complaint -> jdbi.withHandle(handle -> find(handle, complaint.id())));
    }

    static Optional<EmergencyCall> find(Handle handle, UUID id) {
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

    static EmergencyCall lock(Handle transaction, UUID id) {
        return transaction
                .createQuery(OWN + " WHERE e.complaint_id = :id FOR UPDATE OF e")
                .bind("id", id)
                .mapTo(EmergencyCall.class)
                .one();
    }

    private void record(Handle transaction, EmergencyCall call, String act, Actor actor, Map<String, Object> words) {
        journal.append(transaction, entry(call, now(), act, actor, words));
    }

    /** What the journal keeps of a step of a call. */
    static Entry entry(EmergencyCall call, Instant now, String act, Actor actor, Map<String, Object> words) {
        var facts = Map.<String, Object>of(
                "agency", call.agency(), "state", call.state().name());
        return new Entry(call.complaintId(), now, act, actor, facts, words);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
