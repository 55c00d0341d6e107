package id.sipakatau.complaint;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Journal;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Complaints without a running program: a database, a clock and the readings of the journal as a test wants them. */
public final class TestComplaints {

    private TestComplaints() {}

    public static Complaints on(Jdbi jdbi, City city, Journal journal, InstantSource clock) {
        return new Complaints(jdbi, city, journal, new Reporters(journal, clock), new FollowKey(jdbi), clock);
    }

    /** A filing that says as little as possible. */
    public static Filing filing(Kind kind, Category category) {
        return new Filing(
                UUID.randomUUID(),
                Channel.APP,
                category.emergency() ? Kind.COMPLAINT : kind,
                category,
                "Sampah menumpuk",
                Place.UNKNOWN,
                new Complaint.Privacy(false, false),
                Reporter.UNKNOWN,
                new byte[32],
                List.of());
    }
}
