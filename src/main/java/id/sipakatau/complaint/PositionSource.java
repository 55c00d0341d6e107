package id.sipakatau.complaint;

/** How the position became known: measured by the phone, a pin set by hand, only an area chosen by name, or not at all. */
public enum PositionSource {
    GPS,
    PIN,
    AREA,
    NONE
}
