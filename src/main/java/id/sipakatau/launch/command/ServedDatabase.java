package id.sipakatau.launch.command;

import id.sipakatau.launch.Contents;
import id.sipakatau.launch.Installation;
import id.sipakatau.launch.LaunchFailure;
import id.sipakatau.launch.postgres.EmbeddedPostgres;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;
import org.postgresql.ds.PGSimpleDataSource;

/** Where the database is, and whether this program can work on it. */
record ServedDatabase(String url, Optional<String> user, Optional<String> password) {

    private static final int OLDEST_VERSION = 15;

    static ServedDatabase external(String url) {
        if (!url.startsWith("jdbc:postgresql://")) {
            throw new LaunchFailure(
                    "SIPAKATAU_DATABASE_URL harus berbentuk jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD",
                    "SIPAKATAU_DATABASE_URL must look like jdbc:postgresql://HOST/DATABASE?user=USER&password=PASSWORD");
        }
        return new ServedDatabase(url, Optional.empty(), Optional.empty());
    }

    static ServedDatabase embedded(EmbeddedPostgres postgres) {
        return new ServedDatabase(postgres.jdbcUrl(), Optional.of(postgres.user()), Optional.of(postgres.password()));
    }

    /** @throws LaunchFailure if it does not answer, is too old, or holds other contents than those wanted */
    void check(Optional<Contents> wanted) {
        try (var connection = connect()) {
            refuseOldVersion(connection);
            refuseOtherContents(Installation.contents(connection), wanted);
        } catch (SQLException e) {
            throw new LaunchFailure(
                    "Basis data tidak dapat dihubungi: " + e.getMessage(),
                    "The database does not answer: " + e.getMessage(),
                    e);
        }
    }

    private Connection connect() throws SQLException {
        return source().getConnection();
    }

    DataSource source() {
        var source = new PGSimpleDataSource();
        source.setUrl(url);
        user.ifPresent(source::setUser);
        password.ifPresent(source::setPassword);
        return source;
    }

    private static void refuseOldVersion(Connection connection) throws SQLException {
        var version = connection.getMetaData();
        if (version.getDatabaseMajorVersion() < OLDEST_VERSION) {
            throw new LaunchFailure(
                    "SIPAKATAU memerlukan PostgreSQL " + OLDEST_VERSION + " atau lebih baru; server ini "
                            + version.getDatabaseProductVersion(),
                    "SIPAKATAU needs PostgreSQL " + OLDEST_VERSION + " or newer; this server is "
                            + version.getDatabaseProductVersion());
        }
    }

    private static void refuseOtherContents(Optional<Contents> found, Optional<Contents> wanted) {
        if (found.isEmpty() || wanted.isEmpty() || found.equals(wanted)) {
            return;
        }
        throw switch (wanted.get()) {
            case DEMO ->
                new LaunchFailure(
                        "Folder data ini milik kota yang sebenarnya; data contoh tidak pernah dicampur ke dalamnya."
                                + " Pilih folder lain: --demo --data FOLDER",
                        "These data are a real city's; demo data are never mixed into them."
                                + " Choose another folder: --demo --data FOLDER");
            case EMPTY ->
                new LaunchFailure(
                        "Folder data ini berisi data contoh. Pilih folder lain: --empty --data FOLDER",
                        "These data are demo data. Choose another folder: --empty --data FOLDER");
        };
    }
}
