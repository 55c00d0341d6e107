package id.sipakatau.intake.follow;

import static id.sipakatau.identity.Visits.visit;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.identity.TestCitizen;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class OwnComplaintsTest {

    @Inject
    Jdbi jdbi;

    private final String email = TestCitizen.email();
    private final String name = "Warga " + UUID.randomUUID();
    private final String contact = "0800 " + UUID.randomUUID();
    private UUID account;
    private String session;

    @BeforeEach
    void a_citizen_is_signed_in() {
        account = TestCitizen.account(email);
        session = TestCitizen.cookie(account);
    }

    @Test
    void a_complaint_is_claimed_by_its_secret_link_and_is_on_every_device() {
        var receipt = Stories.pending("Lampu jalan padam di depan sekolah.");
        as(session)
                .get(path(receipt))
                .then()
                .body(containsString("Simpan ke akun saya"), not(containsString("Lepaskan dari akun")));
        as(session).post(path(receipt) + "/akun").then().statusCode(303);
        as(session).get(path(receipt)).then().body(containsString("Lepaskan dari akun"));
        as(TestCitizen.cookie(account))
                .get("/akun")
                .then()
                .statusCode(200)
                .header("Cache-Control", "no-store")
                .body(containsString("Lampu jalan padam"), containsString(path(receipt)));

        as(session).post(path(receipt) + "/akun/lepas").then().statusCode(303);
        as(session).get("/akun").then().body(not(containsString("Lampu jalan padam")));
        visit().get(path(receipt)).then().statusCode(200);
    }

    @Test
    void without_an_account_the_page_is_as_before() {
        var receipt = Stories.pending("Pohon tumbang.");
        visit().get(path(receipt)).then().statusCode(200).body(not(containsString("akun saya")));
        visit().header("Accept", "text/html")
                .post(path(receipt) + "/akun")
                .then()
                .statusCode(401);
    }

    @Test
    void a_wrong_link_claims_nothing() {
        as(session).post("/ikuti/AAAAAAAAAAAAAAAAAAAAAA/akun").then().statusCode(404);
    }

    @Test
    void nobody_sees_the_complaints_of_another_account() {
        var receipt = Stories.pending("Bau limbah di kanal belakang rumah.");
        as(session).post(path(receipt) + "/akun");
        var other = TestCitizen.signedIn();
        as(other).get("/akun").then().statusCode(200).body(not(containsString("Bau limbah")));
        as(other)
                .post("/akun/unduh")
                .then()
                .statusCode(200)
                .body("complaints", hasSize(0))
                .body(not(containsString(receipt.trackingNumber().text())));
        as(other).get(path(receipt)).then().body(containsString("Simpan ke akun saya"));
    }

    @Test
    void what_is_filed_while_signed_in_is_linked_and_what_is_not_is_not() {
        var words = "Sampah menumpuk di lorong, dikirim selagi masuk.";
        file(as(session), words);
        file(visit(), "Sampah menumpuk di lorong, dari orang lain.");
        as(session)
                .get("/akun")
                .then()
                .body(containsString("dikirim selagi masuk"), not(containsString("dari orang lain")));
    }

    @Test
    void the_export_holds_all_and_the_name_only_of_what_the_account_filed() {
        file(as(session), "Saluran tersumbat, ditulis sendiri.");
        var claimed = Stories.pending("Jalan berlubang, dari tautan.");
        as(session).post(path(claimed) + "/akun");
        var own = "complaints.find { it.description.contains('ditulis sendiri') }.";
        var linked = "complaints.find { it.description.contains('dari tautan') }.";
        as(session)
                .post("/akun/unduh")
                .then()
                .statusCode(200)
                .header("Content-Disposition", containsString("attachment"))
                .header("Cache-Control", "no-store")
                .body("account.contacts[0].address", equalTo(email))
                .body("account.consents", hasSize(1))
                .body("complaints", hasSize(2))
                .body(own + "name", equalTo(name))
                .body(own + "contact", equalTo(contact))
                .body(linked + "name", nullValue())
                .body(linked + "timeline[0].act", equalTo("FILED"))
                .body(not(containsString(Stories.REPORTER.contact())));
    }

    @Test
    void after_deletion_nothing_of_the_person_is_left_but_the_complaints_and_the_journal_is_as_it_was() {
        file(as(session), "Hapus akunnya, tetap aduannya.");
        var claimed = Stories.pending("Tautan yang disimpan, lalu akunnya dihapus.");
        as(session).post(path(claimed) + "/akun");
        visit().formParam("alamat", email).post("/akun/masuk").then().statusCode(303);
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO subscription
                            (id, complaint_id, audience, channel, target, language, created_at, confirmed_at)
                        VALUES (gen_random_uuid(), gen_random_uuid(), 'PUBLIC', 'EMAIL', :email, 'id', now(), now())
                        """).bind("email", email).execute());
        var before = journal();

        as(session).get("/akun/data/hapus").then().statusCode(200);
        as(session).post("/akun/data/hapus").then().statusCode(303);

        as(session).get("/akun").then().statusCode(303);
        assertThat(everything())
                .doesNotContain(email)
                .doesNotContain(account.toString())
                .doesNotContain(name)
                .doesNotContain(contact)
                .contains("Hapus akunnya, tetap aduannya.");
        visit().get(path(claimed)).then().statusCode(200);
        assertThat(journal()).isEqualTo(before);
    }

    private void file(RequestSpecification person, String words) {
        person.header("Accept", "application/json")
                .multiPart("id", UuidCreator.getTimeOrderedEpoch().toString())
                .multiPart("category", Stories.ordinary().id())
                .multiPart("description", words, "text/plain; charset=UTF-8")
                .multiPart("kelurahan", "73.71.04.1003")
                .multiPart("name", name)
                .multiPart("contact", contact)
                .multiPart("camera", "foto.jpg", photo(), "image/jpeg")
                .post("/api/v1/complaints")
                .then()
                .statusCode(201);
    }

    private static byte[] photo() {
        return id.sipakatau.evidence.CameraPhoto.taken(java.time.Instant.now(), -5.1340, 119.4058, 640);
    }

    private String journal() {
        return jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT string_agg(j::text || coalesce(d::text, ''), ' ' ORDER BY j.seq)
                        FROM journal j LEFT JOIN journal_detail d USING (seq)
                        """).mapTo(String.class).one());
    }

    /** Every row of every table. */
    private String everything() {
        return jdbi.withHandle(handle -> {
            var all = new StringBuilder();
            List<String> tables = handle.createQuery("SELECT tablename FROM pg_tables WHERE schemaname = 'public'")
                    .mapTo(String.class)
                    .list();
            for (var table : tables) {
                handle.createQuery("SELECT t::text FROM " + table + " t")
                        .mapTo(String.class)
                        .forEach(row -> all.append(row).append('\n'));
            }
            return all.toString();
        });
    }

    private static RequestSpecification as(String session) {
        return visit().cookie(TestCitizen.COOKIE, session);
    }

    private static String path(Receipt receipt) {
        return "/ikuti/" + receipt.secret().text();
    }
}
