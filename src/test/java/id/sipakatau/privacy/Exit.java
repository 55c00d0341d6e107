package id.sipakatau.privacy;

import id.sipakatau.testing.Stories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * A route by which something of a complaint could get out.
 *
 * @param path as it stands in {@code routes.txt}
 * @param queries what is asked of it, each with its question mark; once without where nothing is listed
 */
record Exit(String method, String path, Set<String> roles, List<String> queries) {

    private static final Path TABLE = Path.of("src/test/resources/routes.txt");

    /** Streams, which never end: readers listen to them while something happens. */
    private static final Set<String> STREAMS = Set.of(
            "/live",
            "/operator/live",
            "/operator/darurat/langsung",
            "/admin/darurat/langsung",
            "/ikuti/{secret}/langsung");

    /** Posted, and yet only read: a look at the reporter, which leaves its row in the journal, and a citizen's own data. */
    private static final Set<String> POSTED = Set.of("/reporter", "/unduh");

    /** What readers ask for: words, an agency, an area on the map. {@code NUMBER} and {@code WORD} are the complaint's. */
    private static final Map<String, List<String>> ASKED = Map.ofEntries(
            Map.entry(
                    "/",
                    List.of("", "?q=WORD", "?dinas=kebersihan", "?status=telah", "?kecamatan=73.71.04", "?hari=7")),
            Map.entry("/daftar", List.of("", "?q=WORD", "?bbox=-5.15,119.40,-5.12,119.41")),
            Map.entry("/peta/aduan.json", List.of("", "?zoom=19&bbox=-5.15,119.40,-5.12,119.41", "?q=WORD")),
            Map.entry("/operator/peta/kasus.json", List.of("?bbox=-5.5,119.0,-5.0,119.9")),
            Map.entry("/operator/baris", List.of("?nomor=NUMBER", "?tampilan=tabel&nomor=NUMBER")),
            Map.entry("/beranda/selesai", List.of("", "?lat=-5.1339&lon=119.4056")),
            Map.entry("/lacak", List.of("", "?nomor=NUMBER")),
            Map.entry("/lapor/serupa", List.of("?kategori=CATEGORY&lat=-5.1310&lon=119.4056")),
            Map.entry("/kabar-wilayah", List.of("", "?wilayah=73.71.04.1003&kategori=CATEGORY")),
            Map.entry("/map/place.svg", List.of("?lat=-5.2&lon=119.5")),
            Map.entry("/api/v1/whereabouts", List.of("?lat=-5.2&lon=119.5")));

    /** Every route that answers with something to read. Those that change something answer with a page of these. */
    static List<Exit> all() throws IOException {
        return inTable(false);
    }

    /** Every route that tells open pages what happens. */
    static List<Exit> streams() throws IOException {
        var streams = inTable(true);
        if (streams.size() != STREAMS.size()) {
            throw new IllegalStateException("A stream is gone: " + STREAMS);
        }
        return streams;
    }

    private static List<Exit> inTable(boolean streams) throws IOException {
        try (Stream<String> lines = Files.lines(TABLE)) {
            return lines.filter(line -> !line.startsWith("#") && !line.isBlank())
                    .map(line -> line.split("\\s+"))
                    .filter(words -> words[0].equals("GET") || POSTED.stream().anyMatch(words[1]::endsWith))
                    .filter(words -> STREAMS.contains(words[1]) == streams)
                    .map(words -> new Exit(
                            words[0], words[1], Set.of(words[2].split(",")), ASKED.getOrDefault(words[1], List.of(""))))
                    .toList();
        }
    }

    /** Whether somebody has to know the reporter's secret. */
    boolean needsSecret() {
        return path.contains("{secret}");
    }

    /** Whether the request itself names a complaint, so that an answer can betray that there is one. */
    boolean asksFor(String query) {
        return path.contains("{number}") || asksForPhoto() || needsSecret() || query.contains("NUMBER");
    }

    boolean asksForPhoto() {
        return path.contains("/foto/");
    }

    /** The address that asks for a complaint. */
    String address(Specimen of, String query) {
        var word = of.marks().getOrDefault(Fact.TEXT, "nihil");
        return path.replace("{number}", of.number())
                        .replace("{secret}", of.secret())
                        .replace("{photo}", of.photo())
                        .replace("{size}", "large")
                        .replace("/foto/{id}", "/foto/" + of.photo())
                        .replace("{z}/{x}/{y}", "14/13623/8425")
                        .replace("{area}", "73.71.04.1003")
                        .replace("{category}", Stories.ordinary().id())
                        .replace("{token}", "A".repeat(22))
                        .replace("{crowd}", "00000000-0000-4000-8000-000000000000")
                        // Accounts of staff: no complaint's.
                        .replace("/admin/petugas/{id}", "/admin/petugas/00000000-0000-7000-8000-000000000000")
                + query.replace("NUMBER", of.number())
                        .replace("WORD", word)
                        .replace("CATEGORY", Stories.ordinary().id());
    }

    /** What a picture of this route shows, if it is served: the eye reads it, a program does not. */
    Set<Fact> pictured() {
        return path.endsWith("kartu.jpg")
                ? EnumSet.of(Fact.EXISTENCE, Fact.TEXT, Fact.PHOTO)
                : EnumSet.of(Fact.EXISTENCE, Fact.PHOTO);
    }

    String name() {
        return method + " " + path;
    }
}
