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
import org.jdbi.v3.core.statement.Update;
import org.jspecify.annotations.Nullable;

/** The table {@code photo}: a row for each photo of a complaint. */
final class PhotoTable {

    private static final String SELECT = """
            SELECT id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                taken_at, zone_assumed, taken_position[1] AS latitude, taken_position[0] AS longitude,
                accuracy_metres, direction_degrees, orientation, reduced_sha256, large_sha256, thumbnail_sha256, received_at
            FROM photo
            """;

    private PhotoTable() {}

    static void insert(Handle handle, UUID id, UUID complaintId, Photo.Role role, int ordinal, PreparedPhoto prepared) {
        var insert = handle.createUpdate("""
                INSERT INTO photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                    taken_at, zone_assumed, taken_position, accuracy_metres, direction_degrees, orientation,
                    large_sha256, thumbnail_sha256, received_at)
                VALUES (:id, :complaintId, :role, :ordinal, :source, :sha256, :mediaType, :bytes, :width, :height,
                    :takenAt, :zoneAssumed, point(:longitude, :latitude), :accuracy, :direction, :orientation,
                    :large, :thumbnail, :receivedAt)
                """);
        bind(insert, prepared)
                .bind("id", id)
                .bind("complaintId", complaintId)
                .bind("role", role.name())
                .bind("ordinal", ordinal)
                .bind("source", prepared.source().name())
                .bind("receivedAt", prepared.receivedAt())
                .execute();
    }

    /** What is the file's own, wherever it comes to stand. */
    private static Update bind(Update statement, PreparedPhoto prepared) {
        var capture = prepared.capture();
        var position = capture.position();
        return statement
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
                .bind("direction", capture.directionDegrees())
                .bind("orientation", capture.orientation())
                .bind("large", prepared.large().bytes())
                .bind("thumbnail", prepared.thumbnail().bytes());
    }

