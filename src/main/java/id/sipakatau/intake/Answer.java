package id.sipakatau.intake;

import id.sipakatau.complaint.Receipt;
import id.sipakatau.evidence.Digest;
import java.time.Duration;
import java.util.List;

/** What became of a form that was sent. */
sealed interface Answer {

    /**
     * It was filed.
     *
     * @param again whether this was a repetition of what had been filed before
     */
    record Received(Receipt receipt, boolean again) implements Answer {}

    /**
     * Nothing was filed: something has to be put right first.
     *
     * @param photos those worth keeping for the next try
     */
    record Asked(List<Fault> faults, List<SentPhoto> photos) implements Answer {}

    /** Nothing was filed: a complaint with this id was filed before, and says something else. */
    record Taken(List<SentPhoto> photos) implements Answer {}

    /** Nothing was filed: these photos, sent ahead, are not here. */
    record Missing(List<Digest> photos) implements Answer {}

    /** Nothing was filed: too many came from this address; after the delay it will be taken. */
    record Later(Duration delay, List<SentPhoto> photos) implements Answer {}
}
