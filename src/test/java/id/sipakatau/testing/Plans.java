package id.sipakatau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.statement.SqlLogger;
import org.jdbi.v3.core.statement.StatementContext;

/**
 * How PostgreSQL carries out the queries that the program sends. They are taken from the program while it runs, with the
 * values that it binds, so that no copy of a query is tested instead of the query.
 */
public final class Plans {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The plan of one query, and what it took. */
    public record Plan(String sql, JsonNode tree) {

        /** The indexes that it reads. */
        public List<String> indexes() {
            return List.copyOf(new TreeSet<>(values("Index Name")));
        }

        /** The tables that it reads from beginning to end. */
        public List<String> readWhole() {
            return nodes(tree.path("Plan")).stream()
                    .filter(node -> node.path("Node Type").asText().equals("Seq Scan"))
                    .map(node -> node.path("Relation Name").asText())
                    .toList();
        }

        /** How many pages of 8 kB it touched. */
        public long pages() {
            var root = tree.path("Plan");
            return root.path("Shared Hit Blocks").asLong()
                    + root.path("Shared Read Blocks").asLong();
        }

        /** Fails unless the query reads an index, never the whole table of complaints, and no more pages than these. */
        public void reads(String index, int mostPages) {
            assertThat(indexes()).as(toString()).contains(index);
            assertThat(readWhole()).as(toString()).doesNotContain("complaint");
            assertThat(pages()).as(toString()).isBetween(1L, (long) mostPages);
        }

        private List<String> values(String field) {
            return nodes(tree.path("Plan")).stream()
                    .filter(node -> node.has(field))
                    .map(node -> node.path(field).asText())
                    .toList();
        }

        private static List<JsonNode> nodes(JsonNode node) {
            var all = new ArrayList<JsonNode>();
            all.add(node);
            node.path("Plans").forEach(child -> all.addAll(nodes(child)));
            return all;
        }

        @Override
        public String toString() {
            return sql.replaceAll("\\s+", " ") + "\n" + indexes() + " whole: " + readWhole() + " pages: " + pages()
                    + " cost: " + tree.path("Plan").path("Total Cost").asDouble() + " ms: "
                    + tree.path("Execution Time").asDouble();
        }
    }

    private final Jdbi jdbi;

    public Plans(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The one query of some work of the program. */
    public Plan of(Runnable work) {
        var plans = all(work);
        assertThat(plans).hasSize(1);
        return plans.getFirst();
    }

    /** Every query of some work of the program, in their order. */
    public List<Plan> all(Runnable work) {
        var sent = new ArrayList<String>();
        jdbi.setSqlLogger(new SqlLogger() {
            @Override
            public void logBeforeExecution(StatementContext context) {
                sent.add(withValues(context.getStatement()));
            }
        });
        try {
            work.run();
        } finally {
            jdbi.setSqlLogger(SqlLogger.NOP_SQL_LOGGER);
        }
        return sent.stream().map(this::explain).toList();
    }

    private Plan explain(String sql) {
        try (var handle = jdbi.open();
                var statement = handle.getConnection().createStatement();
                var answer = statement.executeQuery("EXPLAIN (ANALYZE, BUFFERS, FORMAT JSON) " + sql)) {
            answer.next();
            return new Plan(sql, JSON.readTree(answer.getString(1)).get(0));
        } catch (SQLException | IOException e) {
            throw new IllegalStateException(sql, e);
        }
    }

    /** PostgreSQL's driver writes a statement out with its values. */
    private static String withValues(PreparedStatement statement) {
        try {
            return statement.unwrap(org.postgresql.PGStatement.class).toString();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }
}
