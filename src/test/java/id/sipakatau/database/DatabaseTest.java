package id.sipakatau.database;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class DatabaseTest {

    record Row(UUID id, Instant madeAt, int amount) {}

    @Inject
    Jdbi pooled;

    @Test
    void a_row_becomes_a_record_by_its_column_names() {
        for (var jdbi : new Jdbi[] {pooled, TestDatabase.jdbi()}) {
            var row = jdbi.withHandle(
                    handle -> handle.createQuery("""
                    SELECT '0198c5a0-0000-7000-8000-000000000000'::uuid AS id,
                           '2026-01-02T03:04:05Z'::timestamptz AS made_at, 7 AS amount
                    """).mapTo(Row.class).one());
            assertThat(row.madeAt()).isEqualTo("2026-01-02T03:04:05Z");
            assertThat(row.amount()).isEqualTo(7);
        }
    }

    @Test
    void sessions_use_UTC_and_no_jit() {
        var settings = pooled.withHandle(
                handle -> handle.createQuery("SELECT current_setting('TimeZone') || ' ' || current_setting('jit')")
                        .mapTo(String.class)
                        .one());
        assertThat(settings).isEqualTo("UTC off");
    }

    @Test
    void plain_tests_get_databases_that_do_not_see_each_other() {
        var one = TestDatabase.jdbi();
        var other = TestDatabase.jdbi();
        one.useHandle(handle -> handle.execute("CREATE TABLE mine (id int)"));
        assertThat(other.<Boolean, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT to_regclass('mine') IS NULL")
                                .mapTo(Boolean.class)
                                .one()))
                .isTrue();
    }
}
