package id.sipakatau.complaint;

/** How a complaint came in. */
public enum Channel {
    APP,
    DEMO
}
