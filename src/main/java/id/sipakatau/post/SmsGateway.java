package id.sipakatau.post;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.regex.Pattern;

/** Hands short messages to the gateway. */
final class SmsGateway {

    private static final Pattern NUMBER = Pattern.compile("\\+?[0-9]{6,15}");
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private final URI address;
    private final SmsSettings settings;
    private final HttpClient client;

    SmsGateway(URI address, SmsSettings settings) {
        this.address = address;
        this.settings = settings;
        this.client =
                HttpClient.newBuilder().connectTimeout(settings.patience()).build();
    }

    void send(String number, String text) {
        if (!NUMBER.matcher(number).matches()) {
            throw new NotSent("The receiver is no number of a phone", false, null);
        }
        var request = HttpRequest.newBuilder(address)
                .timeout(settings.patience())
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(body(number, text)));
        settings.token().ifPresent(token -> request.header(settings.header(), token));
        try {
            var status = client.send(request.build(), BodyHandlers.discarding()).statusCode();
            if (status < 200 || status > 299) {
                throw new NotSent(
                        "The SMS gateway answered " + status,
                        status >= 500 || status == TOO_MANY || status == TIMEOUT,
                        null);
            }
        } catch (IOException e) {
            throw new NotSent("The SMS gateway does not answer", true, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new NotSent("Stopped while waiting for the SMS gateway", true, e);
        }
    }

    private String body(String number, String text) {
        var escaped = new String(JsonStringEncoder.getInstance().quoteAsString(text));
        return settings.body().replace("{number}", number).replace("{text}", escaped);
    }
}
