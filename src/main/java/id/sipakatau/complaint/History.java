package id.sipakatau.complaint;

import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * A complaint with all that happened to it, worked out without a database: what {@link Complaints} would have written if
 * it had happened in the running program. For data that are made by a program; {@link HistoryLoad} stores it.
 */
public final class History {

    private final Filing filing;
    private final List<Entry> entries = new ArrayList<>();
    private Complaint complaint;

    private History(Filing filing, Complaint complaint) {
        this.filing = filing;
        this.complaint = complaint;
        entries.add(Complaints.filed(filing, complaint));
    }

    /** A complaint that was sent at that time. */
    public static History filed(Filing filing, TrackingNumber number, Instant at, City city) {
        return new History(filing, filing.complaint(number, at, city));
    }

    /**
     * The next thing that happened.
     *
     * @throws IllegalTransition if the step is not allowed
     * @throws IllegalArgumentException if it is earlier than what happened before
     */
    public void then(Actor actor, Instant at, Complaints.Step step) {
        if (at.isBefore(complaint.updatedAt())) {
            throw new IllegalArgumentException("at " + at + " it was " + complaint.updatedAt() + " already");
        }
        var change = step.apply(complaint, at);
        complaint = counted(change.after());
        entries.add(new Entry(complaint.id(), at, change.act().name(), actor, change.facts(), change.words()));
    }

    /** A row of the journal that changes nothing of the complaint, at its place in time. */
    public void note(Entry entry) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).at().isAfter(entry.at())) {
            place--;
        }
        entries.add(place, entry);
    }

    public Filing filing() {
        return filing;
    }

    /** The complaint after all of it. */
    public Complaint complaint() {
        return complaint;
    }

    /** The rows of the journal, oldest first. */
    public List<Entry> entries() {
        return List.copyOf(entries);
    }

    /** Every change makes a new version; in the database it is the UPDATE that counts. */
    private static Complaint counted(Complaint c) {
        return new Complaint(
                c.id(),
                c.trackingNumber(),
                c.version() + 1,
                c.channel(),
                c.receivedAt(),
                c.subject(),
                c.description(),
                c.place(),
                c.privacy(),
                c.verdict(),
                c.handling(),
                c.custody(),
                c.publishedAt(),
                c.updatedAt());
    }
}
