package id.sipakatau.identity.signin;

import static id.sipakatau.identity.Visits.COOKIE;
import static id.sipakatau.identity.Visits.assertSignedIn;
import static id.sipakatau.identity.Visits.assertSignedOut;
import static id.sipakatau.identity.Visits.signIn;
import static id.sipakatau.identity.Visits.visit;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class SignInPagesTest {

    @Inject
    Jdbi jdbi;

    @Inject
    Staff staff;

    private String username;
    private UUID account;

    @BeforeEach
    void an_operator() {
        username = TestStaff.username("kebersihan");
        account = TestStaff.account(NewStaff.operator(username, "Operator Kebersihan", "kebersihan"));
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
    }

    @Test
    void the_form_is_there_in_both_languages_and_kept_nowhere() {
        visit().get("/masuk")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Masuk petugas"));
        visit().get("/masuk?lang=en").then().statusCode(200).body(containsString("Staff sign-in"));
    }

    @Test
    void the_right_password_leads_to_the_page_of_the_role() {
        signIn(username, TestStaff.PASSWORD).then().statusCode(303).header("Location", endsWith("/operator"));
        assertHome(NewStaff.administrator(TestStaff.username("a"), "Administrator"), "/admin");
        assertHome(NewStaff.mayor(TestStaff.username("w"), "Wali Kota"), "/");
    }

    @Test
    void the_cookie_is_out_of_reach_for_scripts_and_other_sites() {
        var cookie = signIn(username, TestStaff.PASSWORD).getDetailedCookie(COOKIE);
        assertThat(cookie.isHttpOnly()).isTrue();
        assertThat(cookie.getSameSite()).isEqualTo("Lax");
        assertThat(cookie.getPath()).isEqualTo("/");
        assertThat(cookie.getDomain()).isNull();
        assertThat(cookie.isSecured()).isFalse();
        assertThat(cookie.getValue()).hasSize(43);
    }

    @Test
    void a_wrong_password_and_an_unknown_name_get_the_same_page_with_what_was_typed() {
        var wrong = signIn(username, "salah-sekali-ini");
        var unknown = signIn("tidak-ada", "salah-sekali-ini");
        wrong.then().statusCode(422).body(containsString("value=\"" + username + "\""));
        assertThat(wrong.getCookies()).doesNotContainKey(COOKIE);
        assertThat(unknown.statusCode()).isEqualTo(422);
        assertThat(unknown.asString()).isEqualTo(wrong.asString().replace(username, "tidak-ada"));
        wrong.then().body(not(containsString("salah-sekali-ini")));
    }

    @Test
    void an_empty_form_is_answered_by_the_form() {
        given().redirects().follow(false).post("/masuk").then().statusCode(422);
    }

    @Test
    void what_was_typed_stays_words() {
        signIn("\"><script>alert(1)</script>", "salah-sekali-ini")
                .then()
                .statusCode(422)
                .body(not(containsString("<script>alert")));
    }

    @Test
    void too_many_attempts_are_told_to_wait_and_how_long() {
        for (int tries = 0; tries < SignInLimits.PER_NAME_AND_ADDRESS; tries++) {
            signIn(username, "salah-sekali-ini");
        }
        var answer = signIn(username, TestStaff.PASSWORD);
        answer.then().statusCode(429).body(containsString("Tunggu 3 menit"));
        assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 181);
        assertThat(answer.getCookies()).doesNotContainKey(COOKIE);
    }

    @Test
    void a_page_for_staff_leads_to_sign_in_and_from_there_back() {
        visit().get("/sandi?lang=id")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/masuk?ke=%2Fsandi%3Flang%3Did"));
        visit().queryParam("ke", "/sandi?lang=id")
                .get("/masuk")
                .then()
                .body(containsString("name=\"ke\" value=\"/sandi?lang=id\""));
        form(username, TestStaff.PASSWORD)
                .formParam("ke", "/sandi?lang=id")
                .post("/masuk")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/sandi?lang=id"));
    }

    @Test
    void nobody_is_sent_to_another_site() {
        visit().get("/masuk?ke=//evil.example").then().body(not(containsString("evil.example\">")));
        form(username, TestStaff.PASSWORD)
                .formParam("ke", "//evil.example/masuk")
                .post("/masuk")
                .then()
                .statusCode(303)
                .header("Location", endsWith("/operator"));
    }

    @Test
    void a_secret_from_before_sign_in_is_worth_nothing_after_it() {
        var planted = SecretToken.random().text();
        var given = form(username, TestStaff.PASSWORD)
                .cookie(COOKIE, planted)
                .post("/masuk")
                .getCookie(COOKIE);
        assertThat(given).isNotEqualTo(planted);
        assertSignedOut(planted);
        assertSignedIn(given);
    }

    @Test
    void signing_in_again_gives_a_new_secret_and_ends_the_old_one() {
        var first = signIn(username, TestStaff.PASSWORD).getCookie(COOKIE);
        var second = form(username, TestStaff.PASSWORD)
                .cookie(COOKIE, first)
                .post("/masuk")
                .getCookie(COOKIE);
        assertThat(second).isNotEqualTo(first);
        assertSignedOut(first);
        assertSignedIn(second);
    }

    @Test
    void signing_out_ends_the_session_at_once_and_takes_the_cookie_away() {
        var secret = signIn(username, TestStaff.PASSWORD).getCookie(COOKIE);
        assertSignedIn(secret);
        var answer = visit().cookie(COOKIE, secret).post("/keluar");
        answer.then().statusCode(303).header("Location", endsWith("/masuk"));
        assertThat(answer.getDetailedCookie(COOKIE).getMaxAge()).isZero();
        assertSignedOut(secret);
    }

    @Test
    void a_deactivated_account_is_out_at_once() {
        var secret = signIn(username, TestStaff.PASSWORD).getCookie(COOKIE);
        assertSignedIn(secret);
        jdbi.useTransaction(handle -> staff.deactivate(handle, account, Actor.SYSTEM));
        assertSignedOut(secret);
        signIn(username, TestStaff.PASSWORD).then().statusCode(422);
    }

    @Test
    void an_ended_session_leaves_public_pages_open() {
        visit().cookie(COOKIE, SecretToken.random().text()).get("/masuk").then().statusCode(200);
        visit().cookie(COOKIE, "not even a token").get("/masuk").then().statusCode(200);
    }

    @Test
    void another_site_can_neither_sign_anybody_in_nor_out() {
        form(username, TestStaff.PASSWORD)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/masuk")
                .then()
                .statusCode(403);
        form(username, TestStaff.PASSWORD)
                .header("Origin", "https://evil.example")
                .post("/masuk")
                .then()
                .statusCode(403);
        var secret = TestStaff.cookie(account);
        visit().cookie(COOKIE, secret)
                .header("Sec-Fetch-Site", "same-site")
                .post("/keluar")
                .then()
                .statusCode(403);
        assertSignedIn(secret);
    }

    @Test
    void a_program_is_told_in_a_problem_detail() {
        given().header("Accept", "application/json")
                .redirects()
                .follow(false)
                .get("/sandi")
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("status", equalTo(401));
    }

    @Test
    void no_password_and_no_secret_gets_into_the_log() {
        var log = new Log();
        var root = Logger.getLogger("");
        root.addHandler(log);
        try {
            signIn(username, "kata-sandi-yang-salah");
            var secret = signIn(username, TestStaff.PASSWORD).getCookie(COOKIE);
            assertSignedIn(secret);
            assertThat(log.lines)
                    .noneMatch(line -> line.contains(TestStaff.PASSWORD)
                            || line.contains("kata-sandi-yang-salah")
                            || line.contains(secret));
        } finally {
            root.removeHandler(log);
        }
    }

    private static void assertHome(NewStaff person, String home) {
        TestStaff.account(person);
        signIn(person.username(), TestStaff.PASSWORD).then().header("Location", endsWith(":" + port() + home));
    }

    private static int port() {
        return RestAssured.port;
    }

    private static RequestSpecification form(String username, String password) {
        return visit().formParam("username", username).formParam("password", password);
    }

    private static final class Log extends Handler {
        private final List<String> lines = new ArrayList<>();

        Log() {
            setLevel(Level.ALL);
        }

        @Override
        public synchronized void publish(LogRecord record) {
            lines.add(record.getMessage() + " " + Arrays.toString(record.getParameters()));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
