package id.sipakatau.complaint;

import id.sipakatau.city.Category;
import id.sipakatau.city.Kind;

/** What it is, who handles it and what it is about. An emergency reaches the agency before it is validated. */
public record Subject(Kind kind, String agency, String category, boolean emergency) {
    /** An emergency is a complaint, whatever it was taken for. */
    static Subject of(Kind kind, Category category) {
        boolean emergency = category.emergency();
        return new Subject(emergency ? Kind.COMPLAINT : kind, category.agencyId(), category.id(), emergency);
    }
}
