package id.sipakatau.handling;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.OpenStream;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which consoles are told of what. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class BoardNewsTest {

    private static final String LOOK_THROUGH_ALL = "{\"kind\":\"changed\",\"numbers\":[]}";
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    @TestHTTPResource("/operator/live")
    URI live;

    @Inject
    Complaints complaints;

    @Inject
    City city;

    @Inject
    Staff staff;

    @Inject
    Jdbi jdbi;

    @Test
    void what_was_on_no_board_wakes_no_console() throws Exception {
        try (var console = console("kebersihan")) {
            var waiting = Stories.now(Stories.pending("Tumpukan daun di halaman."));
            marked(console, "kebersihan");
            changed(waiting, (c, now) -> c.sharpen(Actor.REPORTER, now));
            var seen = Stories.now(Stories.pending("Hanya coba-coba."));
            changed(seen, (c, now) -> c.dismiss(ADMINISTRATOR, now, DismissalReason.TEST, "Uji coba."));
            assertThat(marked(console, "kebersihan")).doesNotContain(LOOK_THROUGH_ALL);
        }
    }

    @Test
    void an_emergency_that_the_administrator_gives_to_another_agency_leaves_the_board_of_the_first() throws Exception {
        try (var console = console("pemadam")) {
            var moved = emergency();
            marked(console, "pemadam");
            changed(
                    moved,
                    (c, now) -> c.correct(
                            ADMINISTRATOR,
                            now,
                            c.subject().kind(),
                            emergency("kepolisian").id(),
                            city));
            assertThat(marked(console, "pemadam"))
                    .contains(moved.trackingNumber().text());

            var ordinary = emergency();
            marked(console, "pemadam");
            var other = Stories.ordinary("kebersihan").id();
            changed(
                    ordinary,
                    (c, now) -> c.correct(ADMINISTRATOR, now, c.subject().kind(), other, city));
            assertThat(marked(console, "pemadam"))
                    .contains(LOOK_THROUGH_ALL)
                    .doesNotContain(ordinary.trackingNumber().text());

            var dismissed = emergency();
            marked(console, "pemadam");
            changed(dismissed, (c, now) -> c.dismiss(ADMINISTRATOR, now, DismissalReason.TEST, "Latihan."));
            assertThat(marked(console, "pemadam")).contains(LOOK_THROUGH_ALL);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/operator/live", "/operator/darurat/langsung"})
    void whose_account_is_closed_hears_nothing_more(String stream) throws Exception {
        var account = TestStaff.account(NewStaff.operator(TestStaff.username("pergi"), "Pergi", "pemadam"));
        try (var console = new OpenStream(live.resolve(stream), Map.of("session", TestStaff.cookie(account)))) {
            assertThat(console.next().data()).contains("alive");
            jdbi.useTransaction(transaction -> staff.deactivate(transaction, account, ADMINISTRATOR));
            var heard = console.next().data();
            for (int others = 0; others < 50 && heard.contains("changed"); others++) {
                heard = console.next().data();
            }
            assertThat(heard).isEqualTo("closed");
        }
    }

    private OpenStream console(String agency) throws Exception {
        var stream = new OpenStream(live, Map.of("session", TestStaff.operator(agency)));
        assertThat(stream.next().data()).contains("alive");
        return stream;
    }

    /** All that the console was told until something happened of which it is told for certain. */
    private String marked(OpenStream console, String agency) throws Exception {
        var marker = Stories.accepted(
                Stories.pending(Stories.ordinary(agency), "Penanda.", new Complaint.Privacy(false, false)));
        return console.until(marker.trackingNumber().text());
    }

    private void changed(Complaint complaint, Complaints.Step step) {
        complaints.change(complaint.id(), complaint.version(), ADMINISTRATOR, step);
    }

    private Complaint emergency() {
        return Stories.now(
                Stories.pending(emergency("pemadam"), "Asap dari dapur warung.", new Complaint.Privacy(false, false)));
    }

    private Category emergency(String agency) {
        return city.categories(agency).stream()
                .filter(Category::emergency)
                .findFirst()
                .orElseThrow();
    }
}
