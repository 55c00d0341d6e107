package id.sipakatau.faults;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.PlaywrightException;
import id.sipakatau.testing.Chromium;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The phone's own outbox, in four browsers that are closed and opened again now and then; the first is on a slow line. */
final class OutboxPhones implements Phones {

    private static final int PHONES = 4;
    private static final int REOPENED_EVERY = 60;

    private static final String OUTBOX = """
            const app = document.querySelector('script[type=module][src$="/js/app.js"]').src;
            const outbox = await import(app.replace("/js/app.js", "/js/outbox/outbox.js"));
            """;

    private static final String WRITE = "async ({ id, title, fields, photos, slow }) => {" + OUTBOX + """
                const bytes = (text) => Uint8Array.from(atob(text), (c) => c.charCodeAt(0)).buffer;
                if (slow) await outbox.keepSetting("speed", { rate: 1000, at: Date.now() });
                await outbox.add({
                  id, title, fields,
                  photos: photos.map(({ source, full, small }, place) => ({
                    source, place, name: "foto.jpg", type: "image/jpeg", bytes: bytes(full),
                    ...(small && { reduced: { bytes: bytes(small) } }),
                  })),
                });
            }""";

    /** Sends what is due at once, and takes out what has arrived with all its full photos. */
    private static final String GO_ON = "async ({ fast }) => {" + OUTBOX + """
                if (fast) await outbox.keepSetting("speed", { rate: 1000000, at: Date.now() });
                outbox.flush({ now: true });
                let open = 0;
                const lost = [];
                for (const entry of await outbox.entries()) {
                  if (entry.state === "received" && !outbox.isImproving(entry)) {
                    if (entry.remembered) await outbox.remove(entry.id);
                  } else {
                    open++;
                    if (entry.state === "asked" || entry.state === "refused") lost.push(JSON.stringify(entry));
                  }
                  for (const photo of entry.photos) if (photo.refused || photo.followed === "over") lost.push(JSON.stringify(entry));
                }
                return { open, lost };
            }""";

    private final String address;
    private final Chromium chromium = new Chromium();
    private final List<BrowserContext> profiles = new ArrayList<>();
    private final List<Page> pages = new ArrayList<>();
    private int next;
    private int rounds;

    OutboxPhones(int port) {
        address = "http://localhost:" + port + "/lacak";
        for (int i = 0; i < PHONES; i++) {
            var profile = chromium.person(Chromium.PHONE);
            profiles.add(profile);
            pages.add(opened(profile));
        }
    }

    @Override
    public void write(Written complaint) {
        var phone = complaint.photos().getFirst().small().length > 0 ? 0 : 1 + next++ % (PHONES - 1);
        var photos = complaint.photos().stream()
                .map(photo ->
                        Map.of("source", photo.source(), "full", base64(photo.full()), "small", base64(photo.small())))
                .toList();
        var entry = new HashMap<String, Object>();
        entry.put("id", complaint.id());
        entry.put("title", complaint.description());
        entry.put("fields", complaint.fields());
        entry.put("photos", photos);
        entry.put("slow", phone == 0);
        pages.get(phone).evaluate(WRITE, entry);
    }

    @Override
    public int goOn() {
        rounds++;
        if (rounds % REOPENED_EVERY == 0) {
            reopen(rounds / REOPENED_EVERY % PHONES);
        }
        int open = 0;
        for (int i = 0; i < PHONES; i++) {
            // On the slow line full photos follow when it gets better, which it does now and then.
            var answer = (Map<?, ?>) pages.get(i).evaluate(GO_ON, Map.of("fast", i == 0 && rounds % 20 == 0));
            open += ((Number) answer.get("open")).intValue();
            var lost = (List<?>) answer.get("lost");
            if (!lost.isEmpty()) {
                throw new AssertionError("The outbox gave up on " + lost);
            }
        }
        pages.getFirst().waitForTimeout(100);
        return open;
    }

    /** As a browser that the phone ended in the middle of whatever it did. */
    private void reopen(int phone) {
        pages.get(phone).close();
        pages.set(phone, opened(profiles.get(phone)));
    }

    private Page opened(BrowserContext profile) {
        var page = profile.newPage();
        for (int tries = 0; ; tries++) {
            try {
                page.navigate(address);
                return page;
            } catch (PlaywrightException down) {
                if (tries == 50) {
                    throw down;
                }
                page.waitForTimeout(200);
            }
        }
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    @Override
    public void close() {
        chromium.close();
    }
}
