package id.sipakatau.deadline;

import static org.assertj.core.api.Assertions.assertThat;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.post.Post;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.PostOffice;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The letter of a morning on a real mail server, with a clock that the test moves. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@WithTestResource(PostOffice.class)
class DigestTest {

    /** A Tuesday on which nothing is closed, long before today, so that the program's own letters are none of these. */
    private static final String TUESDAY = "2026-07-14";

    private static final String SATURDAY = "2026-07-18";

    @Inject
    Jdbi jdbi;

    @Inject
    City city;

    @Inject
    StaffMail mail;

    @Inject
    DigestLetter letters;

    @Inject
    Post post;

    private volatile Instant now = at(TUESDAY, "07:31");
    private GreenMail server;

    @BeforeEach
    void the_mail_server_is_there_and_nobody_wants_a_letter() {
        int port = ConfigProvider.getConfig().getValue("sipakatau.smtp.port", Integer.class);
        server = new GreenMail(new ServerSetup(port, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        nobodyIsTold();
    }

    @AfterEach
    void close() {
        server.stop();
        nobodyIsTold();
    }

    private void nobodyIsTold() {
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE staff SET email = NULL WHERE email IS NOT NULL");
            handle.execute("DELETE FROM staff_digest");
            handle.execute("UPDATE complaint_clock SET level = 0 WHERE level > 0");
        });
    }

    @Test
    void a_letter_names_what_is_theirs_by_level_and_nothing_of_a_reporter() throws Exception {
        var open = late(Stories.accepted(Stories.pending("Sampah di depan balai warga.")), 2);
        var confidential = late(
                Stories.accepted(Stories.pending(
                        Stories.ordinary(), "Rahasia di lorong lima.", new Complaint.Privacy(true, true))),
                1);
        var elsewhere = late(
                Stories.accepted(Stories.pending(
                        Stories.ordinary("pariwisata"), "Loket tutup.", new Complaint.Privacy(false, false))),
                2);
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator Kebersihan", "kebersihan"));
        assertThat(node().send()).isEqualTo(1);
        var letter = arrived(TUESDAY).getFirst();
        assertThat(letter.getSubject()).isEqualTo("2 kasus perlu perhatian");
        for (var part : parts(letter)) {
            assertThat(part)
                    .contains(number(open), "Sampah di depan balai warga", number(confidential))
                    .contains("Diingatkan: kepala dinas", "Diingatkan: operator")
                    .doesNotContain("Rahasia", "lorong lima", Stories.REPORTER.name(), number(elsewhere));
        }
    }

    @Test
    void each_is_told_from_their_own_level_on() throws Exception {
        var first = late(Stories.accepted(Stories.pending("Baru diingatkan.")), 1);
        var third = late(Stories.accepted(Stories.pending("Lama sekali.")), 3);
        wants(NewStaff.head(TestStaff.username("kepala"), "Kepala Kebersihan", "kebersihan"));
        wants(NewStaff.administrator(TestStaff.username("administrator"), "Administrator"));
        wants(NewStaff.mayor(TestStaff.username("wali"), "Wali Kota"));
        assertThat(node().send()).isEqualTo(2);
        for (var letter : arrived(TUESDAY)) {
            assertThat(parts(letter).getFirst()).contains(number(third)).doesNotContain(number(first));
        }
    }

