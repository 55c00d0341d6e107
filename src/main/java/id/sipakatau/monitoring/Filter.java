package id.sipakatau.monitoring;

import id.sipakatau.city.Kind;
import id.sipakatau.city.Position;
import id.sipakatau.complaint.Progress;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/**
 * Which public complaints are meant: what the address bar of Web Monitoring holds. The list, the counts and the map take
 * the same filter, so that they always speak of the same complaints.
 *
 * @param days only what was published within so many days; empty for all
 * @param window south-west and north-east corner of the map; empty for the whole city and for complaints without a place
 */
record Filter(
        @Nullable Kind kind,
        @Nullable String agency,
        @Nullable String category,
        @Nullable Progress progress,
        @Nullable String kecamatan,
        @Nullable Integer days,
        @Nullable String words,
        @Nullable Window window) {

    static final List<Integer> PERIODS = List.of(7, 30, 90, 365);
    private static final int LONGEST_WORDS = 200;

    /** A rectangle of the map, in degrees. */
    record Window(double west, double south, double east, double north) {

        /** Four numbers, {@code south,west,north,east}; empty if they are none or make no rectangle. */
        static Optional<Window> parse(String text) {
            var parts = text.split(",", -1);
            if (parts.length != 4) {
                return Optional.empty();
            }
            try {
                var corner = new Position(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]));
                var opposite = new Position(Double.parseDouble(parts[2]), Double.parseDouble(parts[3]));
                if (corner.longitude() > opposite.longitude() || corner.latitude() > opposite.latitude()) {
                    return Optional.empty();
                }
                return Optional.of(
                        new Window(corner.longitude(), corner.latitude(), opposite.longitude(), opposite.latitude()));
            } catch (IllegalArgumentException notNumbers) {
                return Optional.empty();
            }
        }
    }

    /** Reads an address. What can't be understood there is left out, so that an old or mangled link still opens. */
    static Filter of(MultivaluedMap<String, String> query) {
        var words = value(query, "q").map(text -> text.substring(0, Math.min(text.length(), LONGEST_WORDS)));
        return new Filter(
                value(query, "jenis").flatMap(Filter::kind).orElse(null),
                value(query, "dinas").orElse(null),
                value(query, "kategori").orElse(null),
                value(query, "status").flatMap(Filter::progress).orElse(null),
                value(query, "kecamatan").orElse(null),
                value(query, "hari").flatMap(Filter::days).orElse(null),
                words.orElse(null),
                value(query, "bbox").flatMap(Window::parse).orElse(null));
    }

    /** The word for a progress in addresses. */
    static String word(Progress progress) {
        return switch (progress) {
            case NOT_STARTED -> "belum";
            case IN_PROGRESS -> "sedang";
            case DONE -> "telah";
        };
    }

    /** The word for a kind in addresses. */
    static String word(Kind kind) {
        return switch (kind) {
            case COMPLAINT -> "pengaduan";
            case ASPIRATION -> "aspirasi";
            case INFORMATION -> "informasi";
        };
    }

    boolean isEmpty() {
        return kind == null
                && agency == null
                && category == null
                && progress == null
                && kecamatan == null
                && days == null
                && words == null;
    }

    Filter withProgress(@Nullable Progress other) {
        return new Filter(kind, agency, category, other, kecamatan, days, words, window);
    }

    Filter withoutWindow() {
        return new Filter(kind, agency, category, progress, kecamatan, days, words, null);
    }

    /** The filter as it stands in an address, without the window. */
    Map<String, String> parameters() {
        var parameters = new LinkedHashMap<String, String>();
        putIfThere(parameters, "q", words);
        putIfThere(parameters, "jenis", kind == null ? null : word(kind));
        putIfThere(parameters, "dinas", agency);
        putIfThere(parameters, "kategori", category);
        putIfThere(parameters, "status", progress == null ? null : word(progress));
        putIfThere(parameters, "kecamatan", kecamatan);
        putIfThere(parameters, "hari", days == null ? null : days.toString());
        return parameters;
    }

    /** Conditions on {@code public_complaint}, for after {@code WHERE}; all values are bound, none is pasted in. */
    String conditions() {
        var conditions = new ArrayList<String>();
        conditions.add("true");
        add(conditions, kind, "kind = :kind");
        add(conditions, agency, "agency = :agency");
        add(conditions, category, "category = :category");
        add(conditions, progress, "progress = :progress");
        add(conditions, kecamatan, "kecamatan = :kecamatan");
        add(conditions, days, "published_at >= :since");
        // index complaint_published_words
        add(conditions, words, "to_tsvector('indonesian', description) @@ websearch_to_tsquery('indonesian', :words)");
        add(conditions, window, "position <@ box(point(:west, :south), point(:east, :north))");
        return String.join(" AND ", conditions);
    }

    <S extends SqlStatement<S>> S bind(S statement, Instant now) {
        var values = new LinkedHashMap<String, Object>();
        putIfThere(values, "kind", kind == null ? null : kind.name());
        putIfThere(values, "agency", agency);
        putIfThere(values, "category", category);
        putIfThere(values, "progress", progress == null ? null : progress.name());
        putIfThere(values, "kecamatan", kecamatan);
        putIfThere(values, "since", days == null ? null : now.minus(Duration.ofDays(days)));
        putIfThere(values, "words", words);
        if (window != null) {
            values.putAll(
                    Map.of("west", window.west, "south", window.south, "east", window.east, "north", window.north));
        }
        return statement.bindMap(values);
    }

    private static Optional<String> value(MultivaluedMap<String, String> query, String name) {
        return Optional.ofNullable(query.getFirst(name))
                .map(String::strip)
                .filter(text -> !text.isEmpty() && text.indexOf('\0') < 0);
    }

    private static Optional<Kind> kind(String word) {
        return Arrays.stream(Kind.values())
                .filter(kind -> word(kind).equals(word))
                .findFirst();
    }

    private static Optional<Progress> progress(String word) {
        return switch (word) {
            case "belum" -> Optional.of(Progress.NOT_STARTED);
            case "sedang" -> Optional.of(Progress.IN_PROGRESS);
            case "telah" -> Optional.of(Progress.DONE);
            default -> Optional.empty();
        };
    }

    private static Optional<Integer> days(String text) {
        return PERIODS.stream().filter(days -> days.toString().equals(text)).findFirst();
    }

    private static <V> void putIfThere(Map<String, V> values, String name, @Nullable V value) {
        if (value != null) {
            values.put(name, value);
        }
    }

    private static void add(List<String> conditions, @Nullable Object value, String condition) {
        if (value != null) {
            conditions.add(condition);
        }
    }
}
