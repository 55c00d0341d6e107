package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Progress;
import id.sipakatau.journal.Recorded;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.Relay;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.regex.Pattern;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An operator works where there is no network: what was done waits on the phone and is sent once. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FieldWorkTest extends FieldTest {

    @Inject
    Complaints complaints;

    /** The test picture of the camera is nearly the same each time, also in other tests, which would be noticed. */
    @BeforeEach
    @AfterEach
    void no_picture_was_used_before() {
        jdbi.useHandle(handle -> handle.execute("DELETE FROM photo_print"));
    }

    @Test
    void a_case_is_started_photographed_and_finished_without_a_network_and_sent_once() {
        var complaint = accepted("Di lapangan: sampah di tepi kanal tanpa sinyal.");
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("form[action$='/start'] textarea").fill("Regu berangkat.");
            page.locator("form[action$='/start'] .btn.primary").click();
            assertThat(waiting(page)).hasCount(1);
            assertThat(waiting(page)).containsText("Menunggu jaringan");
            assertThat(page.locator("[data-antrean]")).containsText("1 menunggu jaringan");

            page.locator("#words").fill("Kanal sudah bersih.");
            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(waiting(page)).hasCount(2);
            assertThat(page.locator("[data-acts] img")).hasCount(1);
            assertThat(page.locator("[data-photos-here] img")).isInViewport();
            assertThat(page.locator("#words")).hasValue("Kanal sudah bersih.");
            noBarrier(page);
            picture(page, "lapangan-390-id");
            page.locator("#selesai .btn.primary").click();
            assertThat(waiting(page)).hasCount(3);
            assertThat(page.locator("#selesai")).isHidden();
            Assertions.assertThat(now(complaint).handling().progress()).isEqualTo(Progress.NOT_STARTED);

            page.navigate(at(line, "operator/ponsel"));
            assertThat(waiting(page)).hasCount(3);
            noBarrier(page);
            picture(page, "ponsel-menunggu-390-id");

            line.mend();
            page.locator("[data-acts] button").first().click();
            assertThat(page.locator("[data-none]")).isVisible();
            var done = now(complaint);
            Assertions.assertThat(done.handling().progress()).isEqualTo(Progress.DONE);
            Assertions.assertThat(acts(complaint)).containsOnlyOnce("STARTED", "FINISHED");
            Assertions.assertThat(photosOf(complaint)).isEqualTo(1);
            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            assertThat(page.locator(".timeline")).containsText("Kanal sudah bersih.");
            assertThat(page.locator(".timeline")).containsText("Regu berangkat.");
        }
    }

    @Test
    void what_arrived_although_its_answer_was_lost_is_not_done_twice() {
        var complaint = accepted("Di lapangan: sampah di ujung lorong.");
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("form[action$='/start'] .btn.primary").click();
            assertThat(waiting(page)).hasCount(1);
            line.mend();
            // The same step as the outbox sends it, twice at once and once more.
            var answers = page.evaluate("""
                    async () => {
                        const database = await new Promise((done) => {
                            const request = indexedDB.open('petugas');
                            request.onsuccess = () => done(request.result);
                        });
                        const [act] = await new Promise((done) => {
                            const request = database.transaction('acts').objectStore('acts').getAll();
                            request.onsuccess = () => done(request.result);
                        });
                        database.close();
                        const send = () => fetch(`/operator/aduan/${act.number}/start`, {
                            method: 'POST', body: new URLSearchParams(act.fields), headers: { Accept: 'application/json' },
                        }).then(async (answer) => `${answer.status} ${(await answer.json()).version}`);
                        return [...new Set([...(await Promise.all([send(), send()])), await send()])].join();
                    }""");
            Assertions.assertThat(answers).isEqualTo("200 " + now(complaint).version());
            page.locator("[data-acts] button").first().click();
            assertThat(waiting(page)).hasCount(0);
            Assertions.assertThat(acts(complaint)).containsOnlyOnce("STARTED");
        }
    }

    @Test
    void what_a_colleague_did_meanwhile_is_told_and_the_words_are_there_to_be_sent_again() {
        var complaint = Stories.started(accepted("Di lapangan: sampah di belakang pasar."));
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("#words").fill("Belakang pasar sudah bersih.");
            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(waiting(page)).hasCount(1);
            page.locator("#selesai .btn.primary").click();
            assertThat(waiting(page)).hasCount(2);
            // Back at the desk a colleague asks the reporter something.
            Stories.asked(complaint);
            line.mend();
            page.locator("[data-acts] button").first().click();
            var refused = page.locator("[data-acts] [data-state=attention]");
            assertThat(refused).containsText("Perlu perhatian.");
            assertThat(page.locator("[data-antrean]")).containsText("1 perlu perhatian");

            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            assertThat(page.locator("#words")).hasValue("Belakang pasar sudah bersih.");
            assertThat(page.locator(".proof-list > li")).hasCount(1);
            noBarrier(page);
            picture(page, "perlu-perhatian-390-id");
            page.locator("#selesai .btn.primary").click();
            assertThat(page.locator(".steps li.telah[aria-current=step]")).isVisible();
            assertThat(waiting(page)).hasCount(0);
            Assertions.assertThat(acts(complaint)).containsOnlyOnce("FINISHED");
        }
    }

    @Test
    void what_a_colleague_finished_meanwhile_takes_no_more_steps() {
        var complaint = Stories.started(accepted("Di lapangan: sampah di bawah jembatan."));
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("#words").fill("Bawah jembatan sudah bersih.");
            page.locator("#kamera").click();
            page.locator(".shutter:not([aria-disabled=true])").click();
            assertThat(waiting(page)).hasCount(1);
            page.locator("#selesai .btn.primary").click();
            assertThat(waiting(page)).hasCount(2);
            Stories.finished(complaint);
            line.mend();
            page.navigate(at(line, "operator/ponsel"));
            assertThat(waiting(page).first()).containsText("Perlu perhatian.");
            assertThat(waiting(page).last()).containsText("Menunggu langkah sebelumnya");

            page.navigate(at(line, "operator/aduan/" + complaint.trackingNumber()));
            assertThat(waiting(page).first()).containsText("sudah selesai");
            assertThat(page.locator("[data-acts] button")).hasText(new String[] {"Buang", "Buang"});
        }
    }

    @Test
    void signing_out_asks_before_it_throws_away_what_was_not_sent() {
        var complaint = accepted("Di lapangan: sampah di depan masjid.");
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("form[action$='/start'] textarea").fill("Kata yang menunggu.");
            page.locator("form[action$='/start'] .btn.primary").click();
            assertThat(waiting(page)).hasCount(1);

            leave(page);
            assertThat(page.locator("dialog[open]")).containsText("1 langkah belum terkirim");
            page.locator("dialog[open] button[value=no]").click();
            assertThat(waiting(page)).hasCount(1);

            line.mend();
            leave(page);
            page.locator("dialog[open] button[value=yes]").click();
            page.waitForURL(Pattern.compile("/masuk$"));
            Assertions.assertThat(page.evaluate(
                            "async () => (await indexedDB.databases()).some(({ name }) => name === 'petugas')"))
                    .isEqualTo(false);
            Assertions.assertThat(now(complaint).handling().progress()).isEqualTo(Progress.NOT_STARTED);
        }
    }

    @Test
    void nobody_sends_the_steps_of_another_account() {
        var complaint = accepted("Di lapangan: sampah di depan sekolah.");
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            line.cut();
            page.locator("form[action$='/start'] .btn.primary").click();
            assertThat(waiting(page)).hasCount(1);
            phone.clearCookies();
            line.mend();
            var other = enter(phone, line, operator());
            page.close();
            keepCase(other, line, complaint);
            assertThat(waiting(other)).hasCount(0);
            assertThat(other.locator("[data-antrean]")).isHidden();
            Assertions.assertThat(now(complaint).handling().progress()).isEqualTo(Progress.NOT_STARTED);
        }
    }

    @Test
    void what_was_typed_after_the_session_had_ended_waits_for_whoever_signs_in_again() {
        var complaint = accepted("Di lapangan: sampah di seberang stasiun.");
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            keepCase(page, line, complaint);
            phone.clearCookies();
            page.locator("form[action$='/start'] textarea").fill("Regu berangkat.");
            page.locator("form[action$='/start'] .btn.primary").click();
            page.waitForURL(Pattern.compile("/masuk"));
            page.navigate(at(line, "operator/ponsel"));
            assertThat(waiting(page)).hasCount(1);
            assertThat(waiting(page)).containsText("Regu berangkat.");
            Assertions.assertThat(now(complaint).handling().progress()).isEqualTo(Progress.NOT_STARTED);
        }
    }

    @Test
    void my_cases_without_a_network_are_all_of_them_and_not_those_that_were_looked_for_last() {
        try (var line = new Relay(address);
                var phone = chromium.person(Chromium.PHONE)) {
            var page = enter(phone, line, operator());
            page.navigate(at(line, "operator?milik=saya"));
            page.waitForCondition(
                    () -> (boolean) page.evaluate("async () => Boolean(await caches.match('/operator?milik=saya'))"));
            page.navigate(at(line, "operator?milik=saya&q=tidak-ada"));
            assertThat(page.locator("#saring [type=search]")).hasValue("tidak-ada");
            line.cut();
            page.navigate(at(line, "operator?milik=saya"));
            assertThat(page.locator(".notice.copy")).isVisible();
            assertThat(page.locator("#saring [type=search]")).hasValue("");
        }
    }

    private Complaint accepted(String words) {
        return Stories.accepted(Stories.pending(words));
    }

    private static Locator waiting(Page page) {
        return page.locator("[data-acts] > li");
    }

    private Complaint now(Complaint complaint) {
        return complaints.find(complaint.id()).orElseThrow();
    }

    private List<String> acts(Complaint complaint) {
        return complaints.history(complaint.id()).stream().map(Recorded::act).toList();
    }

    private long photosOf(Complaint complaint) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT count(*) FROM photo WHERE complaint_id = :id AND role = 'COMPLETION'")
                .bind("id", complaint.id())
                .mapTo(Long.class)
                .one());
    }
}
