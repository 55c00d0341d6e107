package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.testing.TestDatabase;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;
import org.jdbi.v3.core.statement.UnableToExecuteStatementException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PhotoTableTest {

    static final Jdbi DATABASE = TestDatabase.jdbi();

    @TempDir
    static Path folder;

    static TestVault opened;
    static PhotoVault vault;
    static PreparedPhoto full;
    static PreparedPhoto bare;

    @BeforeAll
    static void open() {
        opened = TestVault.in(folder);
        vault = opened.vault();
        var jpeg = Drawn.jpeg(Drawn.quarters(80, 60));
        full = opened.keep(Drawn.withExif(
                jpeg,
                new ExifBlock()
                        .orientation(6)
                        .taken("2026:03:01 10:15:00")
                        .position(-5.1339, 119.4056)
                        .accuracy(125)));
        bare = opened.keep(jpeg);
    }

    @AfterAll
    static void close() {
        opened.close();
    }

    private final UUID complaint = UUID.randomUUID();

    @Test
    void photo_is_found_as_it_was_prepared() {
        for (var prepared : List.of(full, bare)) {
            var id = DATABASE.inTransaction(
                    handle -> vault.attach(handle, complaint, Photo.Role.COMPLETION, 3, prepared));

            var photo = DATABASE.withHandle(handle -> vault.find(handle, id)).orElseThrow();
            assertThat(photo)
                    .isEqualTo(new Photo(
                            id,
                            complaint,
                            Photo.Role.COMPLETION,
                            3,
                            prepared.source(),
                            prepared.original(),
                            prepared.mediaType(),
                            prepared.bytes(),
                            prepared.width(),
                            prepared.height(),
                            prepared.capture(),
                            null,
                            prepared.large(),
                            prepared.thumbnail(),
                            prepared.receivedAt()));
            assertThat(vault.derivative(photo, Photo.Size.THUMBNAIL)).isPresent();
        }
    }

    @Test
    void photos_of_a_complaint_come_in_their_order() {
        var later = bare.receivedAt(TestVault.NOW.plusSeconds(60));
        var ids = DATABASE.inTransaction(handle -> List.of(
                vault.attach(handle, complaint, Photo.Role.COMPLETION, 0, later),
                vault.attach(handle, complaint, Photo.Role.REPORT, 1, bare),
                vault.attach(handle, complaint, Photo.Role.REPORT, 0, full)));

        var photos = DATABASE.withHandle(handle -> vault.of(handle, complaint));

        assertThat(photos).extracting(Photo::id).containsExactly(ids.get(2), ids.get(1), ids.get(0));
    }

    @Test
    void photos_of_many_complaints_take_one_query() {
        var other = UUID.randomUUID();
        var without = UUID.randomUUID();
        DATABASE.useTransaction(handle -> {
            vault.attach(handle, complaint, Photo.Role.REPORT, 0, full);
            vault.attach(handle, complaint, Photo.Role.REPORT, 1, bare);
            vault.attach(handle, other, Photo.Role.REPORT, 0, bare);
            vault.attach(handle, UUID.randomUUID(), Photo.Role.REPORT, 0, bare);
        });

        DATABASE.useHandle(handle -> {
            var queries = new Counter();
            handle.setSqlLogger(queries);

            var photos = vault.of(handle, Set.of(complaint, other, without));

            assertThat(photos.keySet()).containsExactlyInAnyOrder(complaint, other);
            assertThat(photos.get(complaint)).hasSize(2);
            assertThat(queries.count).isEqualTo(1);
        });
    }

    private static final class Counter implements SqlLogger {
        private int count;

        @Override
        public void logBeforeExecution(StatementContext context) {
            count++;
        }
    }

    @Test
    void photos_of_a_complaint_are_found_by_an_index() {
        var plan = DATABASE.withHandle(handle -> {
            handle.execute("SET enable_seqscan = off");
            return String.join(
                    "\n",
                    handle.createQuery("EXPLAIN SELECT id FROM photo WHERE complaint_id = ANY (:complaints)")
                            .bindArray("complaints", UUID.class, complaint)
                            .mapTo(String.class)
                            .list());
        });

        assertThat(plan).contains("photo_complaint");
    }

    @Test
    void photo_of_a_complaint_that_is_rolled_back_is_gone() {
        assertThatThrownBy(() -> DATABASE.useTransaction(handle -> {
                    vault.attach(handle, complaint, Photo.Role.REPORT, 0, full);
                    throw new IllegalStateException("the complaint could not be filed");
                }))
                .hasMessageContaining("could not be filed");

        var photos = DATABASE.withHandle(handle -> vault.of(handle, complaint));
        assertThat(photos).isEmpty();
    }

    @Test
    void one_picture_may_belong_to_many_complaints() {
        var ids = DATABASE.inTransaction(handle -> List.of(
                vault.attach(handle, complaint, Photo.Role.REPORT, 0, bare),
                vault.attach(handle, UUID.randomUUID(), Photo.Role.REPORT, 0, bare)));

        assertThat(ids).doesNotHaveDuplicates();
    }

    @Test
    void database_itself_refuses_what_is_no_digest() {
        assertThatThrownBy(() -> DATABASE.useHandle(handle -> {
                    var id = vault.attach(handle, complaint, Photo.Role.REPORT, 0, bare);
                    handle.execute("UPDATE photo SET sha256 = '\\x00' WHERE id = ?", id);
                }))
                .isInstanceOf(UnableToExecuteStatementException.class);
    }
}
