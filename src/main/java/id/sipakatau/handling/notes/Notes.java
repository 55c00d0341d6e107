package id.sipakatau.handling.notes;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.complaint.Headline;
import id.sipakatau.desk.SentBack;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffAccount;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.Query;
import org.jspecify.annotations.Nullable;

/** Notes on cases. That one was written is a row of the journal; its words are here alone. */
@ApplicationScoped
public class Notes {

    public static final int LONGEST = 2_000;

    private static final String NOTED = "NOTED";

    /** A user name behind an @ that follows no letter, so that an e-mail address calls nobody. */
    private static final Pattern MENTION = Pattern.compile("(?<![\\w.@-])@([a-z0-9][a-z0-9._-]{1,39})");

    private final Jdbi jdbi;
    private final Staff staff;
    private final Journal journal;
    private final InstantSource clock;

    Notes(Jdbi jdbi, Staff staff, Journal journal, InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.journal = journal;
        this.clock = clock;
    }

    /**
     * A note.
     *
     * @param author by the name that others see; empty for an account that is no more
     */
    public record Note(UUID id, String agency, @Nullable String author, Instant at, String words) {}

    /** A note that calls somebody by name. */
    record Mention(String number, String title, @Nullable String author, Instant at, String words, boolean unread) {}

    private record Row(UUID id, String agency, @Nullable UUID authorId, Instant at, String words) {}

    private record MentionRow(
            String trackingNumber,
            String description,
            @Nullable UUID authorId,
            Instant at,
            String words,
            boolean unread) {}

    /** What the people of an agency wrote about a case, oldest first. */
    public List<Note> of(UUID complaint, String agency) {
        return jdbi.withHandle(handle -> notes(
                handle,
                handle.createQuery("""
                        SELECT id, agency, author_id, at, words FROM case_note
                        WHERE complaint_id = :complaint AND agency = :agency ORDER BY at, id
                        """) // index case_note_of
                        .bind("complaint", complaint)
                        .bind("agency", agency)));
    }

    /** What anybody wrote about a case, for an administrator, oldest first. */
    List<Note> all(UUID complaint) {
        return jdbi.withHandle(handle -> notes(
                handle,
                handle.createQuery("""
                        SELECT id, agency, author_id, at, words FROM case_note
                        WHERE complaint_id = :complaint ORDER BY at, id
                        """) // index case_note_of
                        .bind("complaint", complaint)));
    }

    private List<Note> notes(Handle handle, Query query) {
        var rows = query.mapTo(Row.class).list();
        var names = names(handle, rows.stream().map(Row::authorId).collect(Collectors.toList()));
        return rows.stream()
                .map(row -> new Note(row.id, row.agency, names.get(row.authorId), row.at, row.words))
                .toList();
    }

    /**
     * Writes a note, and calls those of the agency whom it names.
     *
     * @param agency whose people read it
     * @param words not blank, at most {@value #LONGEST} characters
     */
    public void write(UUID complaint, String agency, Actor by, String words) {
        jdbi.useTransaction(transaction -> write(transaction, complaint, agency, by, words));
    }

    /** A note calls whoever proposed what was sent back, so that they need not find out by themselves. */
    void call(@Observes SentBack returned) {
        staff.find(returned.transaction(), returned.proposer()).ifPresent(person -> {
            var words = "@" + person.username() + " " + returned.reason().strip();
            var fitting = words.substring(0, Math.min(words.length(), LONGEST));
            var complaint = returned.complaint();
            write(returned.transaction(), complaint.id(), complaint.subject().agency(), returned.by(), fitting);
        });
    }

    private void write(Handle transaction, UUID complaint, String agency, Actor by, String words) {
        var id = UuidCreator.getTimeOrderedEpoch();
        transaction
                .createUpdate("""
                            INSERT INTO case_note (id, complaint_id, agency, author_id, at, words)
                            VALUES (:id, :complaint, :agency, :author, :now, :words)
                            """)
                .bind("id", id)
                .bind("complaint", complaint)
                .bind("agency", agency)
                .bind("author", by.account())
                .bind("now", clock.instant())
                .bind("words", words)
                .execute();
        var called = mentioned(words);
        for (var colleague : staff.operators(transaction, agency)) {
            if (called.contains(colleague.username()) && !colleague.id().equals(by.account())) {
                call(transaction, id, colleague);
            }
        }
        var facts = Map.<String, Object>of("agency", agency, "note", id.toString());
        journal.append(transaction, new Entry(complaint, clock.instant(), NOTED, by, facts, Map.of()));
    }

    private static void call(Handle transaction, UUID note, StaffAccount colleague) {
        transaction
                .createUpdate("INSERT INTO case_mention (note_id, staff_id) VALUES (:note, :person)")
                .bind("note", note)
                .bind("person", colleague.id())
                .execute();
    }

    /** The user names that words call. */
    static Set<String> mentioned(String words) {
        return MENTION.matcher(words.toLowerCase(Locale.ROOT))
                .results()
                .map(MatchResult::group)
                // A full stop or hyphen at the end belongs to the sentence.
                .map(name -> name.substring(1).replaceFirst("[.-]+$", ""))
                .collect(Collectors.toSet());
    }

    /** How many notes call a person that the person has not read; none about a case that the agency no longer has. */
    long unread(UUID person, String agency) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) FROM case_mention m
                        JOIN case_note n ON n.id = m.note_id
                        JOIN agency_complaint c ON c.id = n.complaint_id AND c.agency = n.agency
                        WHERE m.staff_id = :person AND m.read_at IS NULL AND n.agency = :agency
                        """) // index case_mention_unread, primary keys
                .bind("person", person)
                .bind("agency", agency)
                .mapTo(Long.class)
                .one());
    }

    /** The last notes that call a person, unread ones first; none about a case that the agency no longer has. */
    List<Mention> mentions(UUID person, String agency) {
        return jdbi.withHandle(handle -> {
            var rows = handle.createQuery("""
                            SELECT c.tracking_number, left(c.description, 300) AS description, n.author_id, n.at, n.words,
                                   m.read_at IS NULL AS unread
                            FROM case_mention m
                            JOIN case_note n ON n.id = m.note_id
                            JOIN agency_complaint c ON c.id = n.complaint_id AND c.agency = n.agency
                            WHERE m.staff_id = :person AND n.agency = :agency
                            ORDER BY m.read_at IS NOT NULL, n.at DESC LIMIT 100
                            """) // primary keys
                    .bind("person", person)
                    .bind("agency", agency)
                    .mapTo(MentionRow.class)
                    .list();
            var names = names(handle, rows.stream().map(MentionRow::authorId).collect(Collectors.toList()));
            return rows.stream()
                    .map(row -> new Mention(
                            row.trackingNumber,
                            Headline.of(row.description),
                            names.get(row.authorId),
                            row.at,
                            row.words,
                            row.unread))
                    .toList();
        });
    }

    /** The person has read all that calls them and that they were shown. */
    void read(UUID person, String agency) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        UPDATE case_mention m SET read_at = :now
                        FROM case_note n JOIN agency_complaint c ON c.id = n.complaint_id AND c.agency = n.agency
                        WHERE m.staff_id = :person AND m.read_at IS NULL AND n.id = m.note_id AND n.agency = :agency
                        """) // index case_mention_unread, primary keys
                .bind("now", clock.instant())
                .bind("person", person)
                .bind("agency", agency)
                .execute());
    }

    private Map<UUID, String> names(Handle handle, List<@Nullable UUID> accounts) {
        return staff.names(
                handle, accounts.stream().filter(Objects::nonNull).distinct().toList());
    }
}
