package id.sipakatau.evidence;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.Position;
import id.sipakatau.evidence.Finding.Code;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/**
 * Photos that are to show that work is done. Each is compared once, as it comes, with all photos that were sent before, with
 * now, and with the complaint's place; what was found stays with it. Until the work is finished a proof is for staff only
 * and can be taken away.
 */
@ApplicationScoped
public class Proofs {

    /** A photo that was taken longer ago is no longer of today's work. */
    public static final Duration MOST_AGE = Duration.ofHours(24);

    /** A photo that was taken further from the complaint's place, beyond what both positions leave open, is of elsewhere. */
    public static final double MOST_METRES = 150;

    /** Clocks of phones may go ahead by this much. */
    private static final Duration CLOCK_ERROR = Duration.ofMinutes(10);

    /** How exact a position is of which nobody says so, in metres. */
    private static final double USUAL_ACCURACY = 30;

    /**
     * What is expected of a proof.
     *
     * @param position where the work was to be done; empty if the complaint names no point
     * @param accuracyMetres how exact that is, or empty
     * @param hereAndNow whether it has to be taken with the camera of the page, rather than chosen from a gallery
     */
    public record Expected(
            @Nullable Position position, @Nullable Double accuracyMetres, boolean hereAndNow) {}

    private final PhotoVault vault;

    Proofs(PhotoVault vault) {
        this.vault = vault;
    }

    /** Puts a proof to a complaint; the same file sent again changes nothing. */
    public void add(Handle transaction, UUID complaint, PreparedPhoto photo, Expected expected) {
        var waiting = waiting(transaction, complaint);
        if (waiting.stream().anyMatch(each -> each.original().equals(photo.original()))) {
            return;
        }
        var findings = new ArrayList<Finding>();
        var id = UuidCreator.getTimeOrderedEpoch();
        FindingTable.usedBefore(transaction, complaint, photo)
                .forEach(used -> findings.add(new Finding(
                        id, used.same() ? Code.SAME_FILE : Code.SAME_PICTURE, used.complaint(), used.at(), null)));
        fromCapture(id, photo, expected, findings);
        vault.attach(transaction, id, complaint, Photo.Role.PROOF, waiting.size(), photo);
        FindingTable.insert(transaction, findings);
    }

    private static void fromCapture(UUID id, PreparedPhoto photo, Expected expected, List<Finding> findings) {
        var capture = photo.capture();
        var taken = capture.takenAt();
        var position = capture.position();
        if (taken == null && position == null) {
            findings.add(new Finding(id, Code.NO_CAPTURE_DATA, null, null, null));
            return;
        }
        if (expected.hereAndNow() && photo.source() != Photo.Source.CAMERA) {
            findings.add(new Finding(id, Code.GALLERY, null, null, null));
        }
        if (taken == null) {
            findings.add(new Finding(id, Code.NO_TIME, null, null, null));
        } else if (taken.isBefore(photo.receivedAt().minus(MOST_AGE))) {
            findings.add(new Finding(id, Code.OLD, null, taken, null));
        } else if (taken.isAfter(photo.receivedAt().plus(CLOCK_ERROR))) {
            findings.add(new Finding(id, Code.AHEAD, null, taken, null));
        }
        var spot = expected.position();
        if (spot == null) {
            return;
        }
        if (position == null) {
            findings.add(new Finding(id, Code.NO_PLACE, null, null, null));
        } else {
            double metres = position.metresTo(spot);
            double open = accuracy(capture.accuracyMetres()) + accuracy(expected.accuracyMetres());
            if (metres - open > MOST_METRES) {
                findings.add(new Finding(id, Code.FAR, null, null, metres));
            }
        }
    }

    /** Nobody widens the circle at will by writing a great inaccuracy into a file. */
    private static double accuracy(@Nullable Double metres) {
        return metres == null ? USUAL_ACCURACY : Math.clamp(metres, 0, MOST_METRES);
    }

    /** The proofs that wait for the work to be finished, in the order in which they came. */
    public List<Photo> waiting(Handle handle, UUID complaint) {
        return PhotoTable.of(handle, List.of(complaint), List.of(Photo.Role.PROOF));
    }

    /** What was found in these photos; one in which nothing was found is not in the map. */
    public Map<UUID, List<Finding>> findings(Handle handle, Collection<Photo> photos) {
        return FindingTable.of(handle, photos.stream().map(Photo::id).toList()).stream()
                .collect(Collectors.groupingBy(Finding::photo));
    }

    /** Takes a waiting proof away; false if there is none of that id. */
    public boolean remove(Handle transaction, UUID complaint, UUID photo) {
        return PhotoTable.deleteProofs(transaction, complaint, Optional.of(photo)) > 0;
    }

    /** Takes all waiting proofs away, since the complaint goes to others. */
    public void removeAll(Handle transaction, UUID complaint) {
        PhotoTable.deleteProofs(transaction, complaint, Optional.empty());
    }

    /** The work is done: these become its result, which may be public; what else waited goes. */
    public void accept(Handle transaction, UUID complaint, Collection<Photo> proofs) {
        PhotoTable.complete(
                transaction, complaint, proofs.stream().map(Photo::id).toList());
        removeAll(transaction, complaint);
    }
}
