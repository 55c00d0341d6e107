package id.sipakatau.emergency;

import id.sipakatau.city.City;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.FollowSecret;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who called from the same line near to a call that nobody had seen yet, and rings with it. */
@ApplicationScoped
public class JoinedCalls {

    private static final String JOINED = """
            SELECT j.id, j.complaint_id, j.at, j.position[1] AS latitude, j.position[0] AS longitude, j.accuracy_m
            FROM emergency_joined j
            """;

    private final Jdbi jdbi;
    private final City city;

    JoinedCalls(Jdbi jdbi, City city) {
        this.jdbi = jdbi;
        this.city = city;
    }

    /** Who holds this secret, if they joined a call and have said nothing yet. */
    public Optional<JoinedCall> find(FollowSecret secret) {
        return jdbi.withHandle(handle -> handle.createQuery(JOINED + " WHERE j.secret_digest = :secret")
                .bind("secret", Pressed.digest(secret.text()))
                .mapTo(JoinedCall.class)
                .findOne());
    }

    /** The call that somebody joined, as that person may see it. */
    public EmergencyCall seen(JoinedCall joined) {
        return jdbi.withHandle(handle ->
                EmergencyCalls.find(handle, joined.complaintId()).orElseThrow().joinedBy(joined));
    }

    /** All who joined a call, the last first. */
    public List<JoinedCall> of(EmergencyCall call) {
        return jdbi.withHandle(handle -> handle.createQuery(JOINED + " WHERE j.complaint_id = :call ORDER BY j.at DESC")
                .bind("call", call.complaintId()) // index emergency_joined_call
                .mapTo(JoinedCall.class)
                .list());
    }

    /** Where the caller is now. */
    public void move(JoinedCall joined, Pressed.Fix where) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE emergency_joined SET position = point(:longitude, :latitude), accuracy_m = :accuracy
                        WHERE id = :id
                        """)
                .bind("longitude", where.position().longitude())
                .bind("latitude", where.position().latitude())
                .bind("accuracy", where.accuracyMetres())
                .bind("id", joined.id())
                .execute());
    }

    Optional<JoinedCall> find(Handle handle, UUID id) {
        return handle.createQuery(JOINED + " WHERE j.id = :id")
                .bind("id", id)
                .mapTo(JoinedCall.class)
                .findOne();
    }

    /** Whether it was sent with this digest. */
    boolean isOf(Handle handle, UUID id, byte[] bodyDigest) {
        return handle.createQuery("SELECT body_digest = :digest FROM emergency_joined WHERE id = :id")
                .bind("digest", bodyDigest)
                .bind("id", id)
                .mapTo(Boolean.class)
                .one();
    }

    /** What this device joined before and is still open. */
    Optional<JoinedCall> openOf(Handle transaction, Pressed pressed) {
        return transaction
                .createQuery(JOINED + """
                         JOIN emergency_call e USING (complaint_id) JOIN complaint c ON c.id = e.complaint_id
                         WHERE j.device_digest = :device AND e.state <> 'CLOSED' AND c.agency = :agency
                         ORDER BY j.at DESC LIMIT 1
                        """) // index emergency_joined_device
                .bind("device", pressed.from().device())
                .bind("agency", pressed.agency())
                .mapTo(JoinedCall.class)
                .findOne();
    }

    /**
     * Joins the nearest call of the line that nobody has seen yet, if one is near enough. Later nobody would look any more:
     * then the call begins by itself and rings.
     *
     * @return the call that was joined
     */
    Optional<EmergencyCall> join(
            Handle transaction, Pressed pressed, byte[] bodyDigest, FollowSecret secret, Instant now) {
        var rules = city.emergency().sameLine();
        var line = pressed.from().line();
        var where = pressed.where();
        if (line == null || where == null || isRougherThan(rules.metres(), where.accuracyMetres())) {
            return Optional.empty();
        }
        var near = transaction
                .createQuery(EmergencyCalls.OWN + """
                         JOIN emergency_line l ON l.id = e.complaint_id
                         WHERE l.line = :line AND l.called_at > :since AND e.state = 'RECEIVED' AND c.agency = :agency
                           AND e.position IS NOT NULL
                        """) // index emergency_line_calls
                .bind("line", line)
                .bind("since", now.minus(rules.joinedWithin()))
                .bind("agency", pressed.agency())
                .mapTo(EmergencyCall.class)
                .stream()
                .filter(call -> !isRougherThan(rules.metres(), call.accuracyM()))
                .filter(call -> metres(call, where.position()) <= rules.metres())
                .min(Comparator.comparingDouble(call -> metres(call, where.position())))
                // Held until it is joined, so that nobody sees it without this one.
                .map(call -> EmergencyCalls.lock(transaction, call.complaintId()))
                .filter(EmergencyCall::isUnseen);
        near.ifPresent(call -> {
            transaction
                    .createUpdate("""
                            INSERT INTO emergency_joined (id, complaint_id, body_digest, device_digest, secret_digest, at,
                                                          position, accuracy_m)
                            VALUES (:id, :call, :body, :device, :secret, :now, point(:longitude, :latitude), :accuracy)
                            """)
                    .bind("id", pressed.id())
                    .bind("call", call.complaintId())
                    .bind("body", bodyDigest)
                    .bind("device", pressed.from().device())
                    .bind("secret", Pressed.digest(secret.text()))
                    .bind("now", now)
                    .bind("longitude", where.position().longitude())
                    .bind("latitude", where.position().latitude())
                    .bind("accuracy", where.accuracyMetres())
                    .execute();
            Lines.note(transaction, pressed.id(), line, now);
        });
        return near;
    }

    /** What measures no better than the distance tells nothing of it. */
    private static boolean isRougherThan(int metres, @Nullable Double accuracy) {
        return accuracy != null && accuracy > metres;
    }

    private static double metres(EmergencyCall call, Position from) {
        return call.position().orElseThrow().metresTo(from);
    }

    /** A call that no longer rings with another. */
    @SuppressWarnings("ArrayRecordComponent") // a digest for the database, never compared
    record Parted(Pressed pressed, byte[] bodyDigest) {}

    /** Takes a call away from the one that it joined; empty if somebody did so before. */
    Optional<Parted> part(Handle transaction, UUID id) {
        return transaction
                .createQuery("""
                        DELETE FROM emergency_joined j USING complaint c
                        WHERE j.id = :id AND c.id = j.complaint_id
                        RETURNING j.id, c.agency, j.body_digest, j.device_digest, j.position[1] AS latitude,
                                  j.position[0] AS longitude, j.accuracy_m,
                                  (SELECT l.line FROM emergency_line l WHERE l.id = j.id) AS line
                        """)
                .bind("id", id)
                .map((row, context) -> {
                    var accuracy = (Number) row.getObject("accuracy_m");
                    var position = new Position(row.getDouble("latitude"), row.getDouble("longitude"));
                    var from = new Pressed.From(row.getBytes("device_digest"), true, row.getBytes("line"));
                    var pressed = new Pressed(
                            row.getObject("id", UUID.class),
                            "",
                            row.getString("agency"),
                            new Pressed.Fix(position, accuracy == null ? null : accuracy.doubleValue()),
                            Duration.ZERO,
                            from,
                            true);
                    return new Parted(pressed, row.getBytes("body_digest"));
                })
                .findOne();
    }
}
