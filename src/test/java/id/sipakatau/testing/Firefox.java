package id.sipakatau.testing;

import com.google.gson.Gson;
import com.google.gson.JsonElement;
import com.google.gson.JsonParser;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.openqa.selenium.bidi.Command;
import org.openqa.selenium.bidi.Connection;
import org.openqa.selenium.remote.http.ClientConfig;
import org.openqa.selenium.remote.http.HttpClient;

/**
 * Debian's Firefox with one window on a screen of its own, driven by its own WebDriver BiDi: geckodriver, by which Selenium
 * starts it otherwise, is no package of Debian.
 */
public final class Firefox implements AutoCloseable {

    private static final Path BROWSER = Path.of("/usr/bin/firefox-esr");
    private static final Path SCREEN = Path.of("/usr/bin/Xvfb");
    private static final String LISTENS = "WebDriver BiDi listening on ";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** No questions, nothing fetched that no page asks for. The set for drivers is left out: it switches Web Push off. */
    private static final Map<String, Object> QUIET = Map.ofEntries(
            Map.entry("remote.prefs.recommended", false),
            Map.entry("browser.shell.checkDefaultBrowser", false),
            Map.entry("browser.startup.page", 0),
            Map.entry("browser.startup.homepage_override.mstone", "ignore"),
            Map.entry("browser.aboutwelcome.enabled", false),
            Map.entry("browser.newtabpage.enabled", false),
            Map.entry("termsofuse.bypassNotification", true),
            Map.entry("datareporting.policy.dataSubmissionEnabled", false),
            Map.entry("toolkit.telemetry.server", "data:,"),
            Map.entry("app.normandy.enabled", false),
            Map.entry("extensions.update.enabled", false),
            Map.entry("browser.safebrowsing.update.enabled", false),
            Map.entry("network.captive-portal-service.enabled", false),
            Map.entry("network.connectivity-service.enabled", false),
            Map.entry("network.manage-offline-status", false),
            Map.entry("network.proxy.type", 0),
            // Notices are allowed, and drawn by Firefox itself: here is no desktop that would.
            Map.entry("permissions.default.desktop-notification", 1),
            Map.entry("alerts.useSystemBackend", false));

    private final Process screen;
    private final Process process;
    private final Connection connection;
    private final String window;

    /**
     * Starts it.
     *
     * @param profile an empty folder
     * @param settings what is to be set in {@code about:config}
     */
    public Firefox(Path profile, Map<String, Object> settings) {
        try {
            var all = new HashMap<>(QUIET);
            all.putAll(settings);
            Files.writeString(
                    profile.resolve("user.js"),
                    all.entrySet().stream()
                            .map(each -> "user_pref(\"%s\", %s);\n"
                                    .formatted(each.getKey(), new Gson().toJson(each.getValue())))
                            .collect(Collectors.joining()));
            screen = new ProcessBuilder(
                            SCREEN.toString(), "-displayfd", "1", "-screen", "0", "800x1200x24", "-nolisten", "tcp")
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            var display = ":" + screen.inputReader(StandardCharsets.US_ASCII).readLine();
            var starting = new ProcessBuilder(
                    BROWSER.toString(),
                    "--no-remote",
                    "--profile",
                    profile.toString(),
                    "--remote-debugging-port=0",
                    "--width=390",
                    "--height=844",
                    "about:blank");
            starting.environment().put("DISPLAY", display);
            starting.environment().put("HOME", profile.toString());
            process = starting.redirectErrorStream(true).start();
            var address = address();
            connection = new Connection(
                    HttpClient.Factory.createDefault()
                            .createClient(ClientConfig.defaultConfig().baseUri(URI.create(address))),
                    address);
            ask("session.new", Map.of("capabilities", Map.of()));
            window = ask("browsingContext.getTree", Map.of())
                    .getAsJsonObject()
                    .getAsJsonArray("contexts")
                    .get(0)
                    .getAsJsonObject()
                    .get("context")
                    .getAsString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** For {@code @EnabledIf}: without the browser the tests that want it are skipped. */
    public static boolean isInstalled() {
        return List.of(BROWSER, SCREEN).stream().allMatch(Files::isExecutable);
    }

    /** Opens a page and waits until it has loaded. */
    public void visit(URI page) {
        ask("browsingContext.navigate", Map.of("context", window, "url", page.toString(), "wait", "complete"));
    }

    /** Presses what a selector names, with a pointer as a person does. */
    public void press(String selector) {
        var found = evaluate("""
                (() => {
                    const found = document.querySelector(%s);
                    found.scrollIntoView({ block: "center", behavior: "instant" });
                    return found;
                })()""".formatted(new Gson().toJson(selector)));
        var element = Map.of(
                "type",
                "element",
                "element",
                Map.of("sharedId", found.getAsJsonObject().get("sharedId").getAsString()));
        ask(
                "input.performActions",
                Map.of(
                        "context",
                        window,
                        "actions",
                        List.of(Map.of(
                                "type",
                                "pointer",
                                "id",
                                "finger",
                                "actions",
                                List.of(
                                        Map.of("type", "pointerMove", "x", 0, "y", 0, "origin", element),
                                        Map.of("type", "pointerDown", "button", 0),
                                        Map.of("type", "pointerUp", "button", 0))))));
    }

    /** What a promise or an expression of the page's script comes to; has to be something that JSON can say. */
    public JsonElement json(String script) {
        var written = evaluate("(async () => JSON.stringify(await (%s)) ?? 'null')()".formatted(script));
        return JsonParser.parseString(written.getAsJsonObject().get("value").getAsString());
    }

    @Override
    public void close() {
        try {
            ask("browser.close", Map.of());
            process.waitFor(10, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            connection.close();
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            screen.destroy();
        }
    }

    private JsonElement evaluate(String script) {
        var outcome = ask(
                        "script.evaluate",
                        Map.of(
                                "expression",
                                script,
                                "target",
                                Map.of("context", window),
                                "awaitPromise",
                                true,
                                "userActivation",
                                false))
                .getAsJsonObject();
        if (!outcome.get("type").getAsString().equals("success")) {
            throw new IllegalStateException(outcome.toString());
        }
        return outcome.get("result");
    }

    private JsonElement ask(String what, Map<String, Object> details) {
        Map<?, ?> answer = connection.sendAndWait(new Command<Map<?, ?>>(what, details, Map.class), PATIENCE);
        return new Gson().toJsonTree(answer);
    }

    /** Where it says that it listens; all that it says later is of no interest. */
    private String address() throws IOException {
        var said = new BufferedReader(new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8));
        String line;
        while ((line = said.readLine()) != null) {
            if (line.startsWith(LISTENS)) {
                Thread.ofVirtual().start(() -> drain(said));
                return line.substring(LISTENS.length()) + "/session";
            }
        }
        throw new IOException("Firefox ended before it listened");
    }

    private static void drain(BufferedReader said) {
        try (said) {
            said.transferTo(Writer.nullWriter());
        } catch (IOException ended) {
            // With the process.
        }
    }
}
