package id.sipakatau.demo.story;

import id.sipakatau.city.Category;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.demo.words.Surroundings;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A complaint that has just been sent.
 *
 * @param matter what it really is about, whatever category it was sent under
 * @param unfit why it is turned down; empty if it is a proper complaint
 * @param shots its photos, to which those of the agency are added
 * @param waits whether the administrator does not get to it before now
 * @param spare a number that no other has, for the part of another agency
 * @param parts what another agency is asked to do is added here
 */
record Beginning(
        History history,
        Matter matter,
        @Nullable DismissalReason unfit,
        Surroundings around,
        List<Shot> shots,
        boolean waits,
        TrackingNumber spare,
        List<Story> parts) {

    Complaint complaint() {
        return history.complaint();
    }

    Category category() {
        return matter.category();
    }

    Kind kind() {
        return complaint().subject().kind();
    }
}
