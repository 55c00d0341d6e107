package id.sipakatau.complaint;

import id.sipakatau.city.Kind;
import java.util.List;

/** How a complaint ended. Kept apart from progress, so that an answered question and a declined demand never count as solved. */
public enum Outcome {
    RESOLVED,
    ANSWERED,
    DECLINED;

    /** How one of that kind can end. A question has an answer; there is nothing to put right. */
    public static List<Outcome> of(Kind kind) {
        return kind == Kind.INFORMATION ? List.of(ANSWERED, DECLINED) : List.of(values());
    }
}
