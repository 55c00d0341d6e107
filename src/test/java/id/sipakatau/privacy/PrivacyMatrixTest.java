package id.sipakatau.privacy;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.privacy.Specimen.Kind;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Who learns what of which complaint by which route: every reader asks every route for a complaint of every kind, and what
 * the answers hold is found by marks. The result is {@code docs/privacy.md}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PrivacyMatrixTest {

    private static final Path PAGE = Path.of("docs/privacy.md");
    private static final Set<Fact> WHO = EnumSet.of(Fact.NAME, Fact.CONTACT);
    private static final Set<Kind> HIDDEN = EnumSet.of(Kind.CONFIDENTIAL, Kind.BOTH, Kind.UNCHECKED);

    @TestHTTPResource("/")
    URI address;

    /** What was learnt by one reader of one kind, by route. */
    private record Cell(Reader reader, Kind kind, Exit exit, Set<Fact> learnt) {}

    @Test
    void nobody_learns_more_than_they_may_and_the_page_says_what_they_learn() throws Exception {
        Stories.emptyQueue();
        var specimens = new EnumMap<Kind, Specimen>(Kind.class);
        for (var kind : Kind.values()) {
            specimens.put(kind, Specimen.of(kind));
        }
        var own = Specimen.of(Kind.OPEN);
        var exits = Exit.all();
        var cells = new ArrayList<Cell>();
        // Nobody changes what another reads, so that they may ask at the same time.
        try (var readers = Executors.newFixedThreadPool(2)) {
            var asked = Stream.of(Reader.values())
                    .map(reader -> readers.submit(() -> cells(reader, exits, specimens, own)))
                    .toList();
            for (var answered : asked) {
                cells.addAll(answered.get());
            }
        }
        try (var listening = new Listening(address, specimens, own)) {
            listening
                    .whileTheyChange()
                    .forEach(heard -> cells.add(new Cell(heard.reader(), heard.kind(), heard.exit(), heard.learnt())));
        }
        everybodyKeepsToTheRules(cells);
        eachSeesWhatIsTheirs(cells);

        var before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        var now = page(cells);
        if (!before.equals(now)) {
            Files.writeString(PAGE, now);
        }
        assertThat(before)
                .as("%s was written anew: read what changed, and commit it", PAGE)
                .isEqualTo(now);
    }

    private static List<Cell> cells(Reader reader, List<Exit> exits, Map<Kind, Specimen> specimens, Specimen own) {
        var cells = new ArrayList<Cell>();
        specimens.forEach((kind, specimen) -> {
            var cookies = reader.cookies(specimen, own);
            for (var exit : exits) {
                if (reader.mayCall(exit)) {
                    cells.add(new Cell(reader, kind, exit, learnt(reader, cookies, exit, specimen, own)));
                }
            }
        });
        return cells;
    }

    private static void everybodyKeepsToTheRules(List<Cell> cells) {
        for (var cell : cells) {
            var what = "%s, %s, %s".formatted(cell.reader, cell.exit.name(), cell.kind);
            switch (cell.reader) {
                case PUBLIC, OTHER_CITIZEN, REPORTER, MAYOR, OTHER_OPERATOR ->
                    assertThat(cell.learnt).as(what).doesNotContain(Fact.NOTE);
                case OPERATOR, HEAD, ADMINISTRATOR -> {}
            }
            switch (cell.reader) {
                case PUBLIC, OTHER_CITIZEN, MAYOR, OTHER_OPERATOR -> {
                    assertThat(cell.learnt)
                            .as(what)
                            .doesNotContainAnyElementsOf(WHO)
                            .doesNotContain(Fact.ADDRESS);
                    if (HIDDEN.contains(cell.kind)) {
                        assertThat(cell.learnt).as(what).isEmpty();
                    }
                }
                case OPERATOR, HEAD -> {
                    if (cell.kind == Kind.ANONYMOUS
                            || cell.kind == Kind.BOTH
                            || !cell.exit.path().endsWith("/reporter")) {
                        assertThat(cell.learnt).as(what).doesNotContainAnyElementsOf(WHO);
                    }
                    if (cell.kind == Kind.UNCHECKED) {
                        assertThat(cell.learnt).as(what).isEmpty();
                    }
                }
                case ADMINISTRATOR -> {
                    if (!cell.exit.path().endsWith("/reporter")) {
                        assertThat(cell.learnt).as(what).doesNotContainAnyElementsOf(WHO);
                    }
                }
                case REPORTER -> {
                    if (HIDDEN.contains(cell.kind)
                            && !cell.exit.needsSecret()
                            && !cell.exit.path().startsWith("/akun")) {
                        assertThat(cell.learnt).as(what).isEmpty();
                    }
                }
            }
        }
    }

    /** A wall that keeps everybody out is none: the marks are found where they belong. */
    private static void eachSeesWhatIsTheirs(List<Cell> cells) {
        var open = EnumSet.of(Fact.TEXT, Fact.PHOTO, Fact.POSITION, Fact.EXISTENCE);
        assertThat(all(cells, Reader.PUBLIC, Kind.OPEN)).containsAll(open);
        assertThat(all(cells, Reader.PUBLIC, Kind.ANONYMOUS)).containsAll(open);
        assertThat(all(cells, Reader.REPORTER, Kind.BOTH))
                .contains(Fact.TEXT, Fact.PHOTO, Fact.ADDRESS, Fact.EXISTENCE);
        assertThat(all(cells, Reader.OPERATOR, Kind.CONFIDENTIAL))
                .containsAll(open)
                .contains(Fact.NOTE)
                .containsAll(WHO);
        assertThat(all(cells, Reader.ADMINISTRATOR, Kind.BOTH)).contains(Fact.NOTE);
        assertThat(all(cells, Reader.ADMINISTRATOR, Kind.UNCHECKED))
                .containsAll(open)
                .containsAll(WHO);
    }

    private static Set<Fact> all(List<Cell> cells, Reader reader, Kind kind) {
        return cells.stream()
                .filter(cell -> cell.reader == reader && cell.kind == kind)
                .flatMap(cell -> cell.learnt.stream())
                .collect(Collectors.toCollection(() -> EnumSet.noneOf(Fact.class)));
    }

    private static Set<Fact> learnt(
            Reader reader, Map<String, String> cookies, Exit exit, Specimen specimen, Specimen own) {
        var learnt = EnumSet.noneOf(Fact.class);
        // Nobody else knows the reporter's secret; what another citizen's own page shows must not be of this complaint.
        var asked = exit.needsSecret() ? withSecretOf(specimen, reader.secretOf(specimen, own)) : specimen;
        for (var query : exit.queries()) {
            var answer = ask(exit, cookies, exit.address(asked, query));
            assertThat(answer.statusCode()).as(exit.name()).isLessThan(500);
            if (answer.contentType().startsWith("image/jpeg")) {
                learnt.addAll(exit.pictured());
                continue;
            }
            var body = answer.asString() + answer.headers();
            specimen.marks().forEach((fact, mark) -> {
                // The answer repeats the words that were searched for.
                if (!(fact == Fact.TEXT && query.contains("WORD")) && body.contains(mark)) {
                    learnt.add(fact);
                }
            });
            // A refusal repeats its own address, and so the photo that was asked for.
            if (!exit.asksForPhoto() && body.contains(specimen.photo())) {
                learnt.add(Fact.PHOTO);
            }
            if (exit.asksFor(query) ? differs(exit, cookies, query, asked, answer) : body.contains(specimen.number())) {
                learnt.add(Fact.EXISTENCE);
            }
        }
        return exit.needsSecret() && reader != Reader.REPORTER ? ofTheAskedOnly(learnt) : learnt;
    }

    /** With the secret of another complaint only marks count: that one's page differs from nothing, of course. */
    private static Set<Fact> ofTheAskedOnly(Set<Fact> learnt) {
        learnt.remove(Fact.EXISTENCE);
        return learnt;
    }

    private static Specimen withSecretOf(Specimen specimen, Specimen other) {
        return new Specimen(
                specimen.number(), other.secret(), specimen.photo(), specimen.accountCookie(), specimen.marks());
    }

    /** Whether an answer tells that there is such a complaint: it differs from the answer to one that never was. */
    private static boolean differs(
            Exit exit, Map<String, String> cookies, String query, Specimen asked, Response answer) {
        var nothing = Specimen.nothing();
        var other = ask(exit, cookies, exit.address(nothing, query));
        return !normal(answer, asked).equals(normal(other, nothing));
    }

    private static String normal(Response answer, Specimen asked) {
        var body = answer.asString()
                .replace(asked.number(), "NUMBER")
                .replace(asked.secret(), "SECRET")
                .replace(asked.photo(), "PHOTO");
        return answer.statusCode() + body;
    }

    private static Response ask(Exit exit, Map<String, String> cookies, String address) {
        var request = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .cookies(cookies);
        return exit.method().equals("POST") ? request.post(address) : request.get(address);
    }

    private static String page(List<Cell> cells) {
        var page = new StringBuilder("""
                # Who learns what

                Written by `PrivacyMatrixTest`, which lets every reader ask every route of the program for a complaint of every kind,
                and looks for the marks of each fact in the answers. A reader, a route or a kind that is not here was not asked.

                """);
        page.append(List.of(Fact.values()).stream()
                        .map(fact -> "**" + fact.letter + "** " + fact.meaning)
                        .collect(Collectors.joining(", ")))
                .append(". An empty cell: nothing, the answer is that to a complaint that never was.\n")
                .append("""
                        To the streams (`/live`, `/operator/live`, `/ikuti/{secret}/langsung`) everybody listened while something
                        happened to each complaint. They name the number and the agency of what is public, to an agency the
                        numbers on its own board, and otherwise say only that there is something to look at. Routes that change something answer with one of these pages.
                        """);
        for (var reader : Reader.values()) {
            section(
                    page,
                    reader,
                    cells.stream().filter(cell -> cell.reader == reader).toList());
        }
        return page.toString();
    }

    private static void section(StringBuilder page, Reader reader, List<Cell> cells) {
        var routes = new LinkedHashMap<String, Map<Kind, Set<Fact>>>();
        cells.forEach(cell -> routes.computeIfAbsent(cell.exit.name(), name -> new EnumMap<>(Kind.class))
                .put(cell.kind, cell.learnt));
        page.append("\n## ").append(reader.title).append("\n| route |");
        for (var kind : Kind.values()) {
            page.append(' ').append(kind.title).append(" |");
        }
        page.append("\n| --- |").append(" --- |".repeat(Kind.values().length)).append('\n');
        var silent = new ArrayList<String>();
        routes.forEach((route, kinds) -> {
            if (kinds.values().stream().allMatch(Set::isEmpty)) {
                silent.add("`" + route.replace("GET ", "") + "`");
                return;
            }
            page.append("| `").append(route).append("` |");
            kinds.values()
                    .forEach(facts -> page.append(' ').append(letters(facts)).append(" |"));
            page.append('\n');
        });
        page.append("\nNothing of any complaint: ")
                .append(String.join(", ", silent))
                .append(".\n");
    }

    private static String letters(Set<Fact> facts) {
        return facts.stream().map(fact -> String.valueOf(fact.letter)).collect(Collectors.joining(" "));
    }
}
