package id.sipakatau.intake;

import id.sipakatau.evidence.Arrival;
import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.web.Problem;
import io.vertx.core.http.HttpServerRequest;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.InputStream;

/** Takes one photo that is the whole body of a request: within the allowance, whole, and as far as is cheap to tell, usable. */
@ApplicationScoped
public class PhotoUploads {

    private final PhotoVault vault;
    private final FilingLimit limit;

    PhotoUploads(PhotoVault vault, FilingLimit limit) {
        this.vault = vault;
        this.limit = limit;
    }

    /**
     * @param said what the sender says its digest is
     * @return a file that is whole and looks like a photo; to be closed
     * @throws Problem 400 if it did not arrive whole, 413 if it is too long, 422 if it is no usable photo, 429 if too many come
     *     from this address
     */
    public Arrival receive(InputStream body, Digest said, HttpServerRequest request) {
        var length = announced(request);
        if (length > vault.mostBytes()) {
            throw tooLong();
        }
        var address = request.remoteAddress().hostAddress();
        limit.takePhoto(address, length).ifPresent(delay -> {
            throw new Problem(429, "lapor_photo_later", Math.max(1, delay.toMinutes())).retryAfter(delay);
        });
        var arrival = vault.arrival(body, said);
        if (arrival.isWhole() && arrival.refusal().isEmpty()) {
            return arrival;
        }
        arrival.close();
        if (!arrival.isWhole()) {
            limit.giveBackPhoto(address, length);
            throw new Problem(400, "lapor_photo_torn");
        }
        throw refused(arrival.refusal().orElseThrow());
    }

    /** What the reader is told of a file that is no usable photo. */
    public static Problem refused(Refusal refusal) {
        return refusal == Refusal.TOO_MANY_BYTES
                ? tooLong()
                : new Problem(422, "lapor_photo_refused")
                        .field("photos", refusal.key())
                        .member("reason", refusal.name());
    }

    private static Problem tooLong() {
        var refusal = Refusal.TOO_MANY_BYTES;
        return new Problem(413, refusal.key()).field("photos", refusal.key()).member("reason", refusal.name());
    }

    /** The length that the head of the request says; one that says none may become as long as any. */
    private long announced(HttpServerRequest request) {
        try {
            var length = request.getHeader("Content-Length");
            return length == null ? vault.mostBytes() : Math.max(0, Long.parseLong(length.strip()));
        } catch (NumberFormatException unreadable) {
            return vault.mostBytes();
        }
    }
}
