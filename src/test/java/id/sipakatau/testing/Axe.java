package id.sipakatau.testing;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/**
 * The barriers that axe finds on a page as it is now. The script is given to a document once, and is asked for violations
 * only, in the page itself: its own builder gives it anew for every question and opens another page to gather the answers.
 */
public final class Axe {

    /** Levels A and AA of the guidelines for accessible content. */
    private static final Map<String, Object> ALL =
            Map.of("type", "tag", "values", List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"));

    /** What depends on colours and sizes alone, for a document that was looked at before. */
    private static final Map<String, Object> SIGHT =
            Map.of("type", "rule", "values", List.of("color-contrast", "link-in-text-block", "target-size"));

    private static final Map<String, Object> EVERYTHING = Map.of();

    private static final String SCRIPT = script();

    private Axe() {}

    public static List<String> barriers(Page page) {
        return found(page, ALL);
    }

    /** By all rules that axe has, good habits that no guideline asks for among them. */
    public static List<String> barriersByAllRules(Page page) {
        return found(page, EVERYTHING);
    }

    /** Only what other colours or another width can change. */
    public static List<String> barriersInSight(Page page) {
        return found(page, SIGHT);
    }

    @SuppressWarnings("unchecked")
    private static List<String> found(Page page, Map<String, Object> rules) {
        if (!(boolean) page.evaluate("Boolean(window.axe)")) {
            page.evaluate(SCRIPT);
        }
        return (List<String>) page.evaluate("""
                async (runOnly) => {
                    const which = runOnly.type ? { runOnly } : {};
                    const { violations } = await axe.run(document, { ...which, resultTypes: ['violations'], preload: false });
                    return violations.flatMap(({ id, nodes }) =>
                        nodes.map(({ target, html, any }) => `${id} ${target} ${html} ${any[0]?.message ?? ''}`));
                }""", rules);
    }

    private static String script() {
        try (var file = Objects.requireNonNull(AxeBuilder.class.getResourceAsStream("/axe.min.js"))) {
            return new String(file.readAllBytes(), StandardCharsets.UTF_8) + "\n;true";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
