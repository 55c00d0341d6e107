package id.sipakatau.alerting;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/** A program that knows a mail server and takes the stand-in for a push service; whether they answer is up to the test. */
public final class MailSettings implements QuarkusTestResourceLifecycleManager {

    static final String SITE = "https://lapor.example.go.id";

    @Override
    public Map<String, String> start() {
        try (var free = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return Map.of(
                    "sipakatau.smtp.host", "127.0.0.1",
                    "sipakatau.smtp.port", String.valueOf(free.getLocalPort()),
                    "sipakatau.smtp.security", "NONE",
                    "sipakatau.smtp.from", "SIPAKATAU <lapor@example.go.id>",
                    "sipakatau.alerting.site", SITE + "/",
                    "sipakatau.push.loopback", "true",
                    "sipakatau.push.contact", "mailto:lapor@example.go.id",
                    "sipakatau.alerting.first-pause", "PT0.1S");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void stop() {
        // Nothing was started.
    }
}
