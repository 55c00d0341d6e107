package id.sipakatau.android.build;

import id.sipakatau.city.City;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.city.Localized;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.city.folder.BrokenCityException;
import id.sipakatau.city.folder.CityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Writes what the app for Android takes from the city's data and from the mark of the site: texts, colours, icons, and the
 * manifest. Run by {@code bin/android}; a fault in the city's data ends it as it ends a start of the program.
 */
public final class CityResources {

    private final Path out;
    private final City city;
    private final Mark mark;

    private CityResources(Path out, City city, Mark mark) {
        this.out = out;
        this.city = city;
        this.mark = mark;
    }

    /** @param arguments the city's folder, the mark, the app's folder {@code src/main}, and where to write */
    public static void main(String[] arguments) throws IOException {
        City city;
        try {
            city = new CityFolder(Path.of(arguments[0])).read();
        } catch (BrokenCityException e) {
            System.err.println(e.getMessage());
            System.exit(1);
            return;
        }
        Mark mark = Mark.read(Path.of(arguments[1]));
        Path source = Path.of(arguments[2]);
        var resources = new CityResources(Path.of(arguments[3]), city, mark);
        resources.texts(source.resolve("res/values/strings.xml"));
        resources.colours();
        resources.icons();
        resources.manifest(source.resolve("AndroidManifest.xml"));
        resources.facts();
    }

    /**
     * Indonesian is the language of {@code values}, for phones in any other language, and stands under its own name too:
     * otherwise a phone set to Indonesian first and English second would be given English.
     */
    private void texts(Path indonesian) throws IOException {
        write("res/values/city.xml", texts(Localized::id) + fixed());
        write("res/values-in/city.xml", texts(Localized::id));
        write("res/values-in/strings.xml", null, Files.readString(indonesian));
        write("res/values-en/city.xml", texts(Localized::en));
    }

    private String texts(Function<Localized, String> language) {
        List<EmergencyNumber> numbers = city.emergencyNumbers();
        return text("app_name", language.apply(city.app().name()))
                + array("emergency_names", numbers.stream().map(each -> language.apply(each.name())));
    }

    private String fixed() {
        PhoneApp app = city.app();
        return text("short_name", app.shortName())
                + text("address", app.address().toString())
                + text("asset_statements", """
                        [{"relation": ["delegate_permission/common.handle_all_urls"], \
                        "target": {"namespace": "web", "site": "%s"}}]""".formatted(app.address()))
                + array("emergency_numbers", city.emergencyNumbers().stream().map(EmergencyNumber::number));
    }

    private void colours() throws IOException {
        PhoneApp.Colours colours = city.app().colours();
        write(
                "res/values/city_colours.xml",
                colour("paper_light", colours.light())
                        + colour("paper_dark", colours.dark())
                        + colour("accent", colours.accent()));
    }

    /** Of the 108 units of an adaptive icon the inner 66 are always seen; a small icon is 24 units wide. */
    private void icons() throws IOException {
        write("res/drawable/icon.xml", null, mark.vector(108, 56, ""));
        write("res/drawable/icon_monochrome.xml", null, mark.vector(108, 56, "#ffffffff"));
        write("res/drawable/notification.xml", null, mark.vector(24, 22, "#ffffffff"));
    }

    private void manifest(Path template) throws IOException {
        String manifest = Files.readString(template)
                .replace("${host}", city.app().address().getHost())
                .replace("${package}", city.app().androidPackage());
        write("AndroidManifest.xml", null, manifest);
    }

    /** What the commands around this one have to know, one {@code key=value} a line. */
    private void facts() throws IOException {
        PhoneApp app = city.app();
        write("city.properties", null, """
                package=%s
                address=%s
                name_id=%s
                name_en=%s
                short_name=%s
                confirmed=%s
                """.formatted(
                        app.androidPackage(),
                        app.address(),
                        app.name().id(),
                        app.name().en(),
                        app.shortName(),
                        app.confirmed()));
    }

    private static String text(String name, String text) {
        return "    <string name=\"%s\">%s</string>\n".formatted(name, escaped(text));
    }

    private static String array(String name, Stream<String> items) {
        return items.map(item -> "        <item>" + escaped(item) + "</item>\n")
                .collect(Collectors.joining("", "    <string-array name=\"" + name + "\">\n", "    </string-array>\n"));
    }

    private static String colour(String name, String colour) {
        return "    <color name=\"%s\">%s</color>\n".formatted(name, colour);
    }

    /** Quoted as Android's resource files want it, where ' and @ have a meaning. */
    private static String escaped(String text) {
        String xml = text.replace("&", "&amp;").replace("<", "&lt;");
        return xml.replace("\\", "\\\\")
                .replace("\"", "\\\"")
                .replace("'", "\\'")
                .replaceFirst("^([@?])", "\\\\$1");
    }

    private void write(String name, String resources) throws IOException {
        write(name, "resources", resources);
    }

    private void write(String name, String element, String content) throws IOException {
        Path file = out.resolve(name);
        Files.createDirectories(file.getParent());
        String head = "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n";
        Files.writeString(
                file, element == null ? content : head + "<" + element + ">\n" + content + "</" + element + ">\n");
    }
}
