package id.sipakatau.complaint;

import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * With what an agency shows that work is done.
 *
 * @param photos how many photos go with it
 * @param findings codes of what was found about them, each once
 * @param reason why the work counts as done all the same; may be empty where nothing was found
 */
public record Proof(int photos, List<String> findings, String reason) {

    public Proof {
        findings = List.copyOf(findings);
    }

    /** Photos in which nothing was found. */
    public static Proof of(int photos) {
        return new Proof(photos, List.of(), "");
    }

    public static Proof of(int photos, Collection<String> findings, String reason) {
        return new Proof(photos, findings.stream().distinct().sorted().toList(), reason);
    }

    boolean isExplained() {
        return findings.isEmpty() || !reason.isBlank();
    }

    /** What the journal says of it; the reason is among the words. */
    Map<String, Object> facts() {
        var facts = new HashMap<String, Object>(Map.of("photos", photos));
        if (!findings.isEmpty()) {
            facts.put("findings", findings);
        }
        return facts;
    }
}
