package id.sipakatau.privacy;

/** What can be known of a complaint. */
enum Fact {
    NAME('N', "name"),
    CONTACT('C', "contact"),
    TEXT('T', "text"),
    PHOTO('F', "photo"),
    POSITION('P', "position"),
    ADDRESS('A', "address"),
    NOTE('I', "internal notes of the agency"),
    EXISTENCE('E', "that it exists");

    final char letter;
    final String meaning;

    Fact(char letter, String meaning) {
        this.letter = letter;
        this.meaning = meaning;
    }
}
