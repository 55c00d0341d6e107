package id.sipakatau.identity.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Whoever agreed can be told to what: the wording of a version never changes. */
class ConsentTextTest {

    /** What citizens read, by version; a new wording is a new version and a new line here. */
    private static final Map<String, String> WORDINGS =
            Map.of("2026-11", "a67888848fd26c27ee48f86de5f2f5c4e4749828851c5905750ecebb206860ed");

    @Test
    void the_wording_of_a_version_is_as_it_was() throws Exception {
        assertThat(digest()).isEqualTo(WORDINGS.get(CitizenAccounts.CONSENT_VERSION));
    }

    private static String digest() throws Exception {
        var all = new StringBuilder();
        for (var language : List.of("id", "en")) {
            Files.readAllLines(Path.of("src/main/resources/texts", language + ".properties")).stream()
                    .filter(line -> line.startsWith("consent_"))
                    .sorted()
                    .forEach(line -> all.append(line).append('\n'));
        }
        var digest = MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
        return HexFormat.of().formatHex(digest);
    }
}
