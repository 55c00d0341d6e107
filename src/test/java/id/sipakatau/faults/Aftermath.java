package id.sipakatau.faults;

import id.sipakatau.intake.Sending;
import id.sipakatau.launch.postgres.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** What lies in the data folder when all is over, read without the program, compared with what was written. */
final class Aftermath {

    /** One row of a photo. */
    private record Row(UUID complaint, String role, String sha256, String reduced) {}

    private final Path data;
    private final List<String> wrong = new ArrayList<>();
    private int complaints;
    private int photos;
    private int left;

    private Aftermath(Path data) {
        this.data = data;
    }

    /** Looks at the folder of a program that has ended. */
    static Aftermath of(Path data, List<Written> written) {
        var found = new Aftermath(data);
        try (var postgres = EmbeddedPostgres.start(data.resolve("database"), Path.of("target/postgresql"), Map.of())) {
            found.compare(Jdbi.create(postgres.jdbcUrl(), postgres.user(), postgres.password()), written);
        }
        return found;
    }

    /** What is not as it should be, in words; empty if nothing was lost and nothing came twice. */
    List<String> wrong() {
        return wrong;
    }

    int complaints() {
        return complaints;
    }

    int photos() {
        return photos;
    }

    /** Photos that were repeated so late that their complaint was filed already; they go after two weeks. */
    int left() {
        return left;
    }

    private void compare(Jdbi jdbi, List<Written> written) {
        var descriptions = new HashMap<UUID, String>();
        var rows = new HashMap<UUID, List<Row>>();
        jdbi.useHandle(handle -> {
            handle.createQuery("SELECT id, description FROM complaint")
                    .map((row, context) ->
                            descriptions.put(row.getObject("id", UUID.class), row.getString("description")))
                    .list();
            handle.createQuery("""
                            SELECT complaint_id, role, encode(sha256, 'hex') AS sha256,
                                coalesce(encode(reduced_sha256, 'hex'), '') AS reduced
                            FROM photo ORDER BY ordinal
                            """)
                    .map((row, context) -> new Row(
                            row.getObject("complaint_id", UUID.class),
                            row.getString("role"),
                            row.getString("sha256"),
                            row.getString("reduced")))
                    .forEach(row -> rows.computeIfAbsent(row.complaint(), id -> new ArrayList<>())
                            .add(row));
            left = handle.createQuery("SELECT count(*) FROM intake_upload")
                    .mapTo(Integer.class)
                    .one();
            var filed = handle.createQuery("SELECT count(*) FROM journal WHERE act = 'FILED'")
                    .mapTo(Integer.class)
                    .one();
            if (filed != written.size()) {
                wrong.add(filed + " rows of the journal tell of a filing");
            }
        });
        complaints = descriptions.size();
        photos = rows.values().stream().mapToInt(List::size).sum();
        if (complaints != written.size()) {
            wrong.add(complaints + " complaints instead of " + written.size());
        }
        for (var complaint : written) {
            var id = UUID.fromString(complaint.id());
            if (!complaint.description().equals(descriptions.get(id))) {
                wrong.add(complaint.description() + " is not there, or says something else: " + descriptions.get(id));
            }
            compare(complaint, rows.getOrDefault(id, List.of()));
        }
    }

    private void compare(Written complaint, List<Row> rows) {
        if (rows.size() != complaint.photos().size()) {
            wrong.add(complaint.description() + " has " + rows.size() + " photos instead of "
                    + complaint.photos().size());
            return;
        }
        for (int i = 0; i < rows.size(); i++) {
            var sent = complaint.photos().get(i);
            var row = rows.get(i);
            if (!row.role().equals("REPORT") || !row.sha256().equals(Sending.sha256(sent.full()))) {
                wrong.add(complaint.description() + " has another photo in place " + (i + 1) + ": " + row);
            } else if (!isKept(sent.full())) {
                wrong.add(complaint.description() + " has lost the file of photo " + (i + 1));
            }
            if (!row.reduced().isEmpty() && !isKept(sent.small())) {
                wrong.add(complaint.description() + " has lost the reduced copy of photo " + (i + 1));
            }
        }
    }

    private boolean isKept(byte[] original) {
        var name = Sending.sha256(original);
        var file = data.resolve("photos/original").resolve(name.substring(0, 2)).resolve(name);
        try {
            return Files.isRegularFile(file) && Arrays.equals(Files.readAllBytes(file), original);
        } catch (IOException unreadable) {
            return false;
        }
    }
}
