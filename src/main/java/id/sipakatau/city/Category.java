package id.sipakatau.city;

import java.time.LocalDate;
import java.util.List;

/**
 * What a complaint is about, within one agency.
 *
 * @param id lower-case name, unique in the city, used in addresses and stored data
 * @param agencyId the agency it belongs to
 * @param name name shown to people
 * @param description one sentence that helps to choose it
 * @param words words and phrases that people use for it, in lower case: formal, colloquial, Makassar, English
 * @param urgent words in lower case that speak for an emergency of this kind whatever complaint they stand in
 * @param emergency whether it reaches the agency at once, before validation
 * @param place whether a place is asked for
 * @param photo whether a photo is asked for
 * @param publishable whether a valid complaint may be shown to the public at all
 * @param proofRequired whether the agency has to add a photo when it finishes the work
 * @param deadlines at least one, the earliest first, each from another day
 */
public record Category(
        String id,
        String agencyId,
        Localized name,
        Localized description,
        List<String> words,
        List<String> urgent,
        boolean emergency,
        Requirement place,
        Requirement photo,
        boolean publishable,
        boolean proofRequired,
        List<Deadlines> deadlines) {

    /** @throws IllegalArgumentException if there are no deadlines or they are not in the order of their dates */
    public Category {
        words = List.copyOf(words);
        urgent = List.copyOf(urgent);
        deadlines = List.copyOf(deadlines);
        if (deadlines.isEmpty()) {
            throw new IllegalArgumentException("category " + id + " has no deadlines");
        }
        for (int i = 1; i < deadlines.size(); i++) {
            if (!deadlines.get(i - 1).validFrom().isBefore(deadlines.get(i).validFrom())) {
                throw new IllegalArgumentException(
                        "deadlines of category " + id + " are not in the order of their dates");
            }
        }
    }

    /** The deadlines for a complaint sent on that day; {@link City#deadlines} knows those of every kind. */
    public Deadlines deadlinesOn(LocalDate day) {
        return Deadlines.on(day, deadlines);
    }
}
