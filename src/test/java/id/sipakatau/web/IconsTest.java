package id.sipakatau.web;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Agency;
import id.sipakatau.testing.Makassar;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class IconsTest {

    private static final Path RESOURCES = Path.of("src/main/resources");
    private static final Pattern SYMBOL = Pattern.compile("<symbol id=\"([^\"]+)\"");
    private static final Pattern IN_TEMPLATE = Pattern.compile("\\{#icon \"([^\"]+)\"");
    private static final Pattern IN_SCRIPT = Pattern.compile("\\bicon\\(\"([^\"]+)\"\\)");

    @Test
    void every_icon_that_a_page_names_is_in_the_sprite() throws IOException {
        var named = new TreeSet<String>();
        named.addAll(names(RESOURCES.resolve("templates"), IN_TEMPLATE));
        named.addAll(names(RESOURCES.resolve("META-INF/resources/js"), IN_SCRIPT));
        assertThat(named).isNotEmpty();
        assertThat(sprite()).containsAll(named);
    }

    @Test
    void every_agency_has_its_icon() throws IOException {
        assertThat(sprite())
                .containsAll(
                        Makassar.city().agencies().stream().map(Agency::icon).toList());
    }

    private static Set<String> sprite() throws IOException {
        return names(RESOURCES.resolve("META-INF/resources/img/icons.svg"), SYMBOL);
    }

    private static Set<String> names(Path place, Pattern pattern) throws IOException {
        var names = new TreeSet<String>();
        try (var walk = Files.walk(place)) {
            for (var file : walk.filter(Files::isRegularFile).toList()) {
                names.addAll(pattern.matcher(Files.readString(file))
                        .results()
                        .map(found -> found.group(1))
                        .collect(Collectors.toSet()));
            }
        }
        return names;
    }
}
