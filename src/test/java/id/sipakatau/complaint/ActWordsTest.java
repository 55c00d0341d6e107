package id.sipakatau.complaint;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Every act can come to every screen that tells of acts; one without words there would be a fault of the page. */
class ActWordsTest {

    @ParameterizedTest
    @ValueSource(strings = {"id", "en"})
    void every_act_has_its_words_on_every_screen(String language) throws IOException {
        var texts = new Properties();
        try (var file = Files.newBufferedReader(Path.of("src/main/resources/texts", language + ".properties"), UTF_8)) {
            texts.load(file);
        }
        var wanted = new ArrayList<String>();
        for (var act : Act.values()) {
            wanted.add("desk_act_" + act);
            if (act == Act.FINISHED) {
                for (var outcome : Outcome.values()) {
                    wanted.addAll(List.of("timeline_FINISHED_" + outcome, "ikuti_finished_" + outcome));
                }
            } else {
                wanted.add("timeline_" + act);
                if (act != Act.CORRECTED && !Act.staysInside(act.name())) {
                    wanted.add("ikuti_act_" + act);
                }
            }
        }
        assertThat(texts.stringPropertyNames()).containsAll(wanted);
    }
}
