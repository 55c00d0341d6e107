package id.sipakatau.testing;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Map;

/**
 * Settings of a program that can send letters and short messages, to ports of this machine. Whoever wants to read them
 * listens there ({@code SentCodes}); where nobody does, they are not sent, and the pages are the same.
 */
public final class PostOffice implements QuarkusTestResourceLifecycleManager {

    @Override
    public Map<String, String> start() {
        return Map.of(
                "sipakatau.smtp.host", "127.0.0.1",
                "sipakatau.smtp.port", String.valueOf(freePort()),
                "sipakatau.smtp.security", "NONE",
                "sipakatau.smtp.from", "SIPAKATAU <lapor@contoh.id>",
                "sipakatau.sms.url", "http://127.0.0.1:" + freePort() + "/sms");
    }

    @Override
    public void stop() {
        // Nothing was opened here.
    }

    private static int freePort() {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
