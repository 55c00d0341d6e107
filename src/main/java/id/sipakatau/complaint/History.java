package id.sipakatau.complaint;

import static java.util.Objects.requireNonNull;

import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A complaint with all that happened to it, worked out without a database: what {@link Complaints} would have written if
 * it had happened in the running program. For data that are made by a program; {@link HistoryLoad} stores it.
 */
public final class History {

    private final @Nullable Filing filing;
    private final @Nullable History whole;
    private final List<Entry> entries = new ArrayList<>();
    private Complaint complaint;

    private final List<History> parts = new ArrayList<>();

    private History(@Nullable Filing filing, @Nullable History whole, Complaint complaint, Entry first) {
        this.filing = filing;
        this.whole = whole;
        this.complaint = complaint;
        entries.add(first);
    }

    /** A complaint that was sent at that time. */
    public static History filed(Filing filing, TrackingNumber number, Instant at, City city) {
        var complaint = filing.complaint(number, at, city);
        return new History(filing, null, complaint, Complaints.filed(filing, complaint));
    }

    /**
     * Another agency is asked to do its part.
     *
     * @param id of the part
     * @param number of the part
     * @return the part, to which things happen of their own; what its whole tells of them stands in the rows of that
     * @throws IllegalTransition if the step is not allowed
     */
    public History involve(
            Actor actor, Instant at, String category, String words, UUID id, TrackingNumber number, City city) {
        var change = taken(actor, at, (c, now) -> c.involve(actor, now, category, words, city));
        var beginning = requireNonNull(change.begins());
        var begun = beginning.of(complaint, id, number, at, city);
        var part = new History(null, this, begun, Parts.first(begun, beginning, actor));
        parts.add(part);
        return part;
    }

    /**
     * The next thing that happened.
     *
     * @throws IllegalTransition if the step is not allowed
     * @throws IllegalArgumentException if it is earlier than what happened before
     */
    public void then(Actor actor, Instant at, Complaints.Step step) {
        var change = taken(actor, at, step);
        if (whole != null) {
            change.act().toldByTheWhole().ifPresent(told -> whole.tell(told, complaint, actor, at));
        }
    }

    private Change taken(Actor actor, Instant at, Complaints.Step step) {
        if (at.isBefore(complaint.updatedAt())) {
            throw new IllegalArgumentException("at " + at + " it was " + complaint.updatedAt() + " already");
        }
        var change = step.apply(complaint, at);
        complaint = counted(change.after());
        entries.add(new Entry(complaint.id(), at, change.act().name(), actor, change.facts(), change.words()));
        return change;
    }

    /** A row of the journal that changes nothing of the complaint, at its place in time. */
    public void note(Entry entry) {
        int place = entries.size();
        while (place > 0 && entries.get(place - 1).at().isAfter(entry.at())) {
            place--;
        }
        entries.add(place, entry);
    }

    private void tell(Act told, Complaint part, Actor actor, Instant at) {
        if (told != Act.PART_STARTED) {
            complaint = complaint.withCustody(
                    complaint.custody().without(part.subject().agency()));
        }
        entries.add(new Entry(complaint.id(), at, told.name(), actor, Passing.toldBy(complaint, part), Map.of()));
    }

    /** How it arrived; empty for a part, which nobody sent. */
    public Optional<Filing> filing() {
        return Optional.ofNullable(filing);
    }

    /** What other agencies were asked to do. */
    public List<History> parts() {
        return List.copyOf(parts);
    }

    /** The complaint after all of it. */
    public Complaint complaint() {
        return complaint;
    }

    /** The rows of the journal, oldest first. */
    public List<Entry> entries() {
        return entries.stream().sorted(Comparator.comparing(Entry::at)).toList();
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
