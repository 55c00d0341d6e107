package id.sipakatau.launch.command;

import id.sipakatau.launch.Contents;
import id.sipakatau.launch.Installation;
import id.sipakatau.launch.LaunchFailure;
import id.sipakatau.launch.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.flywaydb.core.Flyway;

/**
 * Removes a demo as a whole: its database and its photos. The journal refuses to lose a row, so nothing less than the
 * whole would do; and whatever is not noted as a demo is refused.
 */
final class DemoRemoval {

    /** What the program has made in a data folder. What else lies there, a city's street tiles for example, stays. */
    private static final List<String> MADE = List.of("database", "photos", "demo-pictures");

    private final Path folder;

    DemoRemoval(Path folder) {
        this.folder = folder;
    }

    /** Removes the demo whose database is in the folder too. */
    void withDatabase(Path binaries) {
        if (!Files.isDirectory(folder.resolve("database"))) {
            throw nothingThere();
        }
        try (var postgres = EmbeddedPostgres.start(folder.resolve("database"), binaries, Map.of())) {
            refuseWhatIsNoDemo(ServedDatabase.embedded(postgres));
        }
        removeFiles();
    }

    /** Removes the demo whose database is on a server of its own. The database itself stays, without a table. */
    void from(ServedDatabase database) {
        refuseWhatIsNoDemo(database);
        Flyway.configure()
                .dataSource(database.source())
                .cleanDisabled(false)
                .load()
                .clean();
        removeFiles();
    }

    private void refuseWhatIsNoDemo(ServedDatabase database) {
        try (var connection = database.source().getConnection()) {
            var found = Installation.contents(connection);
            if (found.equals(Optional.of(Contents.EMPTY))) {
                throw new LaunchFailure(
                        "Data ini milik kota yang sebenarnya, bukan data contoh. Tidak ada yang dihapus.",
                        "These data are a real city's and no demo. Nothing was removed.");
            }
            if (found.isEmpty()) {
                throw nothingThere();
            }
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "Basis data tidak dapat dihubungi: " + e.getMessage(),
                    "The database does not answer: " + e.getMessage(),
                    e);
        }
    }

    private LaunchFailure nothingThere() {
        return new LaunchFailure(
                "Tidak ada data contoh di " + folder + ". Tidak ada yang dihapus.",
                "There is no demo in " + folder + ". Nothing was removed.");
    }

    private void removeFiles() {
        for (var name : MADE) {
            remove(folder.resolve(name));
        }
    }

    private static void remove(Path tree) {
        if (!Files.exists(tree)) {
            return;
        }
        try (var all = Files.walk(tree)) {
            for (var each : all.sorted(Comparator.reverseOrder()).toList()) {
                Files.delete(each);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The demo in " + tree + " could not be removed completely", e);
        }
    }
}
