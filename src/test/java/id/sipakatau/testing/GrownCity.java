package id.sipakatau.testing;

import id.sipakatau.complaint.TrackingNumber;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import org.jdbi.v3.core.Jdbi;

/**
 * A database with as many complaints as a city has after some years, for tests of how queries are carried out. It is made
 * once; whoever reads from it changes nothing in it.
 */
public final class GrownCity {

    public static final int COMPLAINTS = 30_000;

    /** The time at which the city has come so far. */
    public static final Instant NOW = Instant.parse("2026-11-24T02:00:00Z");

    private static final Jdbi JDBI = grown();

    private GrownCity() {}

    public static Jdbi jdbi() {
        return JDBI;
    }

    /** The number of a public complaint from the middle of its years. */
    public static String someNumber() {
        return JDBI.withHandle(handle -> handle.createQuery(
                        "SELECT tracking_number FROM public_complaint ORDER BY published_at OFFSET :half LIMIT 1")
                .bind("half", COMPLAINTS / 3)
                .mapTo(String.class)
                .one());
    }

    private static Jdbi grown() {
        var jdbi = TestDatabase.jdbi();
        jdbi.useHandle(handle -> {
            // Only what was surely committed is marked as visible to all, without which an index is not read alone.
            handle.execute("SET synchronous_commit = on");
            handle.execute("SELECT setseed(0.5)");
            handle.createUpdate(COMPLAINT)
                    .bind("now", NOW)
                    .bindArray("numbers", String.class, numbers())
                    .execute();
            handle.createUpdate(CLOCKS).bind("now", NOW).execute();
            handle.execute("VACUUM ANALYZE complaint, complaint_clock");
        });
        return jdbi;
    }

    private static Set<String> numbers() {
        var numbers = new HashSet<String>();
        while (numbers.size() < COMPLAINTS) {
            numbers.add(TrackingNumber.random("MKS").text());
        }
        return numbers;
    }

    /** The clocks of each: nearly all have ended; of those that run a quarter are late, and some of them very. */
    private static final String CLOCKS = """
            INSERT INTO complaint_clock (complaint_id, ordinal, clock, agency, started_at, due_at, met_at, level, next_level_at)
            SELECT id, 1, 'VALIDATION', NULL, received_at, received_at + interval '3 days', validated_at,
                   CASE WHEN validated_at IS NULL AND random() < 0.2 THEN 2 ELSE 0 END, CAST(:now AS timestamptz)
            FROM complaint
            UNION ALL
            SELECT id, 2, 'FIRST_ANSWER', agency, validated_at, validated_at + interval '5 days', started_at,
                   CASE WHEN started_at IS NULL AND random() < 0.2 THEN 1 ELSE 0 END, :now
            FROM complaint WHERE validation = 'VALID'
            UNION ALL
            SELECT id, 3, 'RESOLUTION', agency, validated_at, promised_by, finished_at,
                   CASE WHEN finished_at IS NULL THEN greatest(0, (random() * 8)::int - 4) ELSE 2 END, :now
            FROM complaint WHERE validation = 'VALID'
            """;

    /**
     * One complaint every hour or so: the last ones wait, some are at work, nearly all are done. Five agencies with ten
     * categories each, fifteen districts, words of which some are frequent and most are rare.
     */
    private static final String COMPLAINT = """
            WITH drawn AS (
                SELECT number, n, CAST(:now AS timestamptz) - n * interval '45 minutes' AS received, (n % 5)::int AS agency, (random() * 9.99)::int % 10 AS kind,
                       random() AS verdict, random() AS sight, random() AS speed, random() AS lon, random() AS lat,
                       (random() * 14)::int AS district,
                       (SELECT string_agg('kata' || (power(random(), 3) * 4000 + (n + w) * 0)::int, ' ')
                        FROM generate_series(1, 15) AS w) AS words
                FROM unnest(:numbers) WITH ORDINALITY AS given (number, n)
            ), judged AS (
                SELECT *, CASE WHEN n <= 150 OR verdict < 0.001 THEN 'PENDING' WHEN verdict < 0.06 THEN 'INVALID' ELSE 'VALID' END
                       AS validation,
                       CASE WHEN n < 300 OR speed < 0.01 THEN 'NOT_STARTED' WHEN n < 500 OR speed < 0.02 THEN 'IN_PROGRESS'
                            ELSE 'DONE' END AS speeded
                FROM drawn
            ), ready AS (
                SELECT *, CASE WHEN validation = 'VALID' THEN speeded ELSE 'NOT_STARTED' END AS progress FROM judged
            )
            INSERT INTO complaint (
                id, tracking_number, version, channel, received_at, body_digest, follow_digest,
                kind, agency, category, emergency, description,
                position, accuracy_m, position_source, address, kelurahan,
                anonymous, confidential, validation, dismissal_reason, appealed,
                progress, outcome, validated_at, started_at, finished_at, contestable_until, promised_by,
                published_at, updated_at)
            SELECT gen_random_uuid(), number, 3, 'DEMO',
                   received, sha256(n::text::bytea), sha256(('f' || n)::bytea),
                   CASE WHEN kind = 1 THEN 'INFORMATION' WHEN kind = 2 THEN 'ASPIRATION' ELSE 'COMPLAINT' END,
                   (ARRAY['kebersihan', 'bpbd', 'pemadam', 'pariwisata', 'kepolisian'])[agency + 1],
                   'kind-' || agency || '-' || kind, kind = 0, 'Laporan ' || n || ' ' || words,
                   point(119.38 + lon * 0.16, -5.22 + lat * 0.15), 10, 'GPS', 'Jalan ' || n,
                   '73.71.' || lpad((district + 1)::text, 2, '0') || '.1001',
                   sight < 0.3, sight < 0.06, validation, CASE validation WHEN 'INVALID' THEN 'TEST' END, false,
                   progress, CASE progress WHEN 'DONE' THEN 'RESOLVED' END,
                   CASE WHEN validation <> 'PENDING' THEN received + interval '5 hours' END,
                   CASE WHEN progress <> 'NOT_STARTED' THEN received + interval '1 day' END,
                   CASE WHEN progress = 'DONE' THEN received + interval '3 days' END,
                   CASE WHEN progress = 'DONE' THEN received + interval '10 days' END,
                   CASE WHEN validation = 'VALID' THEN received + interval '7 days' END,
                   CASE WHEN validation = 'VALID' AND sight >= 0.06 THEN received + interval '5 hours' END,
                   received + interval '3 days'
            FROM ready
            """;
}
