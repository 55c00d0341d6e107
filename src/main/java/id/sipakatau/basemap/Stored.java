package id.sipakatau.basemap;

import jakarta.ws.rs.core.CacheControl;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.HexFormat;

/**
 * An answer that is the same for everyone: made once, sent again only when it has changed. It is compressed on its way
 * by the server, since content that comes compressed already would be compressed twice under HTTP/2.
 */
record Stored(byte[] content, EntityTag tag) {

    private static final int A_DAY = 86_400;

    static Stored of(byte[] content) {
        return new Stored(content, new EntityTag(HexFormat.of().formatHex(digest(content), 0, 8), true));
    }

    Response answer(Request request, String type) {
        Response.ResponseBuilder unchanged = request.evaluatePreconditions(tag);
        Response.ResponseBuilder answer = unchanged != null ? unchanged : Response.ok(content, type);
        return answer.cacheControl(keepFor(A_DAY)).tag(tag).build();
    }

    static CacheControl keepFor(int seconds) {
        var cache = new CacheControl();
        cache.setMaxAge(seconds);
        cache.setNoTransform(false);
        return cache;
    }

    /** The digest of words as a content security policy names it. */
    static String sha256(String words) {
        return Base64.getEncoder().encodeToString(digest(words.getBytes(StandardCharsets.UTF_8)));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
