package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.evidence.Photo;
import java.util.List;

/**
 * A complaint with all that staff need to judge it.
 *
 * @param reporterKnown whether the reporter left a name or contact; reading them is a step of its own
 */
public record Sheet(Complaint complaint, List<Evidence> evidence, Timeline timeline, boolean reporterKnown) {

    /** A photo, and in words what its file says of its taking. */
    public record Evidence(Photo photo, List<String> capture) {
        public boolean proof() {
            return photo.role() == Photo.Role.COMPLETION;
        }

        /** Whether it is a full file that came after the validation, so that nobody has checked it. */
        public boolean unchecked() {
            return photo.role() == Photo.Role.DETAIL;
        }

        /** Whether it came with the answer to a question; nobody has checked it. */
        public boolean answer() {
            return photo.role() == Photo.Role.ANSWER;
        }

        /** Whether it is to show that the work is not done; nobody has checked it. */
        public boolean contest() {
            return photo.role() == Photo.Role.CONTEST;
        }
    }

    public String title() {
        return Headline.of(complaint.description());
    }

    public String number() {
        return complaint.trackingNumber().text();
    }
}
