package id.sipakatau.demo.story;

import id.sipakatau.complaint.History;
import java.util.List;
import java.util.stream.Stream;

/**
 * A complaint of the demo with all that happened to it, its photos, and what others added.
 *
 * @param parts what other agencies were asked to do
 */
public record Story(History history, List<Shot> shots, Crowd crowd, List<Story> parts) {

    public Story {
        shots = List.copyOf(shots);
        parts = List.copyOf(parts);
    }

    /** This one, and behind it its parts. */
    public Stream<Story> withParts() {
        return Stream.concat(Stream.of(this), parts.stream());
    }
}
