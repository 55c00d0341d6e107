package id.sipakatau.complaint;

import id.sipakatau.city.City;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.journal.Recorded;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All complaints: the way in, the way to change one, and the ways to find one. */
@ApplicationScoped
public class Complaints {

    static final int TRIES_FOR_A_FREE_NUMBER = 8;

    private final Jdbi jdbi;
    private final City city;
    private final Journal journal;
    private final Reporters reporters;
    private final FollowKey followKey;
    private final InstantSource clock;
    private final Parts parts;

    Complaints(Jdbi jdbi, City city, Journal journal, Reporters reporters, FollowKey followKey, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.journal = journal;
        this.reporters = reporters;
        this.followKey = followKey;
        this.clock = clock;
        parts = new Parts(city, journal);
    }

    /** Something that has to be stored in the same transaction as a filing or a change, photos for example. */
    @FunctionalInterface
    public interface Beside {
        Beside NOTHING = (transaction, complaint) -> {};

        void store(Handle transaction, Complaint complaint);
    }

    /** A step of a complaint, for example {@code (complaint, now) -> complaint.start(actor, now, words)}. */
    @FunctionalInterface
    public interface Step {
        Change apply(Complaint complaint, Instant now);
    }

    /**
     * Takes a complaint in. The same filing sent again changes nothing and gets the first receipt again.
     *
     * @throws AnotherUnderSameId if the id is taken by a complaint that says something else
     */
    public Receipt file(Filing filing, Beside beside) {
        return jdbi.inTransaction(transaction -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var secret = followKey.secretOf(filing.id());
            for (int tries = 0; tries < TRIES_FOR_A_FREE_NUMBER; tries++) {
                var complaint = filing.complaint(TrackingNumber.random(city.trackingPrefix()), now, city);
                if (insert(transaction, complaint, filing.bodyDigest(), secret.digest())) {
                    reporters.remember(transaction, filing.id(), filing.reporter());
                    beside.store(transaction, complaint);
                    journal.append(transaction, filed(filing, complaint));
                    return new Receipt(complaint.trackingNumber(), secret, now, filing.refusedPhotos());
                }
                var earlier = find(transaction, filing.id());
                if (earlier.isPresent()) {
                    return firstReceipt(transaction, earlier.get(), filing.bodyDigest(), secret);
                }
            }
            throw new IllegalStateException("No free tracking number in " + TRIES_FOR_A_FREE_NUMBER + " tries");
        });
    }

    /**
     * The receipt of a complaint that was filed before, for a sender who asks again. Empty if nothing has this id.
     *
     * @throws AnotherUnderSameId if the id is taken by a complaint that says something else
     */
    public Optional<Receipt> receipt(UUID id, byte[] bodyDigest) {
        return jdbi.withHandle(handle ->
                find(handle, id).map(earlier -> firstReceipt(handle, earlier, bodyDigest, followKey.secretOf(id))));
    }

    /**
     * Changes a complaint and writes its journal row, both or neither.
     *
     * @param version the version that the actor saw
     * @throws IllegalTransition if the step is not allowed
     * @throws ChangedMeanwhile if somebody else changed it since
     */
    public Complaint change(UUID id, int version, Actor actor, Step step, Beside beside) {
        return change(id, version, actor, List.of(step), beside);
    }

    /** The same for several steps, one after the other, all or none; what is beside is stored with each. */
    public Complaint change(UUID id, int version, Actor actor, List<Step> steps, Beside beside) {
        return jdbi.inTransaction(transaction -> {
            lockWhole(transaction, id);
            var now = find(transaction, id).orElseThrow(() -> new IllegalStateException("No complaint " + id));
            if (now.version() != version) {
                throw changedMeanwhile(transaction, now);
            }
            for (var step : steps) {
                take(transaction, now, actor, step, beside);
                now = find(transaction, id).orElseThrow();
            }
            return now;
        });
    }

    /** Whoever changes a part takes its whole first, as does whoever shields all of it: so none waits for the other. */
    private static void lockWhole(Handle transaction, UUID id) {
        transaction
                .createQuery("""
                        SELECT id FROM complaint WHERE id = (SELECT part_of FROM complaint WHERE id = :id) FOR NO KEY UPDATE
                        """) // the primary key
                .bind("id", id)
                .mapTo(UUID.class)
                .findOne();
    }

    private void take(Handle transaction, Complaint before, Actor actor, Step step, Beside beside) {
        var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        var change = step.apply(before, now);
        var after = change.after();
        if (update(transaction, after) == 0) {
            throw changedMeanwhile(transaction, find(transaction, before.id()).orElseThrow());
        }
        beside.store(transaction, after);
        journal.append(
                transaction, new Entry(before.id(), now, change.act().name(), actor, change.facts(), change.words()));
        parts.follow(transaction, change, actor, now);
    }

    /**
     * Confirms what its reporter let pass without a word, those first that wait longest.
     *
     * @param most how many at once
     * @return how many it were
     */
    int confirmSilent(int most) {
        return jdbi.inTransaction(transaction -> {
            // Index complaint_silent. A row that another node has in hand, or a reporter at this moment, is left to
            // them.
            var silent = transaction
                    .createQuery("""
                            %s
                            WHERE progress = 'DONE' AND confirmed_at IS NULL AND validation = 'VALID'
                              AND contestable_until < :now
                            ORDER BY contestable_until LIMIT :most
                            FOR UPDATE OF complaint SKIP LOCKED
                            """.formatted(ComplaintRow.SELECT))
                    .bind("now", clock.instant())
                    .bind("most", most)
                    .map(new ComplaintRow())
                    .list();
            for (var complaint : silent) {
                take(
                        transaction,
                        complaint,
                        Actor.SYSTEM,
                        (c, now) -> c.confirmBySilence(Actor.SYSTEM, now),
                        Beside.NOTHING);
            }
            return silent.size();
        });
    }

    public Complaint change(UUID id, int version, Actor actor, Step step) {
        return change(id, version, actor, step, Beside.NOTHING);
    }

    public Optional<Complaint> find(UUID id) {
        return jdbi.withHandle(handle -> find(handle, id));
    }

    /** For staff. The public finds complaints through {@code public_complaint} only. */
    public Optional<Complaint> find(TrackingNumber number) {
        return one("tracking_number = :key", number.text());
    }

    /** The complaint whose reporter holds this secret. */
    public Optional<Complaint> find(FollowSecret secret) {
        return one("follow_digest = :key", secret.digest());
    }

    /** Those of these complaints that exist, newest first. For lists that somebody keeps by the complaints' own secrets. */
    public List<Complaint> all(Collection<UUID> ids) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        ComplaintRow.SELECT + "WHERE id = ANY (:ids) ORDER BY received_at DESC, id")
                .bindArray("ids", UUID.class, ids.toArray())
                .map(new ComplaintRow())
                .list());
    }

    /** The parts of a complaint that agencies were asked to do, those that began first first; none that was recalled. */
    public List<Complaint> parts(UUID whole) {
        return jdbi.withHandle(handle -> Parts.of(handle, whole));
    }

    /** The secret of a complaint's reporter, for whoever has shown that the complaint is theirs. */
    public FollowSecret secretOf(UUID id) {
        return followKey.secretOf(id);
    }

    /** Everything that happened to a complaint, oldest first. Who may read which row is for the caller to decide. */
    public List<Recorded> history(UUID id) {
        return jdbi.withHandle(handle -> journal.of(handle, id));
    }

    private Receipt firstReceipt(Handle transaction, Complaint earlier, byte[] bodyDigest, FollowSecret secret) {
        var digest = transaction
                .createQuery("SELECT body_digest FROM complaint WHERE id = :id")
                .bind("id", earlier.id())
                .mapTo(byte[].class)
                .one();
        if (!MessageDigest.isEqual(digest, bodyDigest)) {
            throw new AnotherUnderSameId(earlier.id());
        }
        var first = journal.of(transaction, earlier.id()).getFirst();
        return new Receipt(earlier.trackingNumber(), secret, earlier.receivedAt(), Filing.RefusedPhoto.in(first));
    }

    /** The first row of a complaint's journal. */
    static Entry filed(Filing filing, Complaint complaint) {
        var facts = new HashMap<>(Change.facts(complaint));
        facts.put("channel", filing.channel().name());
        facts.put("emergency", complaint.subject().emergency());
        facts.put("anonymous", filing.privacy().anonymous());
        facts.put("confidential", filing.privacy().confidential());
        if (filing.place().kelurahan() != null) {
            facts.put("kelurahan", filing.place().kelurahan());
        }
        if (!filing.refusedPhotos().isEmpty()) {
            facts.put(
                    "refusedPhotos",
                    filing.refusedPhotos().stream()
                            .map(photo -> Map.of("ordinal", photo.ordinal(), "reason", photo.reason()))
                            .toList());
        }
        return new Entry(filing.id(), complaint.receivedAt(), Act.FILED.name(), Actor.REPORTER, facts, Map.of());
    }

    private ChangedMeanwhile changedMeanwhile(Handle transaction, Complaint now) {
        var changes = journal.of(transaction, now.id()).stream()
                .filter(row -> Act.in(row).filter(act -> !act.isTold()).isPresent());
        return new ChangedMeanwhile(now, changes.toList().getLast());
    }

    static Optional<Complaint> find(Handle handle, UUID id) {
        return handle.createQuery(ComplaintRow.SELECT + "WHERE id = :id")
                .bind("id", id)
                .map(new ComplaintRow())
                .findOne();
    }

    private Optional<Complaint> one(String condition, Object key) {
        return jdbi.withHandle(handle -> handle.createQuery(ComplaintRow.SELECT + "WHERE " + condition)
                .bind("key", key)
                .map(new ComplaintRow())
                .findOne());
    }

    /** Returns whether a row was added: not if the id or the tracking number was taken. */
    static boolean insert(Handle transaction, Complaint complaint, byte @Nullable [] body, byte @Nullable [] follow) {
        var place = complaint.place();
        var insert = transaction.createUpdate("""
                INSERT INTO complaint (
                    id, tracking_number, version, channel, received_at, body_digest, follow_digest,
                    kind, agency, category, emergency, description,
                    position, accuracy_m, position_source, address, kelurahan,
                    anonymous, confidential, validation, dismissal_reason, merged_into, appealed,
                    progress, outcome, validated_at, started_at, finished_at, contestable_until, confirmed_at,
                    stars, asked_at, promised_by, proposed_at, proposed_by, proposed_outcome, proposed_words,
                    given_by, disputed_at, part_of, published_at, updated_at)
                VALUES (
                    :id, :number, :version, :channel, :received, :body, :follow,
                    :kind, :agency, :category, :emergency, :description,
                    :position, :accuracy, :source, :address, :kelurahan,
                    :anonymous, :confidential, :validation, :reason, :into, :appealed,
                    :progress, :outcome, :validated, :started, :finished, :contestable, :confirmed,
                    :stars, :asked, :promised, :proposedAt, :proposedBy, :proposedOutcome, :proposedWords,
                    :givenBy, :disputed, :partOf, :published, :updated)
                ON CONFLICT DO NOTHING
                """);
        return ComplaintRow.bindState(insert, complaint)
                        .bind("number", complaint.trackingNumber().text())
                        .bind("channel", complaint.channel().name())
                        .bind("received", complaint.receivedAt())
                        .bind("partOf", complaint.custody().partOf())
                        .bind("body", body)
                        .bind("follow", follow)
                        .bind("description", complaint.description())
                        .bind("position", ComplaintRow.point(place.position()))
                        .bind("accuracy", place.accuracyMetres())
                        .bind("source", place.source().name())
                        .bind("address", place.address())
                        .bind("kelurahan", place.kelurahan())
                        .execute()
                == 1;
    }

    static int update(Handle transaction, Complaint after) {
        var update = transaction.createUpdate("""
                UPDATE complaint SET
                    version = version + 1, kind = :kind, agency = :agency, category = :category, emergency = :emergency,
                    anonymous = :anonymous, confidential = :confidential, validation = :validation,
                    dismissal_reason = :reason, merged_into = :into, appealed = :appealed,
                    progress = :progress, outcome = :outcome, validated_at = :validated, started_at = :started,
                    finished_at = :finished, contestable_until = :contestable, confirmed_at = :confirmed,
                    stars = :stars, asked_at = :asked,
                    promised_by = :promised, proposed_at = :proposedAt, proposed_by = :proposedBy,
                    proposed_outcome = :proposedOutcome, proposed_words = :proposedWords, given_by = :givenBy,
                    disputed_at = :disputed, published_at = :published, updated_at = :updated
                WHERE id = :id AND version = :version
                """);
        return ComplaintRow.bindState(update, after).execute();
    }
}
