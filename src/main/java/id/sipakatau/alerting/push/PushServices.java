package id.sipakatau.alerting.push;

import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The push services of the browsers' makers. */
@ApplicationScoped
public class PushServices {

    /** What a push service made of a message. */
    public sealed interface Answer {
        record Taken() implements Answer {}

        /** The browser no longer wants any. */
        record Gone() implements Answer {}

        /** Refused for good. */
        record Refused(int status) implements Answer {}

        /** Away or busy. {@code after} is how long it wants to be left alone, zero if it did not say. */
        record Busy(Duration after) implements Answer {}
    }

    private static final List<String> HOSTS = List.of("fcm.googleapis.com");
    private static final List<String> DOMAINS =
            List.of(".push.services.mozilla.com", ".push.apple.com", ".notify.windows.com");

    private static final Duration PATIENCE = Duration.ofSeconds(20);
    private static final Duration LIFE = Duration.ofDays(2);
    private static final int LONGEST_ADDRESS = 2000;
    private static final int TOO_MANY = 429;

    private final VapidKey key;
    private final PushSettings settings;
    private final InstantSource clock;
    private final HttpClient client = HttpClient.newBuilder()
            .followRedirects(HttpClient.Redirect.NEVER)
            .connectTimeout(PATIENCE)
            .build();

    PushServices(VapidKey key, PushSettings settings, InstantSource clock) {
        this.key = key;
        this.settings = settings;
        this.clock = clock;
    }

    /** The address of a browser as it says it; empty if it is not at a known push service. */
    public Optional<URI> endpoint(String said) {
        try {
            var address = new URI(said);
            return said.length() <= LONGEST_ADDRESS && address.getRawUserInfo() == null && isKnown(address)
                    ? Optional.of(address)
                    : Optional.empty();
        } catch (URISyntaxException unreadable) {
            return Optional.empty();
        }
    }

    private boolean isKnown(URI address) {
        var host = address.getHost() == null ? "" : address.getHost().toLowerCase(Locale.ROOT);
        if (settings.loopback() && host.equals("127.0.0.1")) {
            return true;
        }
        return "https".equals(address.getScheme())
                && (address.getPort() == -1 || address.getPort() == 443)
                && (HOSTS.contains(host) || DOMAINS.stream().anyMatch(host::endsWith));
    }

    /**
     * Sends a message.
     *
     * @param topic a newer message of the same topic replaces one that was not shown yet; at most 32 characters of Base64
     */
    public Answer send(Browser browser, byte[] message, String topic) {
        if (endpoint(browser.endpoint().toString()).isEmpty()) {
            return new Answer.Gone();
        }
        var request = HttpRequest.newBuilder(browser.endpoint())
                .timeout(PATIENCE)
                .header("TTL", String.valueOf(LIFE.toSeconds()))
                .header("Urgency", "normal")
                .header("Topic", topic)
                .header("Content-Encoding", "aes128gcm")
                .header("Content-Type", "application/octet-stream")
                .header(
                        "Authorization",
                        key.authorization(browser.endpoint(), settings.contact().orElse(""), clock.instant()))
                .POST(BodyPublishers.ofByteArray(Sealing.sealed(message, browser)))
                .build();
        try {
            return answer(client.send(request, BodyHandlers.discarding()));
        } catch (IOException away) {
            return new Answer.Busy(Duration.ZERO);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Busy(Duration.ZERO);
        }
    }

    private Answer answer(HttpResponse<?> response) {
        int status = response.statusCode();
        return switch (status) {
            case 404, 410 -> new Answer.Gone();
            case TOO_MANY -> new Answer.Busy(retryAfter(response));
            default ->
                status >= 500
                        ? new Answer.Busy(retryAfter(response))
                        : status >= 200 && status < 300 ? new Answer.Taken() : new Answer.Refused(status);
        };
    }

    /** RFC 9110, section 10.2.3: seconds, or a date. */
    private Duration retryAfter(HttpResponse<?> response) {
        var said = response.headers().firstValue("Retry-After").orElse("0").strip();
        try {
            var wait = said.matches("\\d{1,9}")
                    ? Duration.ofSeconds(Long.parseLong(said))
                    : Duration.between(
                            clock.instant(),
                            ZonedDateTime.parse(said, DateTimeFormatter.RFC_1123_DATE_TIME)
                                    .toInstant());
            return wait.isNegative() ? Duration.ZERO : wait;
        } catch (DateTimeException unreadable) {
            return Duration.ZERO;
        }
    }
}
