package id.sipakatau.complaint;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.City;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * What a change of a complaint means to its parts, and a change of a part to its whole, in the transaction of the change
 * itself.
 */
final class Parts {

    private final City city;
    private final Journal journal;

    Parts(City city, Journal journal) {
        this.city = city;
        this.journal = journal;
    }

    /** Those of a complaint that count, in the order in which they began. */
    static List<Complaint> of(Handle handle, UUID whole) {
        return handle.createQuery(ComplaintRow.SELECT
                        + "WHERE part_of = :whole AND validation = 'VALID' ORDER BY received_at, id")
                .bind("whole", whole) // index complaint_parts
                .map(new ComplaintRow())
                .list();
    }

    void follow(Handle transaction, Change change, Actor actor, Instant now) {
        if (change.begins() != null) {
            begin(transaction, change.begins(), change.after(), actor, now);
        }
        if (change.act() == Act.SHIELDED && !change.after().isPart()) {
            shield(transaction, change.after(), actor, now);
        }
        var whole = change.after().custody().partOf();
        if (whole != null) {
            change.act().toldByTheWhole().ifPresent(told -> tell(transaction, whole, told, change.after(), actor, now));
        }
    }

    private void begin(Handle transaction, Change.Beginning beginning, Complaint whole, Actor actor, Instant now) {
        for (int tries = 0; tries < Complaints.TRIES_FOR_A_FREE_NUMBER; tries++) {
            var number = TrackingNumber.random(city.trackingPrefix());
            var part = beginning.of(whole, UuidCreator.getTimeOrderedEpoch(), number, now, city);
            // Nobody sent it and nobody holds its secret: its reporter's page is that of the whole.
            if (Complaints.insert(transaction, part, null, null)) {
                journal.append(transaction, first(part, beginning, actor));
                return;
            }
        }
        throw new IllegalStateException("No free tracking number in " + Complaints.TRIES_FOR_A_FREE_NUMBER + " tries");
    }

    /** The first row of a part. */
    static Entry first(Complaint part, Change.Beginning beginning, Actor actor) {
        return new Entry(
                part.id(),
                part.receivedAt(),
                Act.INVOLVED.name(),
                actor,
                Change.Beginning.facts(part),
                beginning.words());
    }

    private void shield(Handle transaction, Complaint whole, Actor actor, Instant now) {
        for (var part : of(transaction, whole.id())) {
            Passing.shieldAs(part, whole, now).ifPresent(change -> {
                // Nobody changes a part without its whole, which this transaction has in hand.
                if (Complaints.update(transaction, change.after()) == 0) {
                    throw new IllegalStateException("Part " + part.id() + " changed although its whole is locked");
                }
                journal.append(
                        transaction,
                        new Entry(part.id(), now, change.act().name(), actor, change.facts(), change.words()));
            });
        }
    }

    /** No change of the whole, so that its version stays: nobody who is writing there is turned away by it. */
    private void tell(Handle transaction, UUID id, Act told, Complaint part, Actor actor, Instant now) {
        var whole = Complaints.find(transaction, id).orElseThrow();
        journal.append(transaction, new Entry(id, now, told.name(), actor, Passing.toldBy(whole, part), Map.of()));
    }
}
