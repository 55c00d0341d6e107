package id.sipakatau.complaint;

/** How a complaint ended. Kept apart from progress, so that an answered question and a declined demand never count as solved. */
public enum Outcome {
    RESOLVED,
    ANSWERED,
    DECLINED
}
