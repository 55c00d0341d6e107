package id.sipakatau.complaint;

import java.util.UUID;

/** A complaint with this id exists and says something else. Nothing was kept of the second one. */
public class AnotherUnderSameId extends RuntimeException {
    AnotherUnderSameId(UUID id) {
        super("Another complaint has the id " + id);
    }
}
