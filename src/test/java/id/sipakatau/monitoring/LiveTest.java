package id.sipakatau.monitoring;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.OpenStream;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** An open public page hears what happens as it happens, and of nothing that is hidden. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class LiveTest {

    private static final Duration AT_ONCE = Duration.ofSeconds(1);
    private static final String ALIVE = news("alive", "", "");

    @TestHTTPResource("/live")
    URI address;

    @Inject
    Jdbi jdbi;

    @Inject
    Reporters reporters;

    private OpenStream page;
    private Complaint marker;

    @BeforeEach
    void somebody_has_a_page_open() throws Exception {
        page = new OpenStream(address);
        assertThat(page.next().data()).isEqualTo(ALIVE);
        // What other tests did shortly before has been told when this one is.
        marker = Stories.accepted(Stories.pending("Aduan yang menandai awalnya."));
        var begin = news("new", marker.trackingNumber().text(), "kebersihan");
        for (var event = page.next(); !event.data().equals(begin); event = page.next()) {
            assertThat(event.data()).as("the stream").startsWith("{");
        }
    }

    @AfterEach
    void and_closes_it() {
        page.close();
    }

    @Test
    void an_accepted_complaint_is_told_to_every_open_page_within_a_second() throws Exception {
        try (var another = new OpenStream(address)) {
            assertThat(another.next().data()).isEqualTo(ALIVE);
            var took = new ArrayList<Duration>();
            for (int i = 0; i < 7; i++) {
                var receipt = Stories.pending("Aduan yang sedang ditunggu orang.");
                long before = System.nanoTime();
                var accepted = Stories.accepted(receipt);
                var event = told(page);
                assertThat(event.data())
                        .isEqualTo(news("new", accepted.trackingNumber().text(), "kebersihan"));
                assertThat(told(another).data()).isEqualTo(event.data());
                took.add(Duration.ofNanos(event.at() - before));
            }
            Collections.sort(took);
            // From before the decision is written, so that the commit lies within; half of them, since others work
            // here.
            assertThat(took.get(took.size() / 2)).as("of " + took).isLessThan(AT_ONCE);
        }
    }

    @Test
    void every_step_of_a_public_complaint_is_told() throws Exception {
        var accepted = Stories.accepted(Stories.pending("Aduan terbuka dengan seluruh perjalanannya."));
        var number = accepted.trackingNumber().text();
        assertThat(told(page).data()).isEqualTo(news("new", number, "kebersihan"));
        var started = Stories.started(accepted);
        assertThat(told(page).data()).isEqualTo(news("changed", number, "kebersihan"));
        Stories.finished(started);
        assertThat(told(page).data()).isEqualTo(news("changed", number, "kebersihan"));
    }

    @Test
    void what_another_agency_does_in_it_is_told_of_the_complaint_and_never_of_the_part() throws Exception {
        var accepted = Stories.accepted(Stories.pending("Aduan terbuka yang dikerjakan dua dinas."));
        var number = accepted.trackingNumber().text();
        assertThat(told(page).data()).isEqualTo(news("new", number, "kebersihan"));
        var whole = Stories.involved(accepted, "pemadam", "Mohon bantu.");
        assertThat(told(page).data()).isEqualTo(news("changed", number, "kebersihan"));
        var started = Stories.started(Stories.part(whole, "pemadam"));
        assertThat(told(page).data()).isEqualTo(news("changed", number, "kebersihan"));
        Stories.finished(started);
        assertThat(told(page).data()).isEqualTo(news("changed", number, "kebersihan"));
        var open = Stories.accepted(Stories.pending("Aduan terbuka sesudahnya."));
        assertThat(told(page).data())
                .as("nothing was told beside")
                .isEqualTo(news("new", open.trackingNumber().text(), "kebersihan"));
    }

    @Test
    void a_complaint_that_becomes_rahasia_makes_pages_look_again_without_a_number() throws Exception {
        var accepted = Stories.accepted(Stories.pending("Aduan yang sebentar lagi dirahasiakan."));
        assertThat(told(page).data())
                .isEqualTo(news("new", accepted.trackingNumber().text(), "kebersihan"));
        Stories.shielded(accepted);
        assertThat(told(page).data()).isEqualTo(news("look", "", ""));
    }

    @Test
    void of_what_is_hidden_nothing_is_told() throws Exception {
        var confidential = Stories.accepted(
                Stories.pending(Stories.ordinary(), "Rahasia sejak awal.", new Complaint.Privacy(false, true)));
        Stories.started(confidential);
        Stories.pending("Belum diperiksa.");
        var looked = Actor.administrator(UUID.randomUUID());
        jdbi.useTransaction(transaction -> reporters.reveal(transaction, marker.id(), looked));
        var open = Stories.accepted(Stories.pending("Aduan terbuka sesudahnya."));
        // News come in the order of what happened: had there been any of the others, it would have come first.
        assertThat(told(page).data())
                .isEqualTo(news("new", open.trackingNumber().text(), "kebersihan"));
    }

    /** The next event that is no heartbeat; of these there is one in twenty seconds. */
    private static OpenStream.Event told(OpenStream stream) throws InterruptedException {
        var event = stream.next();
        return event.data().equals(ALIVE) ? stream.next() : event;
    }

    private static String news(String kind, String number, String agency) {
        return "{\"kind\":\"%s\",\"number\":\"%s\",\"agency\":\"%s\"}".formatted(kind, number, agency);
    }
}
