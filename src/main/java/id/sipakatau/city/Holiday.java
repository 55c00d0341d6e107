package id.sipakatau.city;

import java.time.LocalDate;

/**
 * A day on which the city's offices do not work, whatever its weekday.
 *
 * @param decree what it is based on
 */
public record Holiday(LocalDate date, Localized name, Kind kind, String decree) {

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
