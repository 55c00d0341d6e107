package id.sipakatau.intake;

import id.sipakatau.complaint.Filing.RefusedPhoto;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PreparedPhoto;
import id.sipakatau.evidence.Refusal;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * The photos of a complaint, each looked at on its own: a bad one is refused with its reason and costs neither the
 * others nor the complaint.
 *
 * @param refused with their places among all that were sent, from 1
 */
public record Examined(List<PreparedPhoto> kept, List<RefusedPhoto> refused) {

    static final int MOST = 4;
    /** Photos beyond are not looked at, however few before them were usable. */
    static final int MOST_CONSIDERED = 3 * MOST;

    static final Fault MISSING = Fault.at("photos", "lapor_fault_photo");

    /** A photo that was kept is not there any more: its complaint has been filed at this moment, or it was too old. */
    static final class GoneMeanwhile extends RuntimeException {
        private static final long serialVersionUID = 1;

        GoneMeanwhile(KeptPhotos.Gone cause) {
            super(cause);
        }
    }

    private static final String TOO_MANY = "TOO_MANY";

    static Examined of(List<SentPhoto> photos, PhotoVault vault, ZoneId zone) {
        var kept = new ArrayList<PreparedPhoto>();
        var refused = new ArrayList<RefusedPhoto>();
        for (int i = 0; i < photos.size(); i++) {
            if (kept.size() == MOST || i >= MOST_CONSIDERED) {
                refused.add(new RefusedPhoto(i + 1, TOO_MANY));
                continue;
            }
            switch (examine(photos.get(i), vault, zone)) {
                case PhotoVault.Intake.Kept(var photo) -> kept.add(photo);
                case PhotoVault.Intake.Refused(var refusal) -> refused.add(new RefusedPhoto(i + 1, refusal.name()));
            }
        }
        return new Examined(kept, refused);
    }

    /** What to say where a photo is needed and none could be kept. */
    Fault fault() {
        if (refused.isEmpty()) {
            return MISSING;
        }
        var first = refused.getFirst();
        return Fault.at("photos", "lapor_fault_photo_refused", first.ordinal(), because(first));
    }

    /** Why a photo was refused. */
    public static Fault because(RefusedPhoto photo) {
        return photo.reason().equals(TOO_MANY)
                ? Fault.at("photos", "lapor_refused_too_many", MOST)
                : Fault.at("photos", Refusal.valueOf(photo.reason()).key());
    }

    private static PhotoVault.Intake examine(SentPhoto photo, PhotoVault vault, ZoneId zone) {
        try (var content = photo.content().open()) {
            return vault.prepare(content, photo.source(), zone);
        } catch (KeptPhotos.Gone e) {
            throw new GoneMeanwhile(e);
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the upload " + photo.fileName(), e);
        }
    }

    /** Writes that the kept photos belong to a complaint. */
    void attach(Handle transaction, UUID complaint, PhotoVault vault) {
        for (int i = 0; i < kept.size(); i++) {
            vault.attach(transaction, complaint, Photo.Role.REPORT, i, kept.get(i));
        }
    }
}
