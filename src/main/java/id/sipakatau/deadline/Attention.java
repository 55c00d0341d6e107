package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.city.Escalation;
import id.sipakatau.complaint.Headline;
import id.sipakatau.identity.SignedIn;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.StaffRole;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** What somebody of the city's staff is told of because a clock runs out. */
@ApplicationScoped
class Attention {

    static final int MOST = 100;

    private final Jdbi jdbi;
    private final City city;
    private final InstantSource clock;

    Attention(Jdbi jdbi, City city, InstantSource clock) {
        this.jdbi = jdbi;
        this.city = city;
        this.clock = clock;
    }

    /**
     * A clock that somebody is told of.
     *
     * @param title the beginning of the words; empty for who may not read them
     * @param agency whose time it is; empty for the administrators'
     * @param to who was told last
     */
    record Item(
            String number,
            @Nullable String title,
            Clock clock,
            @Nullable String agency,
            Instant dueAt,
            String urgency,
            Escalation.To to) {}

    /** What is theirs to know, what is due first first. */
    List<Item> of(SignedIn person) {
        var now = clock.instant();
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT c.tracking_number, k.clock, k.agency, k.level,
                               CASE WHEN k.stands_until <= :now THEN k.due_then ELSE k.due_at END AS due,
                               CASE WHEN c.published_at IS NOT NULL OR NOT :public THEN left(c.description, 300) END AS words
                        FROM running_clock k JOIN complaint c ON c.id = k.complaint_id
                        WHERE k.level > 0 AND k.level >= CASE WHEN k.agency IS NULL THEN :own ELSE :others END
                          AND (k.stands_until IS NULL OR k.stands_until <= :now)
                          AND (CAST(:agency AS text) IS NULL OR k.agency = :agency)
                        ORDER BY due LIMIT :most
                        """) // index complaint_clock_escalated
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .bind("own", level(ownTo(to(person.role()))))
                .bind("others", level(to(person.role())))
                .bind("agency", person.agency())
                // The mayor reads of complaints what everybody reads.
                .bind("public", person.role() == StaffRole.MAYOR)
                .bind("most", MOST)
                .map((row, context) -> item(row, now))
                .list());
    }

    /**
     * What is told in a letter.
     *
     * @param items those that climbed highest first, as many as were asked for
     * @param all how many there are
     */
    record Morning(List<Item> items, int all) {}

    /**
     * What somebody is told of in the morning. A letter leaves the city's hands, so that its words are those which everybody
     * may read. Heads are told from their own step on: before it, their operators are.
     *
     * @param emergenciesOnly on days on which nobody is at work
     */
    Morning morning(StaffMail.Reader reader, boolean emergenciesOnly, int most) {
        var now = clock.instant();
        var to = reader.head() ? Escalation.To.HEAD : to(reader.role());
        return jdbi.withHandle(handle -> {
            var all = new AtomicInteger();
            var items = handle.createQuery("""
                            SELECT c.tracking_number, k.clock, k.agency, k.level, count(*) OVER () AS all_of_them,
                                   CASE WHEN k.stands_until <= :now THEN k.due_then ELSE k.due_at END AS due,
                                   CASE WHEN c.published_at IS NOT NULL THEN left(c.description, 300) END AS words
                            FROM running_clock k JOIN complaint c ON c.id = k.complaint_id
                            WHERE k.level > 0 AND k.level >= CASE WHEN k.agency IS NULL THEN :own ELSE :others END
                              AND (k.stands_until IS NULL OR k.stands_until <= :now)
                              AND (CAST(:agency AS text) IS NULL OR k.agency = :agency)
                              AND (c.emergency OR NOT :emergenciesOnly)
                            ORDER BY k.level DESC, due LIMIT :most
                            """) // index complaint_clock_escalated
                    .bind("now", now.atOffset(ZoneOffset.UTC))
                    .bind("own", level(ownTo(to(reader.role()))))
                    .bind("others", level(to))
                    .bind("agency", reader.agency())
                    .bind("emergenciesOnly", emergenciesOnly)
                    .bind("most", most)
                    .map((row, context) -> {
                        all.set(row.getInt("all_of_them"));
                        return item(row, now);
                    })
                    .list();
            return new Morning(items, all.get());
        });
    }

    /** From which step on a person is told of agencies' clocks. */
    private static Escalation.To to(StaffRole role) {
        return switch (role) {
            case OPERATOR -> Escalation.To.OPERATOR;
            case ADMINISTRATOR -> Escalation.To.ADMINISTRATOR;
            case MAYOR -> Escalation.To.MAYOR;
        };
    }

    /** Of what waits for the administrators they are told from the first step on: they are who handles it. */
    private static Escalation.To ownTo(Escalation.To to) {
        return to == Escalation.To.ADMINISTRATOR ? Escalation.To.OPERATOR : to;
    }

    /** The first step at which such people, or people above them, are told. */
    private int level(Escalation.To to) {
        var steps = city.escalation();
        for (int i = 0; i < steps.size(); i++) {
            if (steps.get(i).to().compareTo(to) >= 0) {
                return i + 1;
            }
        }
        return steps.size() + 1;
    }

    private Item item(ResultSet row, Instant now) throws SQLException {
        var steps = city.escalation();
        var words = row.getString("words");
        var due = row.getObject("due", OffsetDateTime.class).toInstant();
        return new Item(
                row.getString("tracking_number"),
                words == null ? null : Headline.of(words),
                Clock.valueOf(row.getString("clock")),
                row.getString("agency"),
                due,
                Urgency.of(due, now),

                // A city may have fewer of them than it had when a clock climbed.
                steps.get(Math.min(row.getInt("level"), steps.size()) - 1).to());
    }
}
