package id.sipakatau.complaint;

/** How a complaint came in: by the form, by a call for help, or made for a demonstration. */
public enum Channel {
    APP,
    EMERGENCY,
    DEMO
}
