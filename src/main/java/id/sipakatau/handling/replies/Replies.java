package id.sipakatau.handling.replies;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.web.Formats;
import id.sipakatau.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.EnumMap;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** The reply templates of an agency, and what one says of a complaint. */
@ApplicationScoped
public class Replies {

    static final int LONGEST_NAME = 60;
    static final int LONGEST_WORDS = 1_500;

    private final Jdbi jdbi;
    private final Complaints complaints;
    private final City city;

    Replies(Jdbi jdbi, Complaints complaints, City city) {
        this.jdbi = jdbi;
        this.complaints = complaints;
        this.city = city;
    }

    /** @param words with placeholders, or, where it is said so, without */
    public record Reply(UUID id, String name, String words) {}

    /** As the head wrote them, by name. */
    List<Reply> of(String agency) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, name, words FROM reply_template WHERE agency = :agency ORDER BY name")
                .bind("agency", agency) // index reply_template_agency_name_key
                .mapTo(Reply.class)
                .list());
    }

    /** The templates of the agency that has a complaint, filled in for it; in Indonesian, in whichever language staff work. */
    public List<Reply> about(Complaint complaint) {
        var values = new EnumMap<Placeholder, String>(Placeholder.class);
        // Citizens know the whole alone; the number of a part is for staff.
        var known = complaint.isPart() ? complaints.find(complaint.reported()).orElseThrow() : complaint;
        values.put(Placeholder.NUMBER, known.trackingNumber().text());
        values.put(
                Placeholder.CATEGORY,
                city.category(complaint.subject().category())
                        .map(category -> category.name().id())
                        .orElse(complaint.subject().category()));
        values.put(
                Placeholder.KELURAHAN,
                Optional.ofNullable(complaint.place().kelurahan())
                        .flatMap(code -> city.areas().kelurahan(code))
                        .map(kelurahan -> kelurahan.name())
                        .orElse("—"));
        var promised = complaint.handling().promisedBy();
        values.put(
                Placeholder.PROMISED,
                promised == null
                        ? "—"
                        : new Formats(Texts.INDONESIAN, city.zone())
                                .longDay(promised.atZone(city.zone()).toLocalDate()));
        return of(complaint.subject().agency()).stream()
                .map(reply -> new Reply(reply.id, reply.name, Placeholder.filled(reply.words, values)))
                .toList();
    }

    /** Keeps a template; one of the agency with the same name is replaced. */
    void keep(String agency, String name, String words) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO reply_template (id, agency, name, words) VALUES (:id, :agency, :name, :words)
                        ON CONFLICT (agency, name) DO UPDATE SET words = excluded.words
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("agency", agency)
                .bind("name", name)
                .bind("words", words)
                .execute());
    }

    void delete(String agency, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM reply_template WHERE id = :id AND agency = :agency")
                .bind("id", id)
                .bind("agency", agency)
                .execute());
    }
}
