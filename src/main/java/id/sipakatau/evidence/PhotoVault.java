package id.sipakatau.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.evidence.likeness.Prints;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.time.InstantSource;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Takes photos in and hands out their public pictures.
 *
 * <p>Taking in has two steps, so that no transaction waits for a decoder: {@link #prepare} checks and keeps the files
 * without the database, {@link #attach} writes the row in the transaction of the complaint. What is prepared and never
 * attached leaves files that nobody can reach.
 */
@ApplicationScoped
public class PhotoVault {

    private static final Logger LOG = Logger.getLogger(PhotoVault.class);

    /** What may become public with its complaint. */
    private static final Set<Photo.Role> CHECKED = Set.of(Photo.Role.REPORT, Photo.Role.COMPLETION);

    /** What a reporter sees of the own complaint: also what nobody but the reporter and staff have seen. */
    private static final Set<Photo.Role> REPORTERS =
            Set.of(Photo.Role.REPORT, Photo.Role.COMPLETION, Photo.Role.ANSWER, Photo.Role.CONTEST);

    /** What became of a file. */
    public sealed interface Intake {

        /** It is a photo, and its files are kept. */
        record Kept(PreparedPhoto photo) implements Intake {}

        /** It is not taken; nothing of it is kept. */
        record Refused(Refusal reason) implements Intake {}
    }

    private final InstantSource clock;
    private final PhotoStore store;
    private final Examination examination;
    private final long maxBytes;

    @Inject
    PhotoVault(EvidenceSettings settings, InstantSource clock, PhotoStore store, Examination examination) {
        this.clock = clock;
        this.store = store;
        this.examination = examination;
        maxBytes = settings.maxBytes().asLongValue();
    }

    private PhotoVault(PhotoVault like, PhotoStore store) {
        this.store = store;
        clock = like.clock;
        examination = like.examination;
        maxBytes = like.maxBytes;
    }

    /** Makes the vault at start rather than with the first photo, so that a wrong setting or folder stops the program. */
    void start(@Observes StartupEvent event) {
        LOG.debugf("Photos of up to %d bytes", maxBytes);
    }

    @PreDestroy
    void stop() {
        examination.close();
    }

    /**
     * Writes a file to the disk as it arrives, and looks at it as far as that costs little. Nothing of it is kept for good.
     *
     * @param upload the content; it is read to its end or to one byte more than may be sent, and not closed
     * @param said what the sender says its digest is
     */
    public Arrival arrival(InputStream upload, Digest said) {
        try {
            var draft = store.draft();
            try {
                return arrival(draft, upload, said);
            } catch (IOException | RuntimeException e) {
                Files.deleteIfExists(draft);
                throw e;
            }
        } catch (IOException e) {
            throw new PhotoStoreFailure("a photo could not be written", e);
        }
    }

    private Arrival arrival(Path draft, InputStream upload, Digest said) throws IOException {
        try {
            var digest = copy(new Transfer(upload), draft);
            if (!digest.equals(said)) {
                return new Arrival(draft, false, null);
            }
            examination.look(draft);
            return new Arrival(draft, true, null);
        } catch (Transfer.Torn e) {
            LOG.debugf(e, "An upload ended too early");
            return new Arrival(draft, false, null);
        } catch (Unusable e) {
            LOG.debugf(e, "A file is refused as %s", e.refusal());
            return new Arrival(draft, true, e.refusal());
        }
    }

    /** The longest file that is taken, in bytes. */
    public long mostBytes() {
        return maxBytes;
    }

    /**
     * Checks a file, keeps it, and makes its public pictures; see {@link Refusal} for what is not taken.
     *
     * @param upload the content; it is read to its end or to one byte more than may be sent, and not closed
     * @param source how it came into the sender's program, as that says
     * @param assumed the zone of a time that the file gives without one, usually the city's
     * @throws PhotoStoreFailure if the photo could not be kept by a fault of ours; never for a bad file
     */
    public Intake prepare(InputStream upload, Photo.Source source, ZoneId assumed) {
        try {
            var draft = store.draft();
            try {
                return prepare(draft, upload, source, assumed);
            } finally {
                Files.deleteIfExists(draft);
            }
        } catch (IOException e) {
            throw new PhotoStoreFailure("a photo could not be kept", e);
        }
    }

    /** The same for a file on this machine, which stays where it is. */
    public Intake prepare(Path upload, Photo.Source source, ZoneId assumed) {
        try (var in = Files.newInputStream(upload)) {
            return prepare(in, source, assumed);
        } catch (IOException e) {
            throw new PhotoStoreFailure("a sent file could not be read", e);
        }
    }

    private Intake prepare(Path draft, InputStream upload, Photo.Source source, ZoneId assumed) throws IOException {
        var received = clock.instant().truncatedTo(ChronoUnit.MICROS);
        try {
            var digest = copy(upload, draft);
            long bytes = Files.size(draft);
            var found = examination.examine(draft, assumed);
            var large = keep(found.large());
            var thumbnail = keep(found.thumbnail());
            store.keep(PhotoStore.Shelf.ORIGINAL, digest, draft);
            var size = found.size();
            return new Intake.Kept(new PreparedPhoto(
                    digest,
                    found.mediaType(),
                    bytes,
                    size.width(),
                    size.height(),
                    source,
                    found.capture(),
                    large,
                    thumbnail,
                    found.print(),
                    received));
        } catch (Unusable e) {
            LOG.debugf(e, "A file is refused as %s", e.refusal());
            return new Intake.Refused(e.refusal());
        }
    }

    private Digest copy(InputStream upload, Path draft) throws IOException, Unusable {
        var hash = Digest.sha256();
        var all = new DigestInputStream(upload, hash);
        try (var out = Files.newOutputStream(draft)) {
            var buffer = new byte[1 << 16];
            long copied = 0;
            for (int length = all.read(buffer); length > 0; length = all.read(buffer)) {
                copied += length;
                if (copied > maxBytes) {
                    throw new Unusable(Refusal.TOO_MANY_BYTES, "more than " + maxBytes + " bytes");
                }
                out.write(buffer, 0, length);
            }
        }
        return Digest.of(hash.digest());
    }

    private Digest keep(byte[] picture) throws IOException {
        var digest = Digest.ofContent(picture);
        var draft = store.draft();
        try {
            Files.write(draft, picture);
            store.keep(PhotoStore.Shelf.PICTURE, digest, draft);
        } finally {
            Files.deleteIfExists(draft);
        }
        return digest;
    }

    /**
     * Writes that a prepared photo belongs to a complaint.
     *
     * @param ordinal its place among the photos that came together, from 0
     * @return the id of the photo, by which its public pictures are asked for
     */
    public UUID attach(Handle handle, UUID complaintId, Photo.Role role, int ordinal, PreparedPhoto prepared) {
        var id = UuidCreator.getTimeOrderedEpoch();
        attach(handle, id, complaintId, role, ordinal, prepared);
        return id;
    }

    /** The same under an id that the caller made. */
    void attach(Handle handle, UUID id, UUID complaintId, Photo.Role role, int ordinal, PreparedPhoto prepared) {
        PhotoTable.insert(handle, id, complaintId, role, ordinal, prepared);
        if (prepared.print() != null) {
            Prints.insert(handle, id, prepared.print());
        }
    }

    /** A prepared photo and the complaint it is to belong to, under an id that the caller made. */
    public record Attachment(UUID id, UUID complaintId, Photo.Role role, int ordinal, PreparedPhoto photo) {}

    /** Writes very many rows at once; for data that are made by a program. */
    public void attach(Handle transaction, Collection<Attachment> attachments) {
        PhotoTable.insertAll(transaction, attachments);
    }

    /**
     * A vault that keeps its files in another folder: a stock of photos, prepared once, for {@link #takeOver}. It is
     * usable as long as this one.
     */
    public PhotoVault stock(Path folder) {
        return new PhotoVault(this, new FolderStore(folder));
    }

    /** Takes over all files of a stock, which stays as it is. As quick as links are, since nothing is decoded or copied. */
    public void takeOver(Path stock) {
        try {
            store.takeOver(stock);
        } catch (IOException e) {
            throw new PhotoStoreFailure("the photos in " + stock + " could not be taken over", e);
        }
    }

    /** Writes that those of a complaint's photos are reduced copies, whose full files are to come. */
    public void awaitFull(Handle transaction, UUID complaintId, Collection<Digest> reduced) {
        PhotoTable.awaitFull(transaction, complaintId, reduced);
    }

    /**
     * Puts a full file in the place of the reduced copy, under the same id. The copy's own file stays kept.
     *
     * @return false if no reduced copy is in that place, or not any more
     */
    public boolean replace(Handle transaction, UUID complaintId, Digest reduced, PreparedPhoto full) {
        return PhotoTable.replace(transaction, complaintId, reduced, full);
    }

    /**
     * Keeps a full file beside the reduced copy, which stays what everybody sees.
     *
     * @param copy the photo of the reduced copy
     * @return false if there is one already
     */
    public boolean attachDetail(Handle transaction, Photo copy, PreparedPhoto full) {
        return PhotoTable.insertDetail(transaction, UuidCreator.getTimeOrderedEpoch(), copy, copy.original(), full);
    }

    /**
     * The photos of a complaint, those that came first before the others, and together in their order. None that
     * nobody has checked: whoever shows those says so by {@link #withDetails} or {@link #ofReporter}.
     */
    public List<Photo> of(Handle handle, UUID complaintId) {
        return PhotoTable.of(handle, List.of(complaintId), CHECKED);
    }

    /** The same for the reporter, with the photos of answers and of what is not done. */
    public List<Photo> ofReporter(Handle handle, UUID complaintId) {
        return PhotoTable.of(handle, List.of(complaintId), REPORTERS);
    }

    /** The same for staff: all that came later and that nobody has checked, full files and photos of answers. */
    public List<Photo> withDetails(Handle handle, UUID complaintId) {
        return PhotoTable.of(handle, List.of(complaintId), List.of(Photo.Role.values()));
    }

    /** The photos of many complaints by one query; a complaint without photos is not in the map. */
    public Map<UUID, List<Photo>> of(Handle handle, Collection<UUID> complaintIds) {
        return PhotoTable.of(handle, complaintIds, CHECKED).stream().collect(Collectors.groupingBy(Photo::complaintId));
    }

    /** A photo by its id, if it was checked. Whoever shows it asks first whether its complaint may be seen. */
    public Optional<Photo> find(Handle handle, UUID photoId) {
        return PhotoTable.find(handle, photoId);
    }

    /** A public picture of a photo; empty only if the folder has lost it. */
    public Optional<Derivative> derivative(Photo photo, Photo.Size size) {
        var digest = photo.digest(size);
        return store.find(PhotoStore.Shelf.PICTURE, digest).map(file -> derivative(digest, file));
    }

    private static Derivative derivative(Digest digest, Path file) {
        try {
            return new Derivative(digest, Files.size(file), file);
        } catch (IOException e) {
            throw new PhotoStoreFailure("a picture could not be read", e);
        }
    }
}
