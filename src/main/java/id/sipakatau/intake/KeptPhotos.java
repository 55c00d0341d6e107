package id.sipakatau.intake;

import id.sipakatau.evidence.Arrival;
import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.Photo;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/**
 * The photos that phones sent ahead of their complaints, each on its own, until the complaint is filed or too many days
 * have passed. Nobody can read them back.
 */
@ApplicationScoped
class KeptPhotos {

    private static final int SWEEP_EVERY = 100;
    private static final Duration SWEEP_AFTER = Duration.ofHours(1);

    /** A kept photo is not there any more. */
    static final class Gone extends IOException {
        private static final long serialVersionUID = 1;

        Gone(Digest photo) {
            super("no photo " + photo.hex() + " is kept");
        }
    }

    private final Jdbi jdbi;
    private final IntakeSettings settings;
    private final InstantSource clock;
    private final AtomicInteger arrived = new AtomicInteger();
    private volatile Instant swept = Instant.MIN;

    KeptPhotos(Jdbi jdbi, IntakeSettings settings, InstantSource clock) {
        this.jdbi = jdbi;
        this.settings = settings;
        this.clock = clock;
    }

    boolean has(UUID complaint, Digest photo) {
        return missing(complaint, List.of(photo)).isEmpty();
    }

    /** Keeps a photo. Returns false if it was there already: of two that come at once the second waits, and is one with it. */
    boolean keep(UUID complaint, Digest photo, Photo.Source source, Arrival arrival) {
        if (arrived.incrementAndGet() % SWEEP_EVERY == 0
                || clock.instant().minus(SWEEP_AFTER).isAfter(swept)) {
            sweep();
        }
        try (var bytes = Files.newInputStream(arrival.file())) {
            return jdbi.inTransaction(transaction -> {
                var added = insert(transaction, complaint, photo, source, bytes, arrival.bytes());
                transaction
                        .createUpdate("""
                                DELETE FROM intake_upload WHERE complaint = :complaint AND sha256 IN (
                                    SELECT sha256 FROM intake_upload WHERE complaint = :complaint
                                    ORDER BY kept_at DESC, sha256 OFFSET :most)
                                """)
                        .bind("complaint", complaint)
                        .bind("most", Examined.MOST_CONSIDERED)
                        .execute();
                return added;
            });
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read an upload", e);
        }
    }

    private boolean insert(
            Handle transaction, UUID complaint, Digest photo, Photo.Source source, InputStream bytes, long length) {
        return transaction
                        .createUpdate("""
                                INSERT INTO intake_upload (complaint, sha256, source, length, bytes, kept_at)
                                VALUES (:complaint, :sha256, :source, :length, :bytes, :now)
                                ON CONFLICT (complaint, sha256) DO NOTHING
                                """)
                        .bind("complaint", complaint)
                        .bind("sha256", photo.bytes())
                        .bind("source", source.name())
                        .bind("length", length)
                        .bindBinaryStream("bytes", bytes, (int) length)
                        .bind("now", clock.instant())
                        .execute()
                == 1;
    }

    /** Those of these photos that are not kept, in the order given; of those that nobody will look at, none. */
    List<Digest> missing(UUID complaint, List<Digest> photos) {
        var there = sources(complaint).keySet();
        return considered(photos).stream()
                .distinct()
                .filter(photo -> !there.contains(photo))
                .toList();
    }

    /** These photos, to be read when they are wanted. */
    List<SentPhoto> of(UUID complaint, List<Digest> photos) {
        if (photos.isEmpty()) {
            return List.of();
        }
        var sources = sources(complaint);
        return photos.stream()
                .map(photo -> new SentPhoto(
                        sources.getOrDefault(photo, Photo.Source.UNKNOWN),
                        photo.hex(),
                        () -> open(complaint, photo),
                        photo.bytes()))
                .toList();
    }

    void forget(UUID complaint) {
        jdbi.useHandle(handle -> forget(handle, complaint));
    }

    void forget(Handle transaction, UUID complaint) {
        transaction.execute("DELETE FROM intake_upload WHERE complaint = ?", complaint);
    }

    /** Drops what is too old, and the oldest of what is too much. Reads no photo: lengths and times stand in an index. */
    void sweep() {
        swept = clock.instant();
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM intake_upload WHERE kept_at < :old OR (complaint, sha256) IN (
                            SELECT complaint, sha256 FROM (
                                SELECT complaint, sha256, sum(length) OVER (ORDER BY kept_at DESC, sha256) AS newer
                                FROM intake_upload) AS counted
                            WHERE newer > :most)
                        """)
                .bind("old", clock.instant().minus(settings.keepUploads()))
                .bind("most", settings.keepUploadsBytes())
                .execute());
    }

    private static List<Digest> considered(List<Digest> photos) {
        return photos.subList(0, Math.min(photos.size(), Examined.MOST_CONSIDERED));
    }

    private Map<Digest, Photo.Source> sources(UUID complaint) {
        var sources = new HashMap<Digest, Photo.Source>();
        jdbi.useHandle(handle -> handle.createQuery(
                        "SELECT sha256, source FROM intake_upload WHERE complaint = :complaint")
                .bind("complaint", complaint)
                .map((row, context) ->
                        sources.put(Digest.of(row.getBytes("sha256")), Photo.Source.valueOf(row.getString("source"))))
                .list());
        return sources;
    }

    private InputStream open(UUID complaint, Digest photo) throws Gone {
        return jdbi.withHandle(handle -> handle.createQuery(
                                "SELECT bytes FROM intake_upload WHERE complaint = :complaint AND sha256 = :sha256")
                        .bind("complaint", complaint)
                        .bind("sha256", photo.bytes())
                        .map((row, context) -> row.getBinaryStream("bytes"))
                        .findOne())
                .orElseThrow(() -> new Gone(photo));
    }
}
