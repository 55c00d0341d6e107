package id.sipakatau.demo.story;

import id.sipakatau.complaint.History;
import java.util.List;

/** A complaint of the demo with all that happened to it, its photos, and what others added. */
public record Story(History history, List<Shot> shots, Crowd crowd) {

    public Story {
        shots = List.copyOf(shots);
    }
}
