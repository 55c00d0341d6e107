package id.sipakatau.emergency;

import id.sipakatau.city.City;
import id.sipakatau.database.Tries;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * From which lines of the internet calls come. Many telephones share one, so a line never keeps a call from being taken; it
 * tells which calls are gathered. A line is kept as a digest by a key of the installation, and only as long as calls are
 * compared by it; what was gathered has a number drawn by lot, which tells nothing of it.
 */
@ApplicationScoped
public class Lines {

    private static final Set<InetAddress> HERE =
            Set.of(InetAddress.ofLiteral("127.0.0.1"), InetAddress.ofLiteral("::1"));

    private final Jdbi jdbi;
    private final City city;
    private final InstantSource clock;
    private byte @Nullable [] key;

    public Lines(Jdbi jdbi, City city, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.clock = clock;
    }

    /**
     * What stands for the line of an address; empty where it can't be read, since a call is taken all the same, and where it is
     * that of a proxy which does not say for whom it asks: all calls of the city would seem to come from it.
     */
    public byte @Nullable [] digest(String address) {
        String line;
        try {
            if (isOfAProxy(InetAddress.ofLiteral(address))) {
                return null;
            }
            line = Tries.line(address);
        } catch (IllegalArgumentException unreadable) {
            return null;
        }
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key(), "HmacSHA256"));
            return mac.doFinal(line.getBytes(StandardCharsets.US_ASCII));
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", impossible);
        }
    }

    /** Nobody calls from this machine or a private network over the internet. */
    private static boolean isOfAProxy(InetAddress address) {
        return HERE.contains(address)
                || address.isSiteLocalAddress()
                || address.isLinkLocalAddress()
                // RFC 4193, which Java does not count among them.
                || (address instanceof Inet6Address && (address.getAddress()[0] & 0xfe) == 0xfc);
    }

    /** Lets calls of one line wait for each other until the end of the transaction, so that each finds the one before. */
    static void hold(Handle transaction, byte[] line) {
        transaction
                .createQuery("SELECT pg_advisory_xact_lock(hashtext('emergency line ' || encode(:line, 'hex')))")
                .bind("line", line)
                .mapToMap()
                .one();
    }

    /** Remembers for a while that a call came from a line. */
    static void note(Handle transaction, UUID call, byte[] line, Instant now) {
        transaction
                .createUpdate("""
                        INSERT INTO emergency_line (id, line, called_at) VALUES (:call, :line, :now)
                        ON CONFLICT DO NOTHING
                        """)
                .bind("call", call)
                .bind("line", line)
                .bind("now", now)
                .execute();
    }

    private record Unseen(UUID complaintId, @Nullable UUID crowd) {}

    /** Gathers what nobody of an agency has seen of a line, if it is more than the city lets stand by itself. */
    void gather(Handle transaction, String agency, byte[] line, Instant now) {
        var rules = city.emergency().sameLine();
        var unseen = transaction
                .createQuery("""
                        SELECT e.complaint_id, e.crowd
                        FROM emergency_line l JOIN emergency_call e ON e.complaint_id = l.id
                        JOIN complaint c ON c.id = e.complaint_id
                        WHERE l.line = :line AND l.called_at > :since AND e.state = 'RECEIVED' AND c.agency = :agency
                        """) // index emergency_line_calls
                .bind("line", line)
                .bind("since", now.minus(rules.gatheredWithin()))
                .bind("agency", agency)
                .mapTo(Unseen.class)
                .list();
        if (unseen.size() <= rules.most()) {
            return;
        }
        var crowd = unseen.stream()
                .map(Unseen::crowd)
                .filter(Objects::nonNull)
                .findFirst()
                .orElseGet(UUID::randomUUID);
        var alone = unseen.stream()
                .filter(call -> !crowd.equals(call.crowd))
                .map(Unseen::complaintId)
                .toList();
        // In one order, so that two who hold several calls never wait for each other.
        transaction
                .createUpdate("""
                        UPDATE emergency_call SET crowd = :crowd WHERE complaint_id IN (
                            SELECT complaint_id FROM emergency_call WHERE complaint_id = ANY (:alone)
                            ORDER BY complaint_id FOR UPDATE)
                        """)
                .bind("crowd", crowd)
                .bindArray("alone", UUID.class, alone)
                .execute();
    }

    /** Forgets the lines of calls that are compared with none any more. */
    public void forget() {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM emergency_line WHERE called_at < :old")
                .bind("old", clock.instant().minus(city.emergency().sameLine().kept()))
                .execute()); // index emergency_line_old
    }

    /**
     * On a connection of its own: a key that is used must not vanish with a call that is rolled back. Jdbi would give the
     * caller's connection again to whoever asks it on the same thread, so one is opened here.
     */
    private synchronized byte[] key() {
        if (key == null) {
            try (var connection = jdbi.open()) {
                key = connection.inTransaction(Lines::keptOrFresh);
            }
        }
        return key;
    }

    private static byte[] keptOrFresh(Handle transaction) {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        transaction
                .createUpdate("INSERT INTO emergency_line_key (key) VALUES (:fresh) ON CONFLICT DO NOTHING")
                .bind("fresh", fresh)
                .execute();
        return transaction
                .createQuery("SELECT key FROM emergency_line_key")
                .mapTo(byte[].class)
                .one();
    }
}
