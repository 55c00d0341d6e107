package id.sipakatau.journal;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** The append-only record of everything that happens. Writing needs the transaction of the change itself. */
@ApplicationScoped
public class Journal {

    private static final TypeReference<Map<String, Object>> JSON_OBJECT = new TypeReference<>() {};
    private static final ObjectMapper JSON =
            new ObjectMapper().configure(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS, true);
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Iterable<Companion> companions;

    @Inject
    Journal(@Any Instance<Companion> companions) {
        this.companions = companions;
    }

    /** A journal outside the running program, which tells only these of its rows. */
    public Journal(Companion... companions) {
        this.companions = List.of(companions);
    }

    /**
     * Whoever keeps a reading of the journal in a table of its own, in step with it: it is told of each row in the
     * transaction that adds it. Bulk loads tell nobody.
     */
    @FunctionalInterface
    public interface Companion {
        void added(Handle transaction, Entry entry, Journal journal);
    }

    /** Adds a row, in the caller's transaction. Returns its place in the journal. */
    public long append(Handle transaction, Entry entry) {
        var seq = insert(transaction, entry);
        companions.forEach(companion -> companion.added(transaction, entry, this));
        return seq;
    }

    private static long insert(Handle transaction, Entry entry) {
        if (entry.detail().isEmpty()) {
            return insertRow(transaction, entry, null);
        }
        var sealed = Sealed.of(entry.detail());
        var seq = insertRow(transaction, entry, sealed.commitment());
        transaction
                .createUpdate("INSERT INTO journal_detail (seq, salt, detail) VALUES (:seq, :salt, :detail::json)")
                .bind("seq", seq)
                .bind("salt", sealed.salt())
                .bind("detail", sealed.detail())
                .execute();
        return seq;
    }

    /** Everything that happened to a complaint, oldest first. */
    public List<Recorded> of(Handle handle, UUID complaintId) {
        return handle.createQuery("""
                        SELECT j.seq, j.complaint_id, j.at, j.act, j.actor_role, j.actor_id, j.facts, d.detail
                        FROM journal j LEFT JOIN journal_detail d USING (seq)
                        WHERE j.complaint_id = :complaint
                        ORDER BY j.seq
                        """) // index journal_complaint
                .bind("complaint", complaintId)
                .map((row, context) -> recorded(row))
                .list();
    }

    /** The rows with these numbers, oldest first; numbers that do not exist are left out. */
    public List<Recorded> rows(Handle handle, Collection<Long> numbers) {
        return handle.createQuery("""
                        SELECT j.seq, j.complaint_id, j.at, j.act, j.actor_role, j.actor_id, j.facts, d.detail
                        FROM journal j LEFT JOIN journal_detail d USING (seq)
                        WHERE j.seq = ANY (:numbers)
                        ORDER BY j.seq
                        """)
                .bindArray("numbers", Long.class, numbers)
                .map((row, context) -> recorded(row))
                .list();
    }

    /**
     * A detail with its salt and the commitment to both. Public for bulk loads, which write rows without
     * {@link #append} and must commit to their words in the same way.
     */
    @SuppressWarnings("ArrayRecordComponent") // bytes for the database, never compared
    public record Sealed(byte[] salt, String detail, byte[] commitment) {

        public static Sealed of(Map<String, Object> detail) {
            var salt = new byte[16];
            RANDOM.nextBytes(salt);
            return of(detail, salt);
        }

        /** The same with a given salt of 16 bytes; a repeatable load needs one. */
        public static Sealed of(Map<String, Object> detail, byte[] salt) {
            var text = json(new TreeMap<>(detail));
            try {
                var digest = MessageDigest.getInstance("SHA-256");
                digest.update(salt);
                return new Sealed(salt, text, digest.digest(text.getBytes(StandardCharsets.UTF_8)));
            } catch (NoSuchAlgorithmException impossible) {
                throw new IllegalStateException("Every Java platform has SHA-256", impossible);
            }
        }
    }

    /** Writes facts or a detail the way the journal does: keys in alphabetical order. */
    public static String json(Map<String, Object> values) {
        try {
            return JSON.writeValueAsString(values);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("Not writable as JSON: " + values.keySet(), e);
        }
    }

    private static long insertRow(Handle transaction, Entry entry, byte @Nullable [] commitment) {
        return transaction
                .createQuery("""
                        INSERT INTO journal (complaint_id, at, act, actor_role, actor_id, facts, commitment)
                        VALUES (:complaint, :at, :act, :role, :actor, :facts::jsonb, :commitment)
                        RETURNING seq
                        """)
                .bind("complaint", entry.complaintId())
                .bind("at", entry.at())
                .bind("act", entry.act())
                .bind("role", entry.actor().role().name())
                .bind("actor", entry.actor().account())
                .bind("facts", json(entry.facts()))
                .bind("commitment", commitment)
                .mapTo(Long.class)
                .one();
    }

    private static Recorded recorded(ResultSet row) throws SQLException {
        return new Recorded(
                row.getLong("seq"),
                row.getObject("complaint_id", UUID.class),
                row.getObject("at", OffsetDateTime.class).toInstant(),
                row.getString("act"),
                Actor.Role.valueOf(row.getString("actor_role")),
                row.getObject("actor_id", UUID.class),
                parse(row.getString("facts")),
                parse(row.getString("detail")));
    }

    private static Map<String, Object> parse(@Nullable String json) {
        if (json == null) {
            return Map.of();
        }
        try {
            return JSON.readValue(json, JSON_OBJECT);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The journal holds a row that is not JSON", e);
        }
    }
}
