package id.sipakatau.intake;

import static id.sipakatau.intake.TypedText.length;
import static id.sipakatau.intake.TypedText.line;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.Reporter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Reads one form, field by field in the order of the screen, and notes every fault rather than stopping at the first.
 * Page and API share it, so that both ask for the same things in the same words.
 */
final class FormReading {

    private final City city;
    private final FilingForm form;
    private final List<Fault> faults = new ArrayList<>();
    private final @Nullable UUID id;
    private final @Nullable Kind kind;
    private final @Nullable Category category;
    private final @Nullable Statement statement;

    /** The client's id, if it is one; readable whatever else is wrong. */
    static Optional<UUID> clientId(FilingForm form) {
        return clientId(line(form.id()));
    }

    static Optional<UUID> clientId(String typed) {
        try {
            var id = UUID.fromString(typed);
            return id.version() == 7 && id.variant() == 2 ? Optional.of(id) : Optional.empty();
        } catch (IllegalArgumentException unreadable) {
            return Optional.empty();
        }
    }

    /** @param photos how many files came as photos; whether they are some is found out later */
    FormReading(FilingForm form, City city, int photos) {
        this.city = city;
        this.form = form;
        this.id = id();
        this.kind = kind();
        this.category = category();
        if (form.hasUnreadableDigest()) {
            faults.add(Fault.at("photos", "lapor_fault_photo_reference"));
        } else if (asksForPhoto() && photos == 0) {
            faults.add(Examined.MISSING);
        }
        var place = new PlaceReading(form, city, kind, category, faults).place();
        var description = description();
        var reporter = reporter();
        statement = id == null || kind == null || category == null || !faults.isEmpty()
                ? null
                : new Statement(id, kind, category, description, place, privacy(), reporter);
    }

    /** What is wrong, in the order of the screen; empty if nothing is. */
    List<Fault> faults() {
        return List.copyOf(faults);
    }

    /** The complete statement; empty as long as there are faults. */
    Optional<Statement> statement() {
        return Optional.ofNullable(statement);
    }

    boolean asksForPhoto() {
        return kind != null && category != null && kind.photo(category) == Requirement.REQUIRED;
    }

    private @Nullable UUID id() {
        var found = clientId(form);
        if (found.isEmpty()) {
            faults.add(Fault.at("id", "lapor_fault_id"));
        }
        return found.orElse(null);
    }

    private @Nullable Kind kind() {
        var said = form.said();
        if (said.isEmpty()) {
            faults.add(Fault.at("kind", "lapor_fault_kind"));
        }
        return said.orElse(null);
    }

    private @Nullable Category category() {
        var typed = line(form.category());
        var found = city.category(typed);
        if (found.isEmpty()) {
            faults.add(Fault.at("category", typed.isEmpty() ? "lapor_fault_category" : "lapor_fault_category_unknown"));
        } else if (found.get().emergency() && kind != null && kind != Kind.COMPLAINT) {
            faults.add(Fault.at("kind", "lapor_fault_kind_emergency"));
        }
        return found.orElse(null);
    }

    private String description() {
        var text = TypedText.lines(form.description());
        int length = length(text);
        if (length == 0) {
            faults.add(
                    Fault.at("description", "lapor_fault_words_" + form.said().orElse(Kind.COMPLAINT)));
        } else if (length > Complaint.LONGEST_DESCRIPTION) {
            faults.add(Fault.at(
                    "description",
                    "lapor_fault_description_long",
                    Complaint.LONGEST_DESCRIPTION,
                    length,
                    length - Complaint.LONGEST_DESCRIPTION));
        }
        return text;
    }

    private Complaint.Privacy privacy() {
        return new Complaint.Privacy(FilingForm.isOn(form.anonymous()), FilingForm.isOn(form.confidential()));
    }

    private Reporter reporter() {
        var name = limited("name", line(form.name()), Reporter.LONGEST_NAME);
        var contact = limited("contact", line(form.contact()), Reporter.LONGEST_CONTACT);
        return new Reporter(name, contact);
    }

    private String limited(String field, String text, int longest) {
        if (length(text) > longest) {
            faults.add(Fault.at(field, "lapor_fault_" + field + "_long", longest, length(text)));
        }
        return text;
    }
}
