package id.sipakatau.launch;

/** What an installation was first started with; decided once, because demo data never mix with a city's own. */
public enum Contents {
    DEMO,
    EMPTY
}
