package id.sipakatau.evidence;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.file.Path;
import java.time.Duration;

/**
 * A public picture of a photo: a JPEG that this program encoded, upright and without metadata.
 *
 * @param digest SHA-256 of the picture
 * @param bytes length of the picture
 * @param file where it can be read
 */
public record Derivative(Digest digest, long bytes, Path file) {

    public static final String MEDIA_TYPE = "image/jpeg";

    /** The entity tag: equal tags mean the same bytes. */
    public String etag() {
        return digest.hex();
    }

    /**
     * Answers a request for a picture that everybody may see: 200 with the picture, or 304 if the browser has it. Browsers
     * and caches may keep it for {@code fresh}; so long may it be seen after it is taken down.
     */
    public Response toEverybody(Request request, Duration fresh) {
        var cache = new CacheControl();
        cache.setPrivate(false);
        cache.getCacheExtension().put("public", "");
        cache.setMaxAge((int) fresh.toSeconds());
        return answer(request, cache);
    }

    /** Answers a request of somebody signed in: only this browser may keep the picture, and asks again each time. */
    public Response toOnePerson(Request request) {
        var cache = new CacheControl();
        cache.setPrivate(true);
        cache.setNoCache(true);
        return answer(request, cache);
    }

    private Response answer(Request request, CacheControl cache) {
        var tag = new EntityTag(etag());
        var unchanged = request.evaluatePreconditions(tag);
        var response = unchanged == null ? Response.ok(file, MEDIA_TYPE) : unchanged;
        return response.tag(tag).cacheControl(cache).build();
    }
}
