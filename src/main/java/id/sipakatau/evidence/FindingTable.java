package id.sipakatau.evidence;

import id.sipakatau.evidence.likeness.Prints;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code photo_finding}, and the search for earlier uses of a picture. */
final class FindingTable {

    /** Of a picture that went round, these complaints are told, the earliest first. */
    private static final int MOST_USES = 3;

    /**
     * An earlier photo that shows the same.
     *
     * @param same whether it is the very same file
     */
    record Used(UUID complaint, Instant at, boolean same) {}

    private FindingTable() {}

    /** One for each complaint in which the picture was shown before, the same file before a like one. */
    static Collection<Used> usedBefore(Handle handle, UUID complaint, PreparedPhoto photo) {
        var alike = photo.print() == null ? List.<UUID>of() : Prints.alike(handle, photo.print());
        var byComplaint = new LinkedHashMap<UUID, Used>();
        // Index photo_sha256, and the primary key. Proofs of this complaint that still wait are those of the same work.
        handle.createQuery("""
                        SELECT complaint_id, received_at, sha256 = :sha256 AS same FROM photo
                        WHERE (sha256 = :sha256 OR id = ANY (:alike))
                          AND NOT (complaint_id = :complaint AND role = 'PROOF')
                        ORDER BY same DESC, received_at, id LIMIT 100
                        """)
                .bind("sha256", photo.original().bytes())
                .bindArray("alike", UUID.class, alike.toArray())
                .bind("complaint", complaint)
                .map((row, context) -> new Used(
                        row.getObject("complaint_id", UUID.class),
                        row.getObject("received_at", OffsetDateTime.class).toInstant(),
                        row.getBoolean("same")))
                .forEach(used -> byComplaint.putIfAbsent(used.complaint(), used));
        return byComplaint.values().stream().limit(MOST_USES).toList();
    }

    static void insert(Handle transaction, List<Finding> findings) {
        if (findings.isEmpty()) {
            return;
        }
        var batch = transaction.prepareBatch("""
                INSERT INTO photo_finding (photo_id, ordinal, code, other_complaint, at, metres)
                VALUES (:photo, :ordinal, :code, :other, :at, :metres)
                """);
        for (int i = 0; i < findings.size(); i++) {
            var finding = findings.get(i);
            batch.bind("photo", finding.photo())
                    .bind("ordinal", i)
                    .bind("code", finding.code().name())
                    .bind("other", finding.otherComplaint())
                    .bind("at", finding.at())
                    .bind("metres", finding.metres())
                    .add();
        }
        batch.execute();
    }

    /** Relies on the primary key. */
    static List<Finding> of(Handle handle, Collection<UUID> photos) {
        return handle.createQuery("""
                        SELECT photo_id, code, other_complaint, at, metres FROM photo_finding
                        WHERE photo_id = ANY (:photos) ORDER BY photo_id, ordinal
                        """)
                .bindArray("photos", UUID.class, photos.toArray())
                .map(FindingTable::finding)
                .list();
    }

    private static Finding finding(ResultSet row, StatementContext context) throws SQLException {
        return new Finding(
                row.getObject("photo_id", UUID.class),
                Finding.Code.valueOf(row.getString("code")),
                row.getObject("other_complaint", UUID.class),
                instant(row.getObject("at", OffsetDateTime.class)),
                row.getObject("metres", Double.class));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
