package id.sipakatau.launch.command;

import id.sipakatau.launch.Contents;
import id.sipakatau.launch.WrongUsage;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was asked for on the command line. */
record Options(
        Optional<Integer> port, Optional<Path> data, Optional<Contents> contents, boolean removesDemo, boolean help) {

    static final String HELP = """
            SIPAKATAU, sistem pengaduan terpadu kota / the integrated public complaint system of a city

              bin/run [--port N] [--data FOLDER] [--demo | --empty]

              --port N       porta HTTP (8080)
                             the HTTP port (8080)
              --data FOLDER  tempat basis data dan foto
                             where database and photos are kept
              --demo         isi folder data yang baru dengan data contoh (bawaan)
                             fill a new data folder with demo data (the default)
              --empty        mulai dengan folder data kosong, untuk kota yang sebenarnya
                             start with an empty data folder, for a real city

            Variabel lingkungan / environment variables:

              SIPAKATAU_HOST          alamat yang didengarkan (127.0.0.1)
                                      the address to listen on (127.0.0.1)
              SIPAKATAU_DATABASE_URL  server PostgreSQL 15+ milik sendiri / your own PostgreSQL 15+:
                                      jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD
            """;

    /** @throws WrongUsage when an option is unknown, lacks its value or contradicts another */
    static Options parse(List<String> arguments) {
        return new Parser(arguments).parse();
    }

    private static final class Parser {

        private final Deque<String> words;
        private @Nullable Integer port;
        private @Nullable Path data;
        private @Nullable Contents contents;
        private boolean removesDemo;
        private boolean help;

        Parser(List<String> arguments) {
            words = new ArrayDeque<>(arguments);
        }

        Options parse() {
            while (!words.isEmpty()) {
                var option = words.pop();
                var equals = option.indexOf('=');
                if (option.startsWith("--") && equals > 0) {
                    words.push(option.substring(equals + 1));
                    option = option.substring(0, equals);
                }
                take(option);
            }
            return new Options(
                    Optional.ofNullable(port),
                    Optional.ofNullable(data),
                    Optional.ofNullable(contents),
                    removesDemo,
                    help);
        }

        private void take(String option) {
            switch (option) {
                case "--port" -> port = port(valueOf(option));
                case "--data" -> data = folder(valueOf(option));
                case "--demo" -> contents = only(Contents.DEMO);
                case "--empty" -> contents = only(Contents.EMPTY);
                case "--remove-demo" -> removesDemo = true;
                case "--help", "-h" -> help = true;
                default -> throw new WrongUsage("Opsi tidak dikenal: " + option, "Unknown option: " + option);
            }
        }

        private String valueOf(String option) {
            var value = words.poll();
            if (value == null || value.isBlank() || value.startsWith("--")) {
                throw new WrongUsage("Opsi " + option + " memerlukan nilai", "Option " + option + " needs a value");
            }
            return value;
        }

        /** A relative name is meant from where the person stands, which {@code bin/run} has left. */
        private static Path folder(String value) {
            var here = Path.of(Settings.get("sipakatau.started-in").orElse(""));
            return here.resolve(value).toAbsolutePath().normalize();
        }

        private static int port(String value) {
            try {
                var number = Integer.parseInt(value);
                if (number >= 1 && number <= 65_535) {
                    return number;
                }
            } catch (NumberFormatException notANumber) {
                // Answered below together with numbers that are out of range.
            }
            throw new WrongUsage(
                    "Porta harus bilangan dari 1 sampai 65535, bukan " + value,
                    "The port must be a number from 1 to 65535, not " + value);
        }

        private Contents only(Contents wanted) {
            if (contents != null && contents != wanted) {
                throw new WrongUsage("Pilih --demo atau --empty, tidak keduanya", "Choose --demo or --empty, not both");
            }
            return wanted;
        }
    }
}
