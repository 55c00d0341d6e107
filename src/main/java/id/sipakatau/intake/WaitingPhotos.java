package id.sipakatau.intake;

import id.sipakatau.evidence.Photo;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The photos of forms that came back with a question, for hours, so that nobody has to choose them twice. */
@ApplicationScoped
class WaitingPhotos {

    private final Jdbi jdbi;
    private final IntakeSettings settings;
    private final InstantSource clock;

    WaitingPhotos(Jdbi jdbi, IntakeSettings settings, InstantSource clock) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.clock = clock;
    }

    /** What waits for a form, in the order of choosing. */
    List<SentPhoto> of(UUID form) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT source, file_name, bytes, sha256 FROM intake_photo WHERE form = :form ORDER BY ordinal
                        """)
                .bind("form", form)
                .map((row, context) -> {
                    var bytes = row.getBytes("bytes");
                    return new SentPhoto(
                            Photo.Source.valueOf(row.getString("source")),
                            row.getString("file_name"),
                            () -> new ByteArrayInputStream(bytes),
                            row.getBytes("sha256"));
                })
                .list());
    }

    /** Keeps these photos, and no others, for a form. Returns those that there was room for. */
    List<SentPhoto> keep(UUID form, List<SentPhoto> photos) {
        return jdbi.inTransaction(transaction -> {
            transaction
                    .createUpdate("DELETE FROM intake_photo WHERE form = :form OR kept_at < :old")
                    .bind("form", form)
                    .bind("old", clock.instant().minus(settings.keepPhotos()))
                    .execute();
            // The length of a photo stands in its row; adding up reads no photo.
            var used = transaction
                    .createQuery("SELECT coalesce(sum(octet_length(bytes)), 0) FROM intake_photo")
                    .mapTo(Long.class)
                    .one();
            if (used > settings.keepPhotosBytes()) {
                return List.of();
            }
            for (int i = 0; i < photos.size(); i++) {
                var photo = photos.get(i);
                transaction
                        .createUpdate("""
                                INSERT INTO intake_photo (form, ordinal, source, file_name, sha256, bytes, kept_at)
                                VALUES (:form, :ordinal, :source, :name, :sha256, :bytes, :now)
                                """)
                        .bind("form", form)
                        .bind("ordinal", i + 1)
                        .bind("source", photo.source().name())
                        .bind("name", photo.fileName())
                        .bind("sha256", photo.sha256())
                        .bind("bytes", bytes(photo))
                        .bind("now", clock.instant())
                        .execute();
            }
            return photos;
        });
    }

    void forget(UUID form) {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM intake_photo WHERE form = ?", form));
    }

    private static byte[] bytes(SentPhoto photo) {
        try (var in = photo.content().open()) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the photo " + photo.fileName(), e);
        }
    }
}
