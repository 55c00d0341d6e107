package id.sipakatau.identity.citizen;

import static id.sipakatau.identity.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import id.sipakatau.identity.TestCitizen;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class EntryPagesTest {

    private static final String WRONG = "000000";
    private static SentCodes sent;

    @Inject
    Jdbi jdbi;

    @BeforeAll
    static void open() {
        sent = new SentCodes();
    }

    @AfterAll
    static void close() {
        sent.close();
    }

    @BeforeEach
    void nobody_has_tried_before() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
    }

    @Test
    void a_new_citizen_gets_in_by_the_code_once_the_consent_text_is_agreed_to() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        type(holder, sent.latest(email)).then().statusCode(303).header("Location", endsWith("/persetujuan"));
        assertThat(accounts(email)).as("no account before the consent").isZero();
        visit().cookie("kode", holder)
                .get("/akun/masuk/persetujuan")
                .then()
                .statusCode(200)
                .body(containsString("27/2022"), containsString(email));

        var entered = visit().cookie("kode", holder).post("/akun/masuk/persetujuan");
        entered.then().statusCode(303).header("Location", endsWith("/akun"));
        var session = entered.getCookie(TestCitizen.COOKIE);
        visit().cookie(TestCitizen.COOKIE, session).get("/akun").then().statusCode(200);
        assertThat(consents(email)).containsExactly(CitizenAccounts.CONSENT_VERSION);
    }

    @Test
    void a_known_citizen_is_in_at_once_and_led_to_the_page_that_was_wanted() {
        var email = TestCitizen.email();
        TestCitizen.account(email);
        var asked = visit().formParam("alamat", email.toUpperCase(java.util.Locale.ROOT))
                .formParam("ke", "/akun/data")
                .post("/akun/masuk");
        var entered = type(asked.getCookie("kode"), sent.latest(email));
        entered.then().statusCode(303).header("Location", endsWith("/akun/data"));
        var cookie = entered.getDetailedCookie(TestCitizen.COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
    }

    @Test
    void whoever_does_not_agree_leaves_nothing_behind() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        type(holder, sent.latest(email));
        visit().cookie("kode", holder).post("/akun/masuk/batal").then().statusCode(303);
        visit().cookie("kode", holder)
                .post("/akun/masuk/persetujuan")
                .then()
                .header("Location", endsWith("/akun/masuk"));
        assertThat(codes(email)).isZero();
    }

    @Test
    void an_older_consent_is_asked_for_anew() {
        var email = TestCitizen.email();
        TestCitizen.account(email);
        jdbi.useHandle(handle -> handle.createUpdate("""
                UPDATE account_consent SET version = 'before' WHERE account_id =
                (SELECT account_id FROM account_contact WHERE address = :email)
                """).bind("email", email).execute());
        var holder = ask(email).getCookie("kode");
        type(holder, sent.latest(email)).then().header("Location", endsWith("/persetujuan"));
        visit().cookie("kode", holder).post("/akun/masuk/persetujuan").then().header("Location", endsWith("/akun"));
        assertThat(consents(email)).containsExactlyInAnyOrder("before", CitizenAccounts.CONSENT_VERSION);
    }

    @Test
    void five_wrong_codes_end_it_even_for_the_right_one() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        var code = sent.latest(email);
        for (int tries = 1; tries < Codes.TRIES; tries++) {
            type(holder, other(code)).then().statusCode(422);
        }
        type(holder, other(code)).then().statusCode(303).header("Location", endsWith("/akun/masuk"));
        type(holder, code).then().statusCode(303).header("Location", endsWith("/akun/masuk"));
    }

    @Test
    void many_guesses_at_once_get_no_more_than_one_after_another() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        var code = sent.latest(email);
        try (var threads = Executors.newFixedThreadPool(12)) {
            var answers = new ArrayList<java.util.concurrent.Future<Integer>>();
            for (int tries = 0; tries < 24; tries++) {
                answers.add(threads.submit(() -> type(holder, other(code)).statusCode()));
            }
            answers.forEach(answer ->
                    assertThat(answer).succeedsWithin(Duration.ofSeconds(20)).isNotNull());
        }
        var tries =
                jdbi.withHandle(handle -> handle.createQuery("SELECT tries FROM account_code WHERE address = :email")
                        .bind("email", email)
                        .mapTo(Integer.class)
                        .one());
        assertThat(tries).isEqualTo(Codes.TRIES);
    }

    @Test
    void from_one_network_guesses_stay_few_however_many_codes_are_asked_for() {
        var email = TestCitizen.email();
        var guesses = 0;
        for (int round = 0; round < 20; round++) {
            var asked = ask(email);
            if (asked.statusCode() == 429) {
                break;
            }
            var code = sent.latest(email);
            for (int tries = 0; tries < Codes.TRIES; tries++) {
                guesses += type(asked.getCookie("kode"), other(code)).statusCode() == 429 ? 0 : 1;
            }
        }
        assertThat(guesses).isLessThanOrEqualTo(CodeLimits.CODES_PER_PAIR * Codes.TRIES);
    }

    @Test
    void a_code_works_only_in_the_browser_that_asked_for_it() {
        var email = TestCitizen.email();
        ask(email);
        var code = sent.latest(email);
        var another = ask(TestCitizen.email()).getCookie("kode");
        type(another, code).then().statusCode(422);
        type("A".repeat(43), code).then().statusCode(303).header("Location", endsWith("/akun/masuk"));
    }

    @Test
    void a_code_dies_of_age() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        var code = sent.latest(email);
        jdbi.useHandle(handle -> handle.execute("UPDATE account_code SET expires_at = now() - interval '1 second'"));
        type(holder, code).then().statusCode(303).header("Location", endsWith("/akun/masuk"));
    }

    @Test
    void a_code_is_used_once() {
        var email = TestCitizen.email();
        TestCitizen.account(email);
        var holder = ask(email).getCookie("kode");
        var code = sent.latest(email);
        assertThat(type(holder, code).getCookie(TestCitizen.COOKIE)).isNotBlank();
        assertThat(type(holder, code).getCookie(TestCitizen.COOKIE)).isNull();
    }

    @Test
    void the_database_holds_nothing_from_which_a_code_could_be_found() {
        var email = TestCitizen.email();
        var holder = ask(email).getCookie("kode");
        var code = sent.latest(email);
        var row = jdbi.withHandle(
                handle -> handle.createQuery("SELECT account_code::text FROM account_code WHERE address = :email")
                        .bind("email", email)
                        .mapTo(String.class)
                        .one());
        assertThat(row).doesNotContain(code).doesNotContain(holder);
    }

    @Test
    void after_some_codes_the_address_has_to_wait_and_nothing_is_sent() {
        var email = TestCitizen.email();
        for (int codes = 0; codes < CodeLimits.CODES_PER_PAIR; codes++) {
            ask(email).then().statusCode(303);
        }
        ask(email).then().statusCode(429).body(containsString("Tunggu"), containsString(email));
        assertThat(codes(email)).isEqualTo(CodeLimits.CODES_PER_PAIR);
    }

    @Test
    void an_address_that_has_an_account_and_one_that_has_none_look_the_same() {
        var known = TestCitizen.email();
        TestCitizen.account(known);
        var unknown = TestCitizen.email();
        assertThat(shape(ask(known), known)).isEqualTo(shape(ask(unknown), unknown));

        var withAccount = ask(known);
        var without = ask(unknown);
        assertThat(shape(codeForm(withAccount), known)).isEqualTo(shape(codeForm(without), unknown));
        assertThat(shape(type(withAccount.getCookie("kode"), WRONG), known))
                .isEqualTo(shape(type(without.getCookie("kode"), WRONG), unknown));
        ask(known);
        ask(unknown);
        assertThat(shape(ask(known), known)).startsWith("429").isEqualTo(shape(ask(unknown), unknown));
    }

    /** What else the machine does may fall on one of them for a while; a true difference is there each time. */
    @Test
    void the_time_of_an_answer_tells_no_more() {
        var differences = new ArrayList<Double>();
        do {
            differences.add(differenceInTime());
        } while (differences.getLast() >= 0.25 && differences.size() < 4);
        assertThat(differences.getLast()).as("of %s", differences).isLessThan(0.25);
    }

    private double differenceInTime() {
        var known = new ArrayList<Long>();
        var unknown = new ArrayList<Long>();
        for (int round = 0; round < 60; round++) {
            jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
            var email = TestCitizen.email();
            TestCitizen.account(email);
            var stranger = TestCitizen.email();
            // In turns and either first, so that whatever slows the machine down slows both.
            if (round % 2 == 0) {
                known.add(timed(email));
                unknown.add(timed(stranger));
            } else {
                unknown.add(timed(stranger));
                known.add(timed(email));
            }
        }
        return Math.abs(median(known) - median(unknown)) / (double) median(unknown);
    }

    @Test
    void what_is_no_address_is_said_beside_the_field_and_stays() {
        visit().formParam("alamat", "siti@contoh")
                .post("/akun/masuk")
                .then()
                .statusCode(422)
                .body(containsString("value=\"siti@contoh\""), containsString("alamat-error"));
    }

    @Test
    void nobody_is_sent_to_another_site() {
        visit().get("/akun/masuk?ke=https://jahat.example/")
                .then()
                .statusCode(200)
                .body(not(containsString("name=\"ke\"")));
    }

    @Test
    void a_session_of_staff_is_none_of_a_citizen() {
        visit(id.sipakatau.identity.TestStaff.administrator())
                .get("/akun")
                .then()
                .statusCode(303)
                .header("Location", containsString("/akun/masuk?ke="));
        visit().cookie("session", TestCitizen.signedIn())
                .get("/sandi")
                .then()
                .statusCode(303)
                .header("Location", containsString("/masuk"));
    }

    @Test
    void signing_out_ends_the_session_and_everywhere_ends_all() {
        var account = TestCitizen.account(TestCitizen.email());
        var phone = TestCitizen.cookie(account);
        var desk = TestCitizen.cookie(account);
        var library = TestCitizen.cookie(account);
        visit().cookie(TestCitizen.COOKIE, phone).post("/akun/keluar").then().statusCode(303);
        assertThat(isIn(phone)).isFalse();
        assertThat(isIn(desk)).isTrue();
        visit().cookie(TestCitizen.COOKIE, desk)
                .post("/akun/keluar/semua")
                .then()
                .statusCode(303);
        assertThat(List.of(isIn(desk), isIn(library))).containsOnly(false);
    }

    @Test
    void the_letter_is_in_the_language_of_the_page_and_says_nothing_in_its_subject() throws Exception {
        var email = TestCitizen.email();
        visit().header("Accept-Language", "en").formParam("alamat", email).post("/akun/masuk?lang=en");
        var letter = sent.letter(email);
        assertThat(letter.getSubject()).isEqualTo("Your SIPAKATAU sign-in code");
        assertThat(SentCodes.plainWords(letter)).contains(sent.latest(email)).contains("valid for 10 minutes");
        assertThat(letter.getContentType()).startsWith("multipart/alternative");
    }

    @Test
    void a_text_message_brings_the_code_too() {
        var number = "0812" + (10_000_000 + (int) (Math.random() * 80_000_000));
        var holder = ask(number).getCookie("kode");
        type(holder, sent.latest("+62" + number.substring(1))).then().header("Location", endsWith("/persetujuan"));
    }

    private static boolean isIn(String session) {
        return visit().cookie(TestCitizen.COOKIE, session).get("/akun").statusCode() == 200;
    }

    private static Response ask(String address) {
        return visit().formParam("alamat", address).post("/akun/masuk");
    }

    private static Response codeForm(Response asked) {
        return visit().cookie("kode", asked.getCookie("kode")).get("/akun/masuk/kode");
    }

    private static Response type(String holder, String code) {
        return visit().cookie("kode", holder).formParam("kode", code).post("/akun/masuk/kode");
    }

    private static long timed(String email) {
        long before = System.nanoTime();
        ask(email).then().statusCode(303);
        return System.nanoTime() - before;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().toList().get(times.size() / 2);
    }

    /** An answer without what must differ: the address itself, and secrets. */
    private static String shape(Response answer, String address) {
        var headers = answer.headers().asList().stream()
                .map(header -> header.getName() + ": " + header.getValue())
                .filter(header -> !header.startsWith("Retry-After"))
                .sorted()
                .toList();
        return (answer.statusCode() + "\n" + headers + "\n" + answer.asString())
                .replace(address, "ADDRESS")
                .replaceAll("kode=[A-Za-z0-9_-]{43}", "kode=SECRET")
                .replaceAll("(?i)content-length: \\d+", "")
                .replaceAll("(?i)expires=[^;\\]]*", "");
    }

    private static String other(String code) {
        return code.equals(WRONG) ? "000001" : WRONG;
    }

    private int accounts(String email) {
        return count("SELECT count(*) FROM account_contact WHERE address = :email", email);
    }

    private int codes(String email) {
        return count("SELECT count(*) FROM account_code WHERE address = :email", email);
    }

    private int count(String sql, String email) {
        return jdbi.withHandle(handle -> handle.createQuery(sql)
                .bind("email", email)
                .mapTo(Integer.class)
                .one());
    }

    private List<String> consents(String email) {
        return jdbi.withHandle(handle ->
                handle.createQuery("""
                        SELECT version FROM account_consent JOIN account_contact USING (account_id) WHERE address = :email
                        """).bind("email", email).mapTo(String.class).list());
    }
}
