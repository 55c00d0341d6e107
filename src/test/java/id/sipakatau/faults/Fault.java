package id.sipakatau.faults;

/** What a bad line does to a request. */
enum Fault {
    /** Nothing: it passes as it is. */
    NONE,
    /** It passes after a while. */
    DELAYED,
    /** The line breaks while the request is on its way; the server gets a part of it. */
    REQUEST_CUT,
    /** The same, but the part pretends to be whole: its length was made to fit. */
    REQUEST_SHORTENED,
    /** The server does all that was asked, and its answer never arrives. */
    ANSWER_LOST,
    /** A part of the answer arrives, then the line breaks. */
    ANSWER_CUT,
    /** It is sent a second time at the same moment. */
    DOUBLED,
    /** It is sent a second time some while later. */
    REPEATED_LATER,
    /** The server was not there; not made by the line, but by whoever killed the server. */
    NO_SERVER
}
