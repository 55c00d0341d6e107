package id.sipakatau.city;

import java.time.LocalDate;

/** A day, or one day of several, on which the city's offices do not work although the weekday is a working one. */
public record Holiday(LocalDate date, Localized name, Kind kind) {

    /** Who declared it. */
    public enum Kind {
        /** National holiday (<i>hari libur nasional</i>). */
        NATIONAL,
        /** Joint leave of the civil service (<i>cuti bersama</i>). */
        JOINT_LEAVE,
        /** Day of a general or local election. */
        ELECTION
    }
}
