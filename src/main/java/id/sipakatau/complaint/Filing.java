package id.sipakatau.complaint;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.identity.Reporter;
import id.sipakatau.journal.Recorded;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A complaint as it arrives, already checked by its channel.
 *
 * @param id made by the client, a UUIDv7, so that sending twice is harmless
 * @param kind a complaint where the category is an emergency
 * @param bodyDigest SHA-256 over everything that was sent; tells a repetition from another complaint under the same id
 * @param refusedPhotos for each photo that was not kept, in which place it came and why; part of the first answer
 */
@SuppressWarnings("ArrayRecordComponent") // a digest for the database; filings are never compared
public record Filing(
        UUID id,
        Channel channel,
        Kind kind,
        Category category,
        String description,
        Place place,
        Complaint.Privacy privacy,
        Reporter reporter,
        byte[] bodyDigest,
        List<RefusedPhoto> refusedPhotos) {

    /** A photo that was not kept: its place in the list of photos, from 1, and why. */
    public record RefusedPhoto(int ordinal, String reason) {

        /** The refused photos that the journal's row of the filing tells of. */
        public static List<RefusedPhoto> in(Recorded filed) {
            if (!(filed.facts().get("refusedPhotos") instanceof List<?> photos)) {
                return List.of();
            }
            return photos.stream()
                    .map(photo -> (Map<?, ?>) photo)
                    .map(photo -> new RefusedPhoto(
                            Integer.parseInt(String.valueOf(photo.get("ordinal"))),
                            String.valueOf(photo.get("reason"))))
                    .toList();
        }
    }

    public Filing {
        if (category.emergency() && kind != Kind.COMPLAINT) {
            throw new IllegalArgumentException("An emergency is a complaint, but this is " + kind);
        }
        refusedPhotos = List.copyOf(refusedPhotos);
        description = description.strip();
        int length = description.codePointCount(0, description.length());
        if (length == 0 || length > Complaint.LONGEST_DESCRIPTION) {
            throw new IllegalArgumentException(
                    "A description has 1 to " + Complaint.LONGEST_DESCRIPTION + " characters, this one " + length);
        }
    }

    Complaint complaint(TrackingNumber number, Instant now, City city) {
        var subject = Subject.of(kind, category);
        return new Complaint(
                id,
                number,
                1,
                channel,
                now,
                subject,
                description,
                place,
                privacy,
                Verdict.PENDING,
                Promises.onArrival(subject, now, now, city),
                Custody.FIRST,
                null,
                now);
    }
}
