package id.sipakatau.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.openqa.selenium.Dimension;
import org.openqa.selenium.MutableCapabilities;
import org.openqa.selenium.remote.RemoteWebDriver;

/** Debian's WebKitGTK on a screen of its own: the nearest engine to Safari that runs here, and not Safari. */
public final class WebKit implements AutoCloseable {

    private static final Path DRIVER = Path.of("/usr/bin/WebKitWebDriver");
    private static final Path SCREEN = Path.of("/usr/bin/Xvfb");
    private static final Path BROWSER = Path.of("/usr/lib/x86_64-linux-gnu/webkit2gtk-4.1/MiniBrowser");

    private final Process screen;
    private final Process server;
    private final RemoteWebDriver driver;

    public WebKit() {
        try {
            screen = new ProcessBuilder(
                            SCREEN.toString(), "-displayfd", "1", "-screen", "0", "800x1200x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var display = ":"
                    + new BufferedReader(new InputStreamReader(screen.getInputStream(), StandardCharsets.US_ASCII))
                            .readLine();
            int port = freePort();
            var starting = new ProcessBuilder(DRIVER.toString(), "--port=" + port, "--host=127.0.0.1");
            starting.environment().put("DISPLAY", display);
            // The sandbox of its processes needs what a container may not have.
            starting.environment().put("WEBKIT_DISABLE_SANDBOX_THIS_IS_DANGEROUS", "1");
            server = starting.redirectOutput(ProcessBuilder.Redirect.DISCARD)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var address = URI.create("http://127.0.0.1:" + port);
            await(address);
            driver = new RemoteWebDriver(address.toURL(), capabilities());
            driver.manage().window().setSize(new Dimension(390, 844));
            driver.manage().timeouts().implicitlyWait(Duration.ofSeconds(10));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public RemoteWebDriver driver() {
        return driver;
    }

    /** For {@code @EnabledIf}: without the browser the tests that want it are skipped. */
    public static boolean isInstalled() {
        return List.of(DRIVER, SCREEN, BROWSER).stream().allMatch(Files::isExecutable);
    }

    private static MutableCapabilities capabilities() {
        var capabilities = new MutableCapabilities();
        capabilities.setCapability("browserName", "MiniBrowser");
        capabilities.setCapability(
                "webkitgtk:browserOptions", Map.of("binary", BROWSER.toString(), "args", List.of("--automation")));
        return capabilities;
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static void await(URI address) throws IOException {
        var until = Instant.now().plusSeconds(30);
        try (var client = HttpClient.newHttpClient()) {
            var question = HttpRequest.newBuilder(address.resolve("/status")).build();
            while (true) {
                try {
                    client.send(question, BodyHandlers.discarding());
                    return;
                } catch (ConnectException notYet) {
                    if (Instant.now().isAfter(until)) {
                        throw notYet;
                    }
                    Thread.onSpinWait();
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    throw new IOException(e);
                }
            }
        }
    }

    @Override
    public void close() {
        driver.quit();
        server.destroy();
        screen.destroy();
    }
}