    @Test
    void several_nodes_send_one_letter_and_a_restart_none() throws Exception {
        late(Stories.accepted(Stories.pending("Sampah di gerbang.")), 1);
        for (int i = 0; i < 6; i++) {
            wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "kebersihan"));
        }
        try (var nodes = Executors.newFixedThreadPool(3)) {
            var looks = IntStream.range(0, 3)
                    .mapToObj(i -> (Callable<Integer>) () -> node().send())
                    .toList();
            assertThat(nodes.invokeAll(looks).stream()
                            .mapToInt(Future::resultNow)
                            .sum())
                    .isEqualTo(6);
        }
        assertThat(node().send()).isZero();
        assertThat(arrived(TUESDAY)).hasSize(6);
    }

    @Test
    void nothing_leaves_before_the_hour_and_after_a_stop_of_a_week_one_letter_does() throws Exception {
        late(Stories.accepted(Stories.pending("Sampah di halte.")), 1);
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "kebersihan"));
        now = at(TUESDAY, "07:29");
        assertThat(node().send()).isZero();
        // The whole week nothing ran.
        now = at("2026-07-21", "15:00");
        assertThat(node().send()).isEqualTo(1);
        assertThat(node().send()).isZero();
        assertThat(arrived("2026-07-21")).hasSize(1);
    }

    @Test
    void what_the_mail_server_did_not_take_is_sent_later_and_what_a_dead_node_had_in_hand_too() throws Exception {
        late(Stories.accepted(Stories.pending("Sampah di terminal.")), 1);
        var reader = wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "kebersihan"));
        server.stop();
        assertThat(node().send()).isZero();
        server.start();
        assertThat(node().send()).isZero();
        now = now.plusSeconds(601);
        assertThat(node().send()).isEqualTo(1);

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE staff_digest SET settled_at = NULL, not_before = ? WHERE staff_id = ?",
                now.plusSeconds(300),
                reader));
        assertThat(node().send()).isZero();
        now = now.plusSeconds(301);
        assertThat(node().send()).isEqualTo(1);
        assertThat(arrived(TUESDAY).stream().map(DigestTest::id).distinct()).hasSize(1);
    }

    @Test
    void a_letter_is_written_in_the_language_that_its_reader_chose() throws Exception {
        late(Stories.accepted(Stories.pending("Sampah di dermaga.")), 2);
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator Kebersihan", "kebersihan"), "en");
        assertThat(node().send()).isEqualTo(1);
        var letter = arrived(TUESDAY).getFirst();
        assertThat(letter.getSubject()).isEqualTo("1 case needs attention");
        assertThat(letter.getHeader("Content-Language")).containsExactly("en");
        assertThat(parts(letter).getFirst())
                .contains("Tuesday, 14 July", "Told: head of the agency", "Sampah di dermaga")
                .doesNotContain("Diingatkan", "Selasa");
        assertThat(parts(letter).getLast()).contains("<html lang=\"en\">");
    }

    @Test
    void on_days_off_only_emergencies_are_told() throws Exception {
        late(Stories.accepted(Stories.pending("Sampah di taman.")), 2);
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "kebersihan"));
        now = at(SATURDAY, "08:00");
        assertThat(node().send()).isZero();
        var urgent = city.categories("pemadam").stream()
                .filter(category -> category.emergency())
                .findFirst()
                .orElseThrow();
        var fire = late(
                Stories.accepted(Stories.pending(urgent, "Api di atap pasar.", new Complaint.Privacy(false, false))),
                1);
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "pemadam"));
        assertThat(node().send()).isEqualTo(1);
        assertThat(parts(arrived(SATURDAY).getFirst()).getFirst()).contains(number(fire));
    }

    @Test
    void a_long_list_is_cut_and_the_rest_counted() throws Exception {
        for (int i = 0; i < 23; i++) {
            late(Stories.accepted(Stories.pending("Sampah di blok " + i)), 1);
        }
        wants(NewStaff.operator(TestStaff.username("operator"), "Operator", "kebersihan"));
        node().send();
        var letter = arrived(TUESDAY).getFirst();
        assertThat(letter.getSubject()).isEqualTo("23 kasus perlu perhatian");
        assertThat(parts(letter).getFirst().split("- MKS-", -1)).hasSize(21);
        assertThat(parts(letter).getFirst()).contains("dan 3 lainnya");
    }

    @Test
    void a_person_switches_it_off_and_an_address_that_is_none_is_told() {
        late(Stories.accepted(Stories.pending("Sampah di pojok.")), 1);
        var operator = PlainBrowser.signedIn(TestStaff.operator("kebersihan"));
        operator.open("/surel");
        operator.form("form[action='/surel']").fill("email", "bukan surel").send();
        assertThat(operator.status()).isEqualTo(422);
        assertThat(operator.page().text()).contains("bukan alamat surel");
        operator.form("form[action='/surel']")
                .fill("email", "Petugas@Contoh.id")
                .send();
        assertThat(operator.page().select("#email").val()).isEqualTo("petugas@contoh.id");
        operator.form("form[action='/surel']").fill("language", "en").send();
        assertThat(operator.page().select("#language option[selected]").val()).isEqualTo("en");
        assertThat(node().send()).isEqualTo(1);
        operator.form("form[action='/surel']").clear("digest").send();
        now = at("2026-07-15", "08:00");
        assertThat(node().send()).isZero();
    }

    @Test
    void an_administrator_enters_the_address_of_somebody_else() {
        var account = TestStaff.account(
                NewStaff.operator(TestStaff.username("operator"), "Operator Kebersihan", "kebersihan"));
        var administrator = PlainBrowser.signedIn(TestStaff.administrator());
        administrator.open("/admin/petugas/" + account + "/surel");
        administrator.form("main form").fill("email", "operator@contoh.id").send();
        var choice = jdbi.withHandle(handle -> mail.of(handle, account));
        assertThat(choice).contains(new StaffMail.Choice("operator@contoh.id", true, "id"));
    }

    private Digest node() {
        return new Digest(jdbi, city, mail, new Attention(jdbi, city, () -> now), letters, post, () -> now);
    }

    private UUID wants(NewStaff person) {
        return wants(person, "id");
    }

    private UUID wants(NewStaff person, String language) {
        var account = TestStaff.account(person);
        var choice = new StaffMail.Choice(account + "@contoh.id", true, language);
        jdbi.useTransaction(handle -> mail.set(handle, account, choice, Actor.administrator(UUID.randomUUID())));
        return account;
    }

    private Complaint late(Complaint complaint, int level) {
        jdbi.useHandle(handle -> handle.execute(
                "UPDATE complaint_clock SET level = ? WHERE complaint_id = ? AND clock = 'RESOLUTION'",
                level,
                complaint.id()));
        return complaint;
    }

    private static String number(Complaint complaint) {
        return complaint.trackingNumber().text();
    }

    private static Instant at(String day, String time) {
        return Instant.parse(day + "T" + time + ":00+08:00");
    }

    /** The letters of a day. */
    private List<MimeMessage> arrived(String day) {
        return Arrays.stream(server.getReceivedMessages())
                .filter(letter -> id(letter).contains(day))
                .toList();
    }

    private static String id(MimeMessage letter) {
        try {
            return letter.getMessageID();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<String> parts(MimeMessage letter) throws Exception {
        var parts = (MimeMultipart) letter.getContent();
        return List.of(
                parts.getBodyPart(0).getContent().toString(),
                parts.getBodyPart(1).getContent().toString());
    }
}
