package id.sipakatau.alerting.push;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.time.Instant;
import java.util.Base64;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;

/** What a push service checks before it takes a message: how it is to be kept, and, as RFC 8292 says, who sends it. */
final class SenderCheck {

    private static final Pattern AUTHORIZATION = Pattern.compile("vapid t=([^.]+)\\.([^.]+)\\.([^,]+), k=(.+)");

    private SenderCheck() {}

    /**
     * Looks at a message.
     *
     * @param header the value of a header by its name
     * @param endpoint where it was sent to
     * @return the key of the sender, in Base64
     * @throws IllegalArgumentException if something is not as it should be
     */
    static String check(UnaryOperator<String> header, URI endpoint) throws GeneralSecurityException, IOException {
        require(Integer.parseInt(header.apply("TTL")) > 0, "TTL");
        require("aes128gcm".equals(header.apply("Content-Encoding")), "Content-Encoding");
        require(header.apply("Topic").matches("[A-Za-z0-9_-]{1,32}"), "Topic");
        var parts = AUTHORIZATION.matcher(header.apply("Authorization"));
        require(parts.matches(), "Authorization");
        var signature = Signature.getInstance("SHA256withECDSAinP1363Format");
        signature.initVerify(P256.publicKey(bytes(parts.group(4))));
        signature.update((parts.group(1) + "." + parts.group(2)).getBytes(StandardCharsets.US_ASCII));
        require(signature.verify(bytes(parts.group(3))), "signature");
        require("ES256".equals(json(parts.group(1)).get("alg").asText()), "alg");
        var claims = json(parts.group(2));
        require(
                claims.get("aud")
                        .asText()
                        .equals(endpoint.resolve("/").toString().replaceFirst("/$", "")),
                "aud");
        var left = claims.get("exp").asLong() - Instant.now().getEpochSecond();
        require(left > 0 && left <= 24 * 3600, "exp");
        return parts.group(4);
    }

    static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalArgumentException("Wrong: " + what);
        }
    }

    private static JsonNode json(String part) throws IOException {
        return new ObjectMapper().readTree(bytes(part));
    }

    private static byte[] bytes(String text) {
        return Base64.getUrlDecoder().decode(text);
    }
}
