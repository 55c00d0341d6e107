package id.sipakatau.complaint;

/** How far the agency is: belum, sedang, telah diproses. */
public enum Progress {
    NOT_STARTED,
    IN_PROGRESS,
    DONE
}
