package id.sipakatau.identity.accounts;

import static id.sipakatau.identity.Visits.assertSignedIn;
import static id.sipakatau.identity.Visits.assertSignedOut;
import static id.sipakatau.identity.Visits.signIn;
import static id.sipakatau.identity.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;
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
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
class StaffPagesTest {

    private static final Pattern LINK = Pattern.compile("value=\"http://[^\"]+(/undangan/[A-Za-z0-9_-]{43})\"");

    @Inject
    Jdbi jdbi;

    private UUID administrator;
    private String session;

    @BeforeEach
    void an_administrator() {
        administrator = TestStaff.account(NewStaff.administrator(TestStaff.username("admin"), "Administrator"));
        session = TestStaff.cookie(administrator);
    }

    @Test
    void a_new_operator_gets_a_link_by_which_they_come_in() {
        var username = TestStaff.username("regu-pagi");
        var answer = add("Operator Kebersihan, regu pagi", username, "OPERATOR", "kebersihan");
        answer.then().statusCode(200).header("Cache-Control", "no-store");
        var link = link(answer);
        visit().formParam("password", "perahu-kecil-42")
                .formParam("again", "perahu-kecil-42")
                .post(link)
                .then()
                .statusCode(303)
                .header("Location", endsWith("/operator"));
        signIn(username, "perahu-kecil-42").then().statusCode(303);
        visit(session)
                .get("/admin/petugas")
                .then()
                .statusCode(200)
                .body(containsString("Operator Kebersihan, regu pagi"))
                .body(not(containsString(link)));
    }

    @Test
    void each_role_can_be_given_and_only_operators_have_an_agency() {
        add("Wali Kota", TestStaff.username("walikota"), "MAYOR", "kebersihan")
                .then()
                .statusCode(200);
        add("Administrator", TestStaff.username("admin"), "ADMINISTRATOR", "")
                .then()
                .statusCode(200);
        assertThat(agencies("MAYOR", "ADMINISTRATOR")).isEmpty();
    }

    @Test
    void a_form_with_faults_comes_back_with_what_was_typed_and_what_is_wrong() {
        add("", "Spasi tidak boleh", "OPERATOR", "dinas-entah")
                .then()
                .statusCode(422)
                .body(containsString("value=\"spasi tidak boleh\""))
                .body(containsString("href=\"#name\""))
                .body(containsString("href=\"#username\""))
                .body(containsString("href=\"#agency\""));
        add("Nama", TestStaff.username("x1"), "RAJA", "").then().statusCode(422).body(containsString("href=\"#role\""));
        visit(session).post("/admin/petugas").then().statusCode(422);
    }

    @Test
    void the_address_for_the_morning_letter_can_be_given_at_once_and_one_that_is_none_is_told() {
        var username = TestStaff.username("regu-sore");
        var typed = Map.of("name", "Regu sore", "username", username, "role", "OPERATOR", "agency", "kebersihan");
        visit(session)
                .formParams(typed)
                .formParam("email", "bukan surel")
                .post("/admin/petugas")
                .then()
                .statusCode(422)
                .body(containsString("value=\"bukan surel\""))
                .body(containsString("href=\"#email\""));
        assertThat(letters(username)).isEmpty();
        visit(session)
                .cookie("lang", "en")
                .formParams(typed)
                .formParam("email", "Regu.Sore@Contoh.id")
                .post("/admin/petugas")
                .then()
                .statusCode(200);
        assertThat(letters(username)).containsExactly("regu.sore@contoh.id en");
    }

    @Test
    void a_user_name_that_is_taken_is_told_beside_its_field() {
        var username = TestStaff.username("sama");
        add("Satu", username, "MAYOR", "").then().statusCode(200);
        add("Dua", username, "MAYOR", "").then().statusCode(422).body(containsString("sudah dipakai"));
    }

    @Test
    void what_was_typed_stays_words() {
        add("<script>alert(1)</script>", TestStaff.username("skrip"), "MAYOR", "")
                .then()
                .statusCode(200)
                .body(not(containsString("<script>alert")));
        visit(session).get("/admin/petugas").then().body(not(containsString("<script>alert")));
    }

    @Test
    void a_closed_account_is_out_at_once_and_can_be_opened_again_by_one_press() {
        var operator = TestStaff.account(NewStaff.operator(TestStaff.username("o"), "Operator Pemadam", "pemadam"));
        var theirs = TestStaff.cookie(operator);
        assertSignedIn(theirs);
        visit(session).get(page(operator, "penonaktifan")).then().statusCode(200);
        assertSignedIn(theirs);

        var closed = visit(session).post(page(operator, "penonaktifan"));
        closed.then().statusCode(303).header("Location", containsString("/admin/petugas?ditutup=" + operator));
        assertSignedOut(theirs);
        visit(session)
                .get("/admin/petugas?ditutup=" + operator)
                .then()
                .body(containsString("Urungkan"))
                .body(containsString("Akun Operator Pemadam sudah ditutup."));

        visit(session).post(page(operator, "pengaktifan")).then().statusCode(303);
        assertSignedIn(TestStaff.cookie(operator));
        assertThat(acts(operator))
                .containsExactly(
                        Map.entry("STAFF_DEACTIVATED", administrator), Map.entry("STAFF_ACTIVATED", administrator));
    }

