package id.sipakatau.demo.story;

import id.sipakatau.complaint.History;
import java.util.List;

/** A complaint of the demo with all that happened to it, and its photos. */
public record Story(History history, List<Shot> shots) {

    public Story {
        shots = List.copyOf(shots);
    }
}
