package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the card of a complaint says in each state that it can be in, and whether everybody can read it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class OutboxStatesTest extends SendingTest {

    /** Takes the turn of sending and never gives it back, so that every card stays as it is put. */
    private static final String HOLD_UP = """
            () => new Promise((held) =>
              navigator.locks.request("sipakatau-outbox", () => { held(); return new Promise(() => {}); }))
            """;

    private static final String WRITE = "async () => {" + OUTBOX + """
              const photo = (name) => ({ source: "camera", name, type: "image/jpeg", bytes: new TextEncoder().encode(name).buffer });
              const typed = { description: "Kata-kata yang sudah ditulis." };
              const words = { resting: "Lampu jalan padam di lorong 4 sejak Senin malam",
                later: "https://contoh.example/" + "alamat-yang-panjang-sekali-".repeat(2), received: "ᨔᨗᨄᨀᨈᨕᨘ", untitled: "" };
              for (const state of ["resting", "busy", "later", "sending", "wordless", "received", "improving", "partly",
                  "asked", "refused", "untitled"]) {
                window.ids ??= {};
                window.ids[state] = crypto.randomUUID();
                await outbox.add({ id: window.ids[state], title: words[state] ?? `Aduan contoh: ${state}`, fields: {}, typed,
                  photos: state === "wordless" ? [] : [photo("satu"), photo("dua"), photo("tiga")] });
              }
            }""";

    private static final String PUT = "async (language) => {" + OUTBOX + """
              const now = Date.now();
              const receipt = { trackingNumber: "MKS-7K2M-9QXD", followUrl: location.origin + "/ikuti/contoh" };
              const received = { state: "received", receipt, receivedAt: now, remembered: true };
              const long = language === "id"
                ? "Ceritanya terlalu panjang: 6.400 huruf, paling banyak 2.000. Ringkas dulu, lalu kirim lagi."
                : "The story is too long: 6,400 characters, at most 2,000. Shorten it, then send it again.";
              const bad = language === "id" ? "Berkas ini bukan foto." : "This file is not a photo.";
              const states = {
                resting: {},
                busy: { why: "busy" },
                later: { why: "busy", notBefore: now + 600_000 },
                sending: { state: "sending", sent: 1, of: 3 },
                wordless: { state: "sending" },
                received,
                improving: received,
                partly: received,
                asked: { state: "asked", problem: { errors: [{ field: "description", detail: long }] } },
                refused: { state: "refused", problem: { detail: bad } },
                untitled: {},
              };
              for (const [name, state] of Object.entries(states)) {
                await outbox.change(window.ids[name], (entry) => {
                  Object.assign(entry, state);
                  if (name === "improving") entry.photos[1].kept = "reduced";
                  if (name === "partly") entry.photos[1].refused = bad;
                });
              }
            }""";

    private static final Map<String, String> INDONESIAN = Map.ofEntries(
            Map.entry("resting", "Menunggu jaringan"),
            Map.entry("busy", "Server sedang sibuk. Dicoba lagi sebentar lagi."),
            Map.entry("later", "Server sedang sibuk. Dicoba lagi pukul \\d\\d\\.\\d\\d."),
            Map.entry("sending", "Mengirim 1/3"),
            Map.entry("wordless", "Mengirim"),
            Map.entry("received", "Terkirim. Nomor aduan MKS-7K2M-9QXD"),
            Map.entry(
                    "improving",
                    "Terkirim. Nomor aduan MKS-7K2M-9QXD. Foto ukuran penuh menyusul saat jaringan bagus."),
            Map.entry("partly", "Terkirim. Nomor aduan MKS-7K2M-9QXD"),
            Map.entry("asked", "Perlu Anda perbaiki dulu. Ceritanya terlalu panjang.*"),
            Map.entry("refused", "Tidak dapat diterima. Berkas ini bukan foto."),
            Map.entry("untitled", "Menunggu jaringan"));

    private static final Map<String, String> ENGLISH = Map.ofEntries(
            Map.entry("resting", "Waiting for a network"),
            Map.entry("busy", "The server is busy. It will be tried again shortly."),
            Map.entry("later", "The server is busy. It will be tried again at \\d\\d:\\d\\d( [AP]M)?."),
            Map.entry("sending", "Sending 1/3"),
            Map.entry("wordless", "Sending"),
            Map.entry("received", "Sent. Report number MKS-7K2M-9QXD"),
            Map.entry(
                    "improving", "Sent. Report number MKS-7K2M-9QXD. The full photos follow when the network is good."),
            Map.entry("partly", "Sent. Report number MKS-7K2M-9QXD"),
            Map.entry("asked", "This needs to be put right first. The story is too long.*"),
            Map.entry("refused", "It can’t be accepted. This file is not a photo."),
            Map.entry("untitled", "Waiting for a network"));

    @ParameterizedTest
    @CsvSource({"id-ID, LIGHT", "id-ID, DARK", "en-US, LIGHT", "en-US, DARK"})
    void every_state_says_what_it_is_and_has_no_barrier(String locale, ColorScheme colours) {
        var language = locale.substring(0, 2);
        var look = language + "-" + colours.name().toLowerCase(Locale.ROOT);
        try (var phone = chromium.person(Chromium.PHONE, locale, colours)) {
            var sender = visit(phone, "/pasang");
            sender.evaluate(HOLD_UP);
            sender.evaluate(WRITE);
            var page = visit(phone, "/saya");
            var home = visit(phone, "/beranda");
            assertThat(page.locator(".outbox .sent")).hasCount(11);
            assertThat(home.locator(".outbox .sent")).hasCount(11);
            sender.evaluate(PUT, language);
            ("id".equals(language) ? INDONESIAN : ENGLISH)
                    .forEach((state, words) -> assertThat(page.locator("[id='" + id(sender, state) + "'] .state"))
                            .hasText(Pattern.compile("^" + words + "$")));
            assertThat(page.locator("[id='" + id(sender, "partly") + "'] .notice.warning"))
                    .containsText(Pattern.compile("(Foto|Photo) 2 "));

            page.locator("[id='" + id(sender, "resting") + "'] button").last().click();
            assertThat(page.locator(".outbox .undo")).isVisible();
            for (var each : java.util.List.of(page, home)) {
                each.bringToFront();
                noBarrier(each);
            }
            picture(page, "kotak-keluar-390-" + look);
            page.setViewportSize(320, 640);
            noBarrier(page);
            picture(page, "kotak-keluar-320-" + look);
        }
        assertThat(faults).isEmpty();
    }

    private static String id(Page sender, String state) {
        return (String) sender.evaluate("(state) => window.ids[state]", state);
    }
}