    @Test
    void the_right_of_a_head_is_given_and_taken_on_the_list() {
        var operator = TestStaff.account(NewStaff.operator(TestStaff.username("o"), "Operator Pemadam", "pemadam"));
        visit(session).post(page(operator, "kepala")).then().statusCode(303);
        visit(session)
                .get("/admin/petugas")
                .then()
                .body(containsString("kepala dinas"))
                .body(containsString(page(operator, "kepala/cabut")));
        visit(session).post(page(operator, "kepala/cabut")).then().statusCode(303);
        visit(session).get("/admin/petugas").then().body(not(containsString(page(operator, "kepala/cabut"))));
        assertThat(acts(operator))
                .containsExactly(
                        Map.entry("STAFF_MADE_HEAD", administrator), Map.entry("STAFF_NO_LONGER_HEAD", administrator));
        visit(session).post(page(administrator, "kepala")).then().statusCode(409);
    }

    @Test
    void a_new_link_ends_the_old_password_only_when_it_is_made() {
        var username = TestStaff.username("lupa");
        var operator = TestStaff.account(NewStaff.operator(username, "Operator", "pemadam"));
        visit(session).get(page(operator, "tautan")).then().statusCode(200);
        signIn(username, TestStaff.PASSWORD).then().statusCode(303);
        var link = link(visit(session).post(page(operator, "tautan")));
        signIn(username, TestStaff.PASSWORD).then().statusCode(422);
        visit().get(link).then().statusCode(200);
    }

    @Test
    void nobody_closes_or_resets_their_own_account() {
        for (var change : List.of("penonaktifan", "tautan")) {
            visit(session).get(page(administrator, change)).then().statusCode(409);
            visit(session).post(page(administrator, change)).then().statusCode(409);
        }
        assertSignedIn(session);
    }

    @Test
    void an_account_that_does_not_exist_is_not_found() {
        for (var change : List.of("penonaktifan", "tautan", "pengaktifan")) {
            visit(session).post(page(UUID.randomUUID(), change)).then().statusCode(404);
            visit(session).post("/admin/petugas/bukan-uuid/" + change).then().statusCode(404);
        }
    }

    @Test
    void a_closed_account_gets_no_link() {
        var operator = TestStaff.account(NewStaff.operator(TestStaff.username("o"), "Operator", "pemadam"));
        visit(session).post(page(operator, "penonaktifan")).then().statusCode(303);
        visit(session).post(page(operator, "tautan")).then().statusCode(409);
    }

    @Test
    void another_site_cannot_let_anybody_in_or_out() {
        var operator = TestStaff.account(NewStaff.operator(TestStaff.username("o"), "Operator", "pemadam"));
        for (var change : List.of("penonaktifan", "tautan", "pengaktifan", "kepala", "kepala/cabut")) {
            visit(session)
                    .header("Sec-Fetch-Site", "cross-site")
                    .post(page(operator, change))
                    .then()
                    .statusCode(403);
        }
        visit(session)
                .header("Sec-Fetch-Site", "cross-site")
                .post("/admin/petugas")
                .then()
                .statusCode(403);
        assertThat(acts(operator)).isEmpty();
    }

    private Response add(String name, String username, String role, String agency) {
        return visit(session)
                .formParam("name", name)
                .formParam("username", username)
                .formParam("role", role)
                .formParam("agency", agency)
                .post("/admin/petugas");
    }

    private static String page(UUID account, String change) {
        return "/admin/petugas/" + account + "/" + change;
    }

    private static String link(Response answer) {
        var found = LINK.matcher(answer.asString());
        assertThat(found.find()).as("a link on the page").isTrue();
        return found.group(1);
    }

    private List<String> letters(String username) {
        return jdbi.withHandle(
                handle -> handle.createQuery("SELECT email || ' ' || language FROM staff WHERE username = :username")
                        .bind("username", username)
                        .mapTo(String.class)
                        .list());
    }

    private List<String> agencies(String... roles) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT agency FROM staff WHERE role = ANY (:roles) AND agency IS NOT NULL")
                .bindArray("roles", String.class, (Object[]) roles)
                .mapTo(String.class)
                .list());
    }

    /** What was done to an account, and by whom. */
    private List<Map.Entry<String, UUID>> acts(UUID account) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT act, actor_id FROM journal WHERE facts ->> 'account' = :account ORDER BY seq
                        """)
                .bind("account", account.toString())
                .map((row, context) -> Map.entry(row.getString("act"), row.getObject("actor_id", UUID.class)))
                .list());
    }
}
