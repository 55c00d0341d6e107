package id.sipakatau.city.folder;

import id.sipakatau.city.Localized;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.city.reading.Value;
import id.sipakatau.city.reading.YamlMap;
import java.net.URI;
import java.util.regex.Pattern;

/** Reads {@code app} of {@code city.yaml}. */
final class AppSection {

    private static final Pattern SHORT = Pattern.compile(".{1,12}");
    private static final Pattern COLOUR = Pattern.compile("#[0-9a-f]{6}");

    /** No port and no path: Android and the browsers vouch for a host as a whole. */
    private static final Pattern ADDRESS = Pattern.compile("https://([a-z0-9]([a-z0-9-]*[a-z0-9])?\\.)+[a-z]{2,}");

    /** Source: developer.android.com, "Set the application ID"; small letters only, as by custom. */
    private static final Pattern PACKAGE = Pattern.compile("[a-z][a-z0-9_]*(\\.[a-z][a-z0-9_]*)+");

    private AppSection() {}

    static PhoneApp read(YamlMap app) {
        return new PhoneApp(
                Words.localized(app, "name"),
                app.value("short-name").text(SHORT, "12 characters at most"),
                address(app.value("address")),
                app.value("android-package").text(PACKAGE, "a package name such as id.go.example.sipakatau"),
                colours(app.map("colours")),
                app.value("confirmed").flag());
    }

    private static URI address(Value value) {
        String text = value.text(ADDRESS, "https:// and a host, nothing behind it");
        return URI.create(text.equals(Value.UNKNOWN) ? "https://unknown.invalid" : text);
    }

    private static PhoneApp.Colours colours(YamlMap colours) {
        return new PhoneApp.Colours(
                colour(colours.value("light")), colour(colours.value("dark")), colour(colours.value("accent")));
    }

    private static String colour(Value value) {
        return value.text(COLOUR, "a colour such as #005562");
    }

    static PhoneApp standIn() {
        return new PhoneApp(
                new Localized(Value.UNKNOWN, Value.UNKNOWN),
                Value.UNKNOWN,
                URI.create("https://unknown.invalid"),
                Value.UNKNOWN,
                new PhoneApp.Colours(Value.UNKNOWN, Value.UNKNOWN, Value.UNKNOWN),
                false);
    }
}
