package id.sipakatau.alerting;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.complaint.Complaint;
import java.nio.charset.StandardCharsets;

/**
 * What a browser shows, as {@code js/worker/push.js} reads it.
 *
 * @param url path of the page that a tap opens
 * @param tag a newer message with the same one takes the place of the older
 */
record Message(String title, String body, String url, String tag) {

    private static final ObjectMapper JSON = new ObjectMapper();

    static Message of(Notice notice, String page, Complaint complaint) {
        var body = (notice.happened() + " " + notice.next()).strip();
        return new Message(
                notice.title(), body, page, complaint.trackingNumber().text());
    }

    byte[] bytes() {
        try {
            return JSON.writeValueAsString(this).getBytes(StandardCharsets.UTF_8);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
