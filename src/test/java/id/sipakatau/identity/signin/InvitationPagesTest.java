package id.sipakatau.identity.signin;

import static id.sipakatau.identity.Visits.COOKIE;
import static id.sipakatau.identity.Visits.assertSignedIn;
import static id.sipakatau.identity.Visits.assertSignedOut;
import static id.sipakatau.identity.Visits.signIn;
import static id.sipakatau.identity.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.endsWith;
import static org.hamcrest.Matchers.not;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
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
class InvitationPagesTest {

    private static final String CHOSEN = "perahu-kecil-42";

    @Inject
    Jdbi jdbi;

    @Inject
    Staff staff;

    @Inject
    Invitations invitations;

    private String username;
    private UUID account;
    private String link;

    @BeforeEach
    void an_invited_operator() {
        username = TestStaff.username("baru");
        account = jdbi.inTransaction(
                handle -> staff.add(handle, NewStaff.operator(username, "Operator Pemadam", "pemadam"), Actor.SYSTEM)
                        .id());
        link = "/undangan/" + invite().text();
    }

    @Test
    void the_page_says_who_is_invited_and_is_kept_nowhere() {
        visit().get(link)
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .header("X-Robots-Tag", containsString("noindex"))
                .header("Referrer-Policy", "same-origin")
                .body(containsString("Operator Pemadam"))
                .body(containsString(username));
    }

    @Test
    void a_chosen_password_signs_in_now_and_later() {
        var answer = choose(CHOSEN, CHOSEN);
        answer.then().statusCode(303).header("Location", endsWith("/operator"));
        assertSignedIn(answer.getCookie(COOKIE));
        signIn(username, CHOSEN).then().statusCode(303);
    }

    @Test
    void the_link_works_once() {
        choose(CHOSEN, CHOSEN).then().statusCode(303);
        visit().get(link).then().statusCode(410).body(containsString("tidak berlaku lagi"));
        choose("kata-sandi-orang-lain", "kata-sandi-orang-lain").then().statusCode(410);
        signIn(username, CHOSEN).then().statusCode(303);
    }

    @Test
    void a_link_that_is_too_old_or_made_up_leads_nowhere() {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE staff_invitation SET expires_at = now() - interval '1 second' WHERE staff_id = ?", account));
        visit().get(link).then().statusCode(410);
        choose(CHOSEN, CHOSEN).then().statusCode(410);
        visit().get("/undangan/" + SecretToken.random().text()).then().statusCode(410);
        visit().get("/undangan/apa-saja").then().statusCode(410);
    }

    @Test
    void a_password_that_does_not_do_is_explained_and_the_link_stays() {
        choose("pendek", "pendek").then().statusCode(422).body(containsString("paling sedikit 10 karakter"));
        choose(CHOSEN, CHOSEN + "x").then().statusCode(422).body(containsString("berbeda"));
        choose("x".repeat(30) + "abcd".repeat(12), "").then().statusCode(422).body(containsString("terlalu panjang"));
        choose("Password123", "Password123").then().statusCode(422).body(containsString("ditebak"));
        choose(CHOSEN, CHOSEN).then().statusCode(303);
    }

    @Test
    void what_was_typed_is_not_sent_back() {
        choose("pendek77", "pendek77").then().body(not(containsString("pendek77")));
    }

    @Test
    void choosing_ends_sessions_that_were_open() {
        var session = TestStaff.cookie(account);
        assertSignedIn(session);
        choose(CHOSEN, CHOSEN).then().statusCode(303);
        assertSignedOut(session);
    }

    @Test
    void another_site_cannot_choose() {
        visit().header("Sec-Fetch-Site", "cross-site")
                .formParam("password", CHOSEN)
                .formParam("again", CHOSEN)
                .post(link)
                .then()
                .statusCode(403);
        signIn(username, CHOSEN).then().statusCode(422);
    }

    @Test
    void the_form_works_for_a_browser_that_says_where_it_comes_from() {
        var answer = visit().header("Sec-Fetch-Site", "same-origin")
                .formParam("password", CHOSEN)
                .formParam("again", CHOSEN)
                .post(link);
        assertThat(answer.statusCode()).isEqualTo(303);
    }

    private Response choose(String password, String again) {
        return visit().formParam("password", password).formParam("again", again).post(link);
    }

    private SecretToken invite() {
        return jdbi.inTransaction(handle -> invitations.make(handle, account, Actor.SYSTEM));
    }
}