    static void insertAll(Handle handle, Collection<PhotoVault.Attachment> attachments) {
        var rows = CopyRows.into(handle, """
                COPY photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                    taken_at, zone_assumed, taken_position, accuracy_metres, direction_degrees, orientation,
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
                    .add(capture.directionDegrees())
                    .add(capture.orientation())
                    .add(photo.large().bytes())
                    .add(photo.thumbnail().bytes())
                    .add(photo.receivedAt())
                    .endRow();
        }
        rows.finish();
    }

    /** Of the photos of a complaint those that are reduced copies whose full file is still to come. */
    static void awaitFull(Handle handle, UUID complaintId, Collection<Digest> reduced) {
        handle.createUpdate("""
                        UPDATE photo SET reduced_sha256 = sha256
                        WHERE complaint_id = :complaint AND role = 'REPORT' AND sha256 = ANY (:reduced)
                        """)
                .bind("complaint", complaintId)
                .bindArray(
                        "reduced",
                        byte[].class,
                        reduced.stream().map(Digest::bytes).toArray())
                .execute();
    }

    /** Id, place, source and time of arrival stay those of the reduced copy. */
    static boolean replace(Handle handle, UUID complaintId, Digest reduced, PreparedPhoto full) {
        var update = handle.createUpdate("""
                UPDATE photo SET sha256 = :sha256, media_type = :mediaType, bytes = :bytes, width = :width,
                    height = :height, taken_at = :takenAt, zone_assumed = :zoneAssumed,
                    taken_position = point(:longitude, :latitude), accuracy_metres = :accuracy, direction_degrees = :direction,
                    orientation = :orientation, large_sha256 = :large, thumbnail_sha256 = :thumbnail
                WHERE complaint_id = :complaintId AND role = 'REPORT' AND sha256 = :reduced AND reduced_sha256 = :reduced
                """);
        return bind(update, full)
                        .bind("complaintId", complaintId)
                        .bind("reduced", reduced.bytes())
                        .execute()
                > 0;
    }

    /** Relies on the index photo_detail, which lets one detail of each reduced copy in. */
    static boolean insertDetail(Handle handle, UUID id, Photo of, Digest reduced, PreparedPhoto full) {
        var insert = handle.createUpdate("""
                INSERT INTO photo (id, complaint_id, role, ordinal, source, sha256, media_type, bytes, width, height,
                    taken_at, zone_assumed, taken_position, accuracy_metres, direction_degrees, orientation, reduced_sha256,
                    large_sha256, thumbnail_sha256, received_at)
                VALUES (:id, :complaintId, 'DETAIL', :ordinal, :source, :sha256, :mediaType, :bytes, :width, :height,
                    :takenAt, :zoneAssumed, point(:longitude, :latitude), :accuracy, :direction, :orientation, :reduced,
                    :large, :thumbnail, :receivedAt)
                ON CONFLICT DO NOTHING
                """);
        return bind(insert, full)
                        .bind("id", id)
                        .bind("complaintId", of.complaintId())
                        .bind("ordinal", of.ordinal())
                        .bind("source", of.source().name())
                        .bind("reduced", reduced.bytes())
                        .bind("receivedAt", full.receivedAt())
                        .execute()
                > 0;
    }

    /** Deletes one proof that waits, or all; relies on the index photo_complaint. The files stay, for nobody to reach. */
    static int deleteProofs(Handle transaction, UUID complaintId, Optional<UUID> photo) {
        return transaction
                .createUpdate("""
                        DELETE FROM photo
                        WHERE complaint_id = :complaint AND role = 'PROOF' AND id = coalesce(:photo, id)
                        """)
                .bind("complaint", complaintId)
                .bindByType("photo", photo.orElse(null), UUID.class)
                .execute();
    }

    /** Proofs that waited become the result of the work; relies on the primary key. */
    static void complete(Handle transaction, UUID complaintId, Collection<UUID> photos) {
        transaction
                .createUpdate("""
                        UPDATE photo SET role = 'COMPLETION'
                        WHERE id = ANY (:photos) AND complaint_id = :complaint AND role = 'PROOF'
                        """)
                .bind("complaint", complaintId)
                .bindArray("photos", UUID.class, photos.toArray())
                .execute();
    }

    /** Relies on the index photo_complaint. */
    static List<Photo> of(Handle handle, Collection<UUID> complaintIds, Collection<Photo.Role> roles) {
        return handle.createQuery(SELECT + """
                        WHERE complaint_id = ANY (:complaints) AND role = ANY (:roles)
                        ORDER BY received_at, role, ordinal, id
                        """)
                .bindArray("complaints", UUID.class, complaintIds.toArray())
                .bindArray(
                        "roles",
                        String.class,
                        roles.stream().map(Photo.Role::name).toArray())
                .map(PhotoTable::photo)
                .list();
    }

    static Optional<Photo> find(Handle handle, UUID photoId) {
        return handle.createQuery(SELECT + "WHERE id = :id AND role IN ('REPORT', 'COMPLETION')")
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
                reduced(row.getBytes("reduced_sha256")),
                Digest.of(row.getBytes("large_sha256")),
                Digest.of(row.getBytes("thumbnail_sha256")),
                row.getObject("received_at", OffsetDateTime.class).toInstant());
    }

    private static @Nullable Digest reduced(byte @Nullable [] sha256) {
        return sha256 == null ? null : Digest.of(sha256);
    }

    private static CaptureData capture(ResultSet row) throws SQLException {
        var latitude = row.getObject("latitude", Double.class);
        var longitude = row.getObject("longitude", Double.class);
        return new CaptureData(
                instant(row.getObject("taken_at", OffsetDateTime.class)),
                row.getBoolean("zone_assumed"),
                latitude == null || longitude == null ? null : new Position(latitude, longitude),
                row.getObject("accuracy_metres", Double.class),
                row.getObject("direction_degrees", Double.class),
                row.getInt("orientation"));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime time) {
        return time == null ? null : time.toInstant();
    }
}
