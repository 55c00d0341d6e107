package id.sipakatau.testing;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.Geolocation;
import com.microsoft.playwright.options.ReducedMotion;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A real Chromium; each person in it has a fresh profile of their own. */
public final class Chromium implements AutoCloseable {

    /** A cheap Android phone. */
    public static final Form PHONE = new Form(390, 844, true);

    public static final Form SMALL_PHONE = new Form(320, 640, true);
    public static final Form DESKTOP = new Form(1360, 860, false);

    /** Size of the window, and whether it is touched. */
    public record Form(int width, int height, boolean touched) {}

    private static final List<String> ARGUMENTS = List.of(
            "--no-sandbox",
            "--disable-gpu",
            "--disable-quic",
            "--no-first-run",
            "--disable-background-networking",
            "--disable-component-update",
            "--disable-sync",
            // A camera that shows a moving test picture, and nobody who has to allow it.
            "--use-fake-ui-for-media-stream",
            "--use-fake-device-for-media-stream");

    /** Much longer than anything takes, since other programs use the same processors. */
    private static final double PATIENCE_MS = 20_000;

    static {
        PlaywrightAssertions.setDefaultAssertionTimeout(PATIENCE_MS);
    }

    private static @Nullable Chromium shared;

    private final Playwright playwright;
    private final Browser browser;

    public Chromium() {
        this(withoutWindows().or(Chromium::installed).orElseThrow());
    }

    private Chromium(Path program) {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(program)
                        .setArgs(ARGUMENTS));
    }

    /**
     * One for all test classes that the same program serves, opened at first use: it takes longer to start than many a
     * test. It ends with the Java process, which its driver notices. Like every other it is for one thread.
     */
    public static synchronized Chromium shared() {
        if (shared == null) {
            shared = new Chromium();
        }
        return shared;
    }

    /** One with all that people have: the one without windows sends nothing in the background. */
    public static Chromium whole() {
        return new Chromium(installed().orElseThrow());
    }

    /** A browser of somebody who stands at a place in the city and lets the page know it. */
    public BrowserContext person(Form form, String language, ColorScheme colours) {
        return browser.newContext(new Browser.NewContextOptions()
                .setViewportSize(form.width, form.height)
                .setHasTouch(form.touched)
                .setIsMobile(form.touched)
                .setLocale(language)
                .setTimezoneId("Asia/Makassar")
                .setColorScheme(colours)
                // What fades in has its colours at once, so that they can be measured.
                .setReducedMotion(ReducedMotion.REDUCE)
                .setGeolocation(new Geolocation(-5.1339, 119.4056).setAccuracy(12))
                .setPermissions(List.of("geolocation")));
    }

    /** The browser of a phone whose profile is kept in a folder, so that it can be killed and opened again. */
    public BrowserContext profile(Path folder) {
        return playwright
                .chromium()
                .launchPersistentContext(
                        folder,
                        new BrowserType.LaunchPersistentContextOptions()
                                .setExecutablePath(installed().orElseThrow())
                                .setArgs(ARGUMENTS)
                                .setViewportSize(PHONE.width, PHONE.height)
                                .setHasTouch(true)
                                .setIsMobile(true)
                                .setLocale("id-ID")
                                .setTimezoneId("Asia/Makassar")
                                .setReducedMotion(ReducedMotion.REDUCE));
    }

    /** Ends the browser of a profile as a phone does that needs its memory: at once, and without telling it. */
    public static void kill(Path folder) {
        var browser = ProcessHandle.current()
                .descendants()
                .filter(each -> each.info().commandLine().orElse("").contains("--user-data-dir=" + folder))
                .filter(each -> !each.info().commandLine().orElse("").contains("--type="))
                .findFirst()
                .orElseThrow();
        browser.destroyForcibly();
        browser.onExit().orTimeout(20, TimeUnit.SECONDS).join();
    }

    public BrowserContext person(Form form) {
        return person(form, "id-ID", ColorScheme.LIGHT);
    }

    /** A page that fails the test when its console shows an error, a blocked script or style among them. */
    public static Page page(BrowserContext context, List<String> complaints) {
        var page = context.newPage();
        page.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(page.url() + ": " + message.text());
            }
        });
        page.onPageError(error -> complaints.add(page.url() + ": " + error));
        return page;
    }

    @Override
    public void close() {
        browser.close();
        playwright.close();
    }

    /** For {@code @EnabledIf}: without a browser the tests that want one are skipped. */
    public static boolean isInstalled() {
        return installed().isPresent();
    }

    /** The same browser without the interface that nobody sees: it takes about half the time, in memory too. */
    private static Optional<Path> withoutWindows() {
        return first("/usr/bin/chromium-headless-shell");
    }

    private static Optional<Path> installed() {
        return first("/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome");
    }

    private static Optional<Path> first(String... programs) {
        return Stream.of(programs).map(Path::of).filter(Files::isExecutable).findFirst();
    }
}
