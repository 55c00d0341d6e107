package id.sipakatau.handling.shift;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.identity.Staff;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Hand-over notes of an agency's shifts. */
@ApplicationScoped
public class ShiftNotes {

    static final int LONGEST = 2_000;

    /** What is older nobody is shown unasked: the shifts since have had their own. */
    private static final Duration FRESH = Duration.ofDays(7);

    private final Jdbi jdbi;
    private final Staff staff;
    private final InstantSource clock;

    ShiftNotes(Jdbi jdbi, Staff staff, InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param author by the name that others see; empty for an account that is no more */
    public record ShiftNote(UUID id, @Nullable String author, Instant at, String words) {}

    private record Row(UUID id, @Nullable UUID authorId, Instant at, String words) {}

    /** What others left of late that a person has not read, oldest first. */
    public List<ShiftNote> unread(String agency, UUID person) {
        return notes("""
                SELECT n.id, n.author_id, n.at, n.words FROM shift_note n
                WHERE n.agency = :agency AND n.at > :since AND n.author_id IS DISTINCT FROM :person
                  AND NOT EXISTS (SELECT FROM shift_note_read r WHERE r.note_id = n.id AND r.staff_id = :person)
                ORDER BY n.at
                """, agency, person); // index shift_note_of
    }

    /** The last ones of an agency, the newest first. */
    List<ShiftNote> last(String agency) {
        return notes("""
                SELECT id, author_id, at, words FROM shift_note WHERE agency = :agency ORDER BY at DESC LIMIT 30
                """, agency, null); // index shift_note_of
    }

    private List<ShiftNote> notes(String sql, String agency, @Nullable UUID person) {
        return jdbi.withHandle(handle -> {
            var query = handle.createQuery(sql).bind("agency", agency);
            if (person != null) {
                query.bind("person", person).bind("since", clock.instant().minus(FRESH));
            }
            var rows = query.mapTo(Row.class).list();
            var names = staff.names(
                    handle,
                    rows.stream()
                            .map(Row::authorId)
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
            return rows.stream()
                    .map(row -> new ShiftNote(row.id, names.get(row.authorId), row.at, row.words))
                    .toList();
        });
    }

    /** @param words not blank, at most {@value #LONGEST} characters */
    void write(String agency, UUID author, String words) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO shift_note (id, agency, author_id, at, words)
                        VALUES (:id, :agency, :author, :now, :words)
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("agency", agency)
                .bind("author", author)
                .bind("now", clock.instant())
                .bind("words", words)
                .execute());
    }

    /** A person has read a note of the agency. Doing it twice changes nothing. */
    void read(String agency, UUID note, UUID person) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO shift_note_read (note_id, staff_id)
                        SELECT id, :person FROM shift_note WHERE id = :note AND agency = :agency
                        ON CONFLICT DO NOTHING
                        """)
                .bind("person", person)
                .bind("note", note)
                .bind("agency", agency)
                .execute());
    }
}
