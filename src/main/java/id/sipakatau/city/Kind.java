package id.sipakatau.city;

/**
 * What somebody wants when they write to the city: the three kinds of report of SP4N-LAPOR!. All of them are filed, checked
 * and answered in the same way; they differ in their deadlines, in what the form asks for, and in the words about them. In
 * the code each of them is called a complaint.
 */
public enum Kind {
    /** Pengaduan: something is not as it should be. Kritik, criticism, is one. */
    COMPLAINT,
    /** Aspirasi: a wish or proposal. Saran, a suggestion, is one. */
    ASPIRATION,
    /** Permintaan informasi: a question. */
    INFORMATION;

    /** Whether a photo is asked for. What is asked for of a complaint may be left out of a wish, and a question needs none. */
    public Requirement photo(Category category) {
        return switch (this) {
            case COMPLAINT -> category.photo();
            case ASPIRATION -> atMostOptional(category.photo());
            case INFORMATION -> Requirement.NONE;
        };
    }

    /** Whether a place is asked for. Nobody has to be sent there for a wish or a question, but it may be about a place. */
    public Requirement place(Category category) {
        return this == COMPLAINT ? category.place() : atMostOptional(category.place());
    }

    private static Requirement atMostOptional(Requirement requirement) {
        return requirement == Requirement.REQUIRED ? Requirement.OPTIONAL : requirement;
    }
}
