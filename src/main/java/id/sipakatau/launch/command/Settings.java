package id.sipakatau.launch.command;

import java.util.Locale;
import java.util.Optional;

/**
 * The few settings that are needed before the program's configuration is there: a system property such as
 * {@code sipakatau.port}, or the environment variable of the same name, {@code SIPAKATAU_PORT}.
 */
final class Settings {

    private Settings() {}

    static Optional<String> get(String name) {
        var variable = name.toUpperCase(Locale.ROOT).replace('.', '_').replace('-', '_');
        return Optional.ofNullable(System.getProperty(name))
                .or(() -> Optional.ofNullable(System.getenv(variable)))
                .filter(value -> !value.isBlank());
    }

    static void set(String name, String value) {
        System.setProperty(name, value);
    }
}
