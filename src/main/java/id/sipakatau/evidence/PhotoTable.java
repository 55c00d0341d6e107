package id.sipakatau.evidence;

import id.sipakatau.city.Position;
import id.sipakatau.database.CopyRows;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.StatementContext;
import org.jspecify.annotations.Nullable;

/** The table {@code photo}: a row for each photo of a complaint. */
final class PhotoTable {

    private static final String SELECT = """
            SELECT id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                taken_at, zone_assumed, taken_position[1] AS latitude, taken_position[0] AS longitude,
                accuracy_metres, orientation, large_sha256, thumbnail_sha256, received_at
            FROM photo
            """;

    private PhotoTable() {}

    static void insert(Handle handle, UUID id, UUID complaintId, Photo.Role role, int ordinal, PreparedPhoto prepared) {
        var capture = prepared.capture();
        var position = capture.position();
        handle.createUpdate("""
                        INSERT INTO photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                            taken_at, zone_assumed, taken_position, accuracy_metres, orientation,
                            large_sha256, thumbnail_sha256, received_at)
                        VALUES (:id, :complaintId, :role, :ordinal, :source, :sha256, :mediaType, :bytes, :width, :height,
                            :takenAt, :zoneAssumed, point(:longitude, :latitude), :accuracy, :orientation,
                            :large, :thumbnail, :receivedAt)
                        """)
                .bind("id", id)
                .bind("complaintId", complaintId)
                .bind("role", role.name())
                .bind("ordinal", ordinal)
                .bind("source", prepared.source().name())
                .bind("sha256", prepared.original().bytes())
                .bind("mediaType", prepared.mediaType())
                .bind("bytes", prepared.bytes())
                .bind("width", prepared.width())
                .bind("height", prepared.height())
                .bind("takenAt", capture.takenAt())
                .bind("zoneAssumed", capture.zoneAssumed())
                .bind("longitude", position == null ? null : (Double) position.longitude())
                .bind("latitude", position == null ? null : (Double) position.latitude())
                .bind("accuracy", capture.accuracyMetres())
                .bind("orientation", capture.orientation())
                .bind("large", prepared.large().bytes())
                .bind("thumbnail", prepared.thumbnail().bytes())
                .bind("receivedAt", prepared.receivedAt())
                .execute();
    }

    static void insertAll(Handle handle, Collection<PhotoVault.Attachment> attachments) {
        var rows = CopyRows.into(handle, """
                COPY photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                    taken_at, zone_assumed, taken_position, accuracy_metres, orientation,
                    large_sha256, thumbnail_sha256, received_at)
                FROM STDIN
                """);
        for (var each : attachments) {
            var photo = each.photo();
            var capture = photo.capture();
            var position = capture.position();
            rows.add(each.id())
                    .add(each.complaintId())
                    .add(each.role())
                    .add(each.ordinal())
                    .add(photo.source())
                    .add(photo.original().bytes())
                    .add(photo.mediaType())
                    .add(photo.bytes())
                    .add(photo.width())
                    .add(photo.height())
                    .add(capture.takenAt())
                    .add(capture.zoneAssumed())
                    .add(position == null ? null : "(" + position.longitude() + "," + position.latitude() + ")")
                    .add(capture.accuracyMetres())
                    .add(capture.orientation())
                    .add(photo.large().bytes())
                    .add(photo.thumbnail().bytes())
                    .add(photo.receivedAt())
                    .endRow();
        }
        rows.finish();
    }

    /** Relies on the index photo_complaint. */
    static List<Photo> of(Handle handle, Collection<UUID> complaintIds) {
        return handle.createQuery(
                        SELECT + "WHERE complaint_id = ANY (:complaints) ORDER BY received_at, role, ordinal, id")
                .bindArray("complaints", UUID.class, complaintIds.toArray())
                .map(PhotoTable::photo)
                .list();
    }

    static Optional<Photo> find(Handle handle, UUID photoId) {
        return handle.createQuery(SELECT + "WHERE id = :id")
                .bind("id", photoId)
                .map(PhotoTable::photo)
                .findOne();
    }

    private static Photo photo(ResultSet row, StatementContext context) throws SQLException {
        return new Photo(
                row.getObject("id", UUID.class),
                row.getObject("complaint_id", UUID.class),
                Photo.Role.valueOf(row.getString("role")),
                row.getInt("ordinal"),
                Photo.Source.valueOf(row.getString("source")),
                Digest.of(row.getBytes("sha256")),
                row.getString("media_type"),
                row.getLong("bytes"),
                row.getInt("width"),
                row.getInt("height"),
                capture(row),
                Digest.of(row.getBytes("large_sha256")),
                Digest.of(row.getBytes("thumbnail_sha256")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static CaptureData capture(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new CaptureData(
                instant(row.getObject("taken_at", OffsetDateTime.class)),
                row.getBoolean("zone_assumed"),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                row.getObject("accuracy_metres", Double.class),
                row.getInt("orientation"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
