package id.sipakatau.post;

import org.jspecify.annotations.Nullable;

/** A letter or a short message did not leave. Its message holds no address and no word of what was to be sent. */
public final class NotSent extends RuntimeException {

    private final boolean worthRetrying;

    public NotSent(String why, boolean worthRetrying, @Nullable Throwable cause) {
        super(why, cause);
        this.worthRetrying = worthRetrying;
    }

    /** Whether the same may go well later: the other side was away or busy, rather than refusing for good. */
    public boolean isWorthRetrying() {
        return worthRetrying;
    }
}
