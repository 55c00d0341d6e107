package id.sipakatau.complaint;

import id.sipakatau.journal.Recorded;

/** Somebody else changed the complaint first. Nothing of this change was kept; {@link #last} tells what happened. */
public class ChangedMeanwhile extends RuntimeException {

    private final Complaint now;
    private final Recorded last;

    ChangedMeanwhile(Complaint now, Recorded last) {
        super(now.trackingNumber() + " is at version " + now.version() + " already");
        this.now = now;
        this.last = last;
    }

    /** The complaint as it is now. */
    public Complaint now() {
        return now;
    }

    /** The newest change in its journal; a look at the reporter is none. */
    public Recorded last() {
        return last;
    }
}
