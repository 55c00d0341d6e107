package id.sipakatau.alerting.letters;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;

/**
 * What a browser shows, as {@code js/worker/push.js} reads it.
 *
 * @param url path of the page that a tap opens
 * @param tag a newer message with the same one takes the place of the older
 */
public record Message(String title, String body, String url, String tag) {

    private static final ObjectMapper JSON = new ObjectMapper();

    public static Message of(Notice notice, String page, String tag) {
        var body = (notice.happened() + " " + notice.next()).strip();
        return new Message(notice.title(), body, page, tag);
    }

    public byte[] bytes() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
