package id.sipakatau.handling;

import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.Progress;
import jakarta.ws.rs.core.MultivaluedMap;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which cases of the agency are meant: what the address of the console holds.
 *
 * @param overdue only those whose promised time has passed while neither a question stops the clock nor a head is waited for
 * @param near where the operator is, to begin with what is nearest; empty for the order of the deadlines
 */
record CaseFilter(
        Whose whose,
        @Nullable String category,
        @Nullable String kelurahan,
        boolean overdue,
        boolean emergency,
        @Nullable Kind kind,
        @Nullable Progress progress,
        @Nullable String words,
        @Nullable Position near) {

    static final CaseFilter ALL = new CaseFilter(Whose.ANYBODYS, null, null, false, false, null, null, null, null);
    private static final int LONGEST_WORDS = 200;
    /** Longer than any code or id of a city. */
    private static final int LONGEST_ID = 100;

    /** Whose cases, seen from the operator who asks. */
    enum Whose {
        ANYBODYS(""),
        /** Given to the operator, or to a team that the operator belongs to. */
        MINE("saya"),
        NOBODYS("kosong");

        final String word;

        Whose(String word) {
            this.word = word;
        }
    }

    /** Reads an address. What can't be understood there is left out, so that an old or mangled link still opens. */
    static CaseFilter of(MultivaluedMap<String, String> query) {
        return new CaseFilter(
                named(Whose.values(), value(query, "milik").orElse(""), each -> each.word)
                        .orElse(Whose.ANYBODYS),
                id(query, "kategori").orElse(null),
                id(query, "kelurahan").orElse(null),
                value(query, "lewat").isPresent(),
                value(query, "darurat").isPresent(),
                named(Kind.values(), value(query, "jenis").orElse(""), CaseFilter::word)
                        .orElse(null),
                named(Progress.values(), value(query, "status").orElse(""), CaseFilter::word)
                        .orElse(null),
                value(query, "q")
                        .map(words -> words.substring(0, Math.min(words.length(), LONGEST_WORDS)))
                        .orElse(null),
                value(query, "dekat").flatMap(CaseFilter::position).orElse(null));
    }

    static String word(Progress progress) {
        return switch (progress) {
            case NOT_STARTED -> "belum";
            case IN_PROGRESS -> "sedang";
            case DONE -> "telah";
        };
    }

    static String word(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "pengaduan";
            case ASPIRATION -> "aspirasi";
            case INFORMATION -> "informasi";
        };
    }

    /** The filter as it stands in an address. */
    public Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        put(parameters, "q", words);
        put(parameters, "milik", whose.word);
        put(parameters, "status", progress == null ? null : word(progress));
        put(parameters, "kategori", category);
        put(parameters, "kelurahan", kelurahan);
        put(parameters, "jenis", kind == null ? null : word(kind));
        put(parameters, "lewat", overdue ? "1" : null);
        put(parameters, "darurat", emergency ? "1" : null);
        put(parameters, "dekat", near == null ? null : near.latitude() + "," + near.longitude());
        return parameters;
    }

    /** The same, ready to stand behind a question mark. */
    public String query() {
        return parameters().entrySet().stream()
                .map(each -> each.getKey() + "=" + URLEncoder.encode(each.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    CaseFilter in(@Nullable Progress other) {
        return new CaseFilter(whose, category, kelurahan, overdue, emergency, kind, other, words, near);
    }

    public CaseFilter byDeadline() {
        return new CaseFilter(whose, category, kelurahan, overdue, emergency, kind, progress, words, null);
    }

    /** Conditions on {@code agency_complaint c} and {@code case_assignment a}, each with an AND in front. */
    String conditions() {
        var sql = new StringBuilder();
        switch (whose) {
            case ANYBODYS -> {}
            case MINE -> sql.append("""
                     AND (a.staff_id = :me OR a.team_id IN (SELECT team_id FROM agency_team_member WHERE staff_id = :me))
                    """);
            case NOBODYS -> sql.append(" AND a.staff_id IS NULL AND a.team_id IS NULL");
        }
        and(sql, category, " AND c.category = :category");
        and(sql, kelurahan, " AND c.kelurahan = :kelurahan");
        and(sql, kind, " AND c.kind = :kind");
        and(sql, progress, " AND c.progress = :progress");
        // Part of a word too: an operator types what is still on the mind. Citizens name the number of the whole.
        and(sql, words, """
                 AND (strpos(lower(c.description), lower(:words)) > 0 OR strpos(c.tracking_number, upper(:words)) > 0
                      OR strpos(c.whole_number, upper(:words)) > 0)
                """);
        if (overdue) {
            // A question stops the clock for a while; then it runs again by itself. Index complaint_clock_running.
            sql.append("""
                     AND c.promised_by < :now AND c.proposed_at IS NULL AND c.progress <> 'DONE'
                     AND (c.asked_at IS NULL OR EXISTS (
                         SELECT FROM running_clock WHERE complaint_id = c.id AND stands_until <= :now AND due_then < :now))
                    """);
        }
        if (emergency) {
            sql.append(" AND c.emergency");
        }
        return sql.toString();
    }

    /** Binds what the conditions name. */
    void bind(SqlStatement<?> statement, UUID me, Instant now) {
        if (whose == Whose.MINE) {
            statement.bind("me", me);
        }
        if (overdue) {
            statement.bind("now", now);
        }
        bind(statement, "category", category);
        bind(statement, "kelurahan", kelurahan);
        bind(statement, "kind", kind == null ? null : kind.name());
        bind(statement, "progress", progress == null ? null : progress.name());
        bind(statement, "words", words);
    }

    private static void and(StringBuilder sql, @Nullable Object wanted, String condition) {
        if (wanted != null) {
            sql.append(condition);
        }
    }

    private static void bind(SqlStatement<?> statement, String name, @Nullable String value) {
        if (value != null) {
            statement.bind(name, value);
        }
    }

    private static void put(Map<String, String> parameters, String name, @Nullable String value) {
        if (value != null && !value.isEmpty()) {
            parameters.put(name, value);
        }
    }

    private static Optional<String> value(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.indexOf('\0') < 0);
    }

    private static Optional<String> id(MultivaluedMap<String, String> query, String name) {
        return value(query, name).filter(text -> text.length() <= LONGEST_ID);
    }

    private static <T> Optional<T> named(T[] all, String word, Function<T, String> name) {
        return Arrays.stream(all).filter(each -> name.apply(each).equals(word)).findFirst();
    }

    private static Optional<Position> position(String text) {
        var parts = text.split(",", -1);
        try {
            return parts.length == 2
                    ? Optional.of(new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1])))
                    : Optional.empty();
        } catch (IllegalArgumentException none) {
            return Optional.empty();
        }
    }
}
