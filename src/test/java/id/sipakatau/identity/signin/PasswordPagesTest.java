package id.sipakatau.identity.signin;

import static id.sipakatau.identity.Visits.COOKIE;
import static id.sipakatau.identity.Visits.assertSignedIn;
import static id.sipakatau.identity.Visits.assertSignedOut;
import static id.sipakatau.identity.Visits.signIn;
import static id.sipakatau.identity.Visits.visit;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class PasswordPagesTest {

    private static final String CHOSEN = "perahu-kecil-42";

    @Inject
    Jdbi jdbi;

    private String username;
    private UUID account;
    private String here;
    private String elsewhere;

    @BeforeEach
    void somebody_signed_in_twice() {
        username = TestStaff.username("walikota");
        account = TestStaff.account(NewStaff.mayor(username, "Wali Kota"));
        here = TestStaff.cookie(account);
        elsewhere = TestStaff.cookie(account);
        jdbi.useHandle(handle -> handle.execute("DELETE FROM sign_in_limit"));
    }

    @Test
    void people_see_where_they_are_signed_in() {
        visit(here)
                .get("/sandi")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("203.0.113.0/24"))
                .body(containsString("perangkat ini"))
                .body(containsString("Wali Kota"));
    }

    @Test
    void a_changed_password_keeps_this_device_with_a_new_secret_and_signs_out_the_others() {
        var answer = change(TestStaff.PASSWORD, CHOSEN, CHOSEN);
        answer.then().statusCode(303).header("Location", endsWith("/sandi"));
        assertSignedIn(answer.getCookie(COOKIE));
        assertSignedOut(here);
        assertSignedOut(elsewhere);
        signIn(username, TestStaff.PASSWORD).then().statusCode(422);
        signIn(username, CHOSEN).then().statusCode(303);
    }

    @Test
    void the_current_password_is_needed_and_guessing_it_is_limited() {
        for (int tries = 0; tries < SignInLimits.PER_NAME_AND_ADDRESS; tries++) {
            change("salah-sekali-ini", CHOSEN, CHOSEN)
                    .then()
                    .statusCode(422)
                    .body(containsString("sekarang tidak cocok"))
                    .body(not(containsString(CHOSEN)));
        }
        change(TestStaff.PASSWORD, CHOSEN, CHOSEN).then().statusCode(429).body(containsString("Tunggu"));
        signIn(username, CHOSEN).then().statusCode(429);
    }

    @Test
    void a_new_password_that_does_not_do_is_explained_before_any_try_is_counted() {
        for (int tries = 0; tries <= SignInLimits.PER_NAME_AND_ADDRESS; tries++) {
            change(TestStaff.PASSWORD, "pendek", "pendek").then().statusCode(422);
        }
        change(TestStaff.PASSWORD, CHOSEN, "lain-lagi-42")
                .then()
                .statusCode(422)
                .body(containsString("berbeda"));
        change(TestStaff.PASSWORD, CHOSEN, CHOSEN).then().statusCode(303);
    }

    @Test
    void signing_out_everywhere_means_here_too() {
        visit(here).post("/sandi/keluar-semua").then().statusCode(303).header("Location", endsWith("/masuk"));
        assertSignedOut(here);
        assertSignedOut(elsewhere);
    }

    @Test
    void another_site_can_neither_change_it_nor_sign_out() {
        visit(here)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/sandi/keluar-semua")
                .then()
                .statusCode(403);
        visit(here)
                .header("Origin", "https://evil.example")
                .formParam("current", TestStaff.PASSWORD)
                .formParam("password", CHOSEN)
                .formParam("again", CHOSEN)
                .post("/sandi")
                .then()
                .statusCode(403);
        assertSignedIn(here);
        signIn(username, TestStaff.PASSWORD).then().statusCode(303);
    }

    private Response change(String current, String password, String again) {
        return visit(here)
                .formParam("current", current)
                .formParam("password", password)
                .formParam("again", again)
                .post("/sandi");
    }
}
