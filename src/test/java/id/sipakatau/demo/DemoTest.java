package id.sipakatau.demo;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.launch.FirstStart;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.Map;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A small demo in a database of its own. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(DemoTest.Small.class)
class DemoTest {

    private static final int COUNT = 400;

    public static class Small implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of(
                    "sipakatau.demo.complaints", String.valueOf(COUNT),
                    "sipakatau.demo.streets", "1",
                    "sipakatau.demo.pictures", "target/demo-pictures-of-tests");
        }
    }

    private static boolean filled;

    @Inject
    Event<FirstStart> firstStarts;

    @Inject
    Jdbi jdbi;

    @Inject
    City city;

    @Inject
    Complaints complaints;

    @Inject
    PhotoVault vault;

    @BeforeEach
    void fill() {
        if (!filled) {
            firstStarts.fire(new FirstStart(false));
            assertThat(count("complaint")).as("a real city gets nothing").isZero();
            assertThat(count("staff")).isZero();
            firstStarts.fire(new FirstStart(true));
            filled = true;
        }
    }

    @Test
    void all_complaints_are_there_marked_as_demo_with_their_journal() {
        assertThat(count("complaint WHERE part_of IS NULL")).isEqualTo(COUNT);
        assertThat(count("complaint WHERE part_of IS NOT NULL")).isBetween(1L, COUNT / 4L);
        assertThat(count("complaint WHERE part_of IS NULL AND channel = '" + Channel.DEMO + "'"))
                .isEqualTo(COUNT);
        assertThat(count("journal WHERE act = 'FILED'")).isEqualTo(COUNT);
        assertThat(count("journal")).isGreaterThan(3 * COUNT);
        assertThat(count("""
                        complaint c WHERE version <> (SELECT count(*) FROM journal j
                            WHERE j.complaint_id = c.id AND j.act <> 'ESCALATED' AND NOT starts_with(j.act, 'PART_'))
                        """)).isZero();
        assertThat(count("public_complaint")).isGreaterThan(COUNT / 2);
    }

    @Test
    void clocks_that_ran_out_were_noted_when_they_did_so_that_nothing_is_left_to_catch_up_with() {
        assertThat(count("(SELECT DISTINCT date_trunc('day', at) FROM journal WHERE act = 'ESCALATED') days"))
                .isGreaterThan(5);
        assertThat(count("complaint_clock WHERE next_level_at < now() - interval '10 minutes'"))
                .isZero();
        assertThat(count("""
                        journal j JOIN complaint_clock k ON k.complaint_id = j.complaint_id
                            AND k.ordinal = (j.facts ->> 'ordinal')::int
                        WHERE j.act = 'ESCALATED' AND (j.at < k.started_at OR j.at > coalesce(k.met_at, k.dropped_at, now()))
                        """)).isZero();
    }

    @Test
    void the_newest_public_complaint_can_be_opened_by_its_number() {
        var number = jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT tracking_number FROM public_complaint ORDER BY published_at DESC LIMIT 1")
                .mapTo(String.class)
                .one());
        var complaint = complaints.find(new TrackingNumber(number)).orElseThrow();
        assertThat(complaints.history(complaint.id())).hasSizeGreaterThan(1);
    }

    @Test
    void others_support_what_is_public_and_comment_on_it() {
        assertThat(count("complaint_support")).isGreaterThan(COUNT / 4);
        assertThat(count("complaint_support WHERE complaint_id NOT IN (SELECT id FROM public_complaint)"))
                .isZero();
        assertThat(count("public_comment")).isGreaterThan(5);
    }

    @Test
    void every_photo_has_its_public_pictures() {
        assertThat(count("photo")).isGreaterThan(COUNT / 3);
        var ids = jdbi.withHandle(handle -> handle.createQuery("SELECT complaint_id FROM photo")
                .mapTo(java.util.UUID.class)
                .list());
        var photos = jdbi.withHandle(handle -> vault.of(handle, ids));
        for (var photo :
                photos.values().stream().flatMap(java.util.List::stream).toList()) {
            assertThat(vault.derivative(photo, Photo.Size.LARGE)).isPresent();
            assertThat(vault.derivative(photo, Photo.Size.THUMBNAIL)).isPresent();
            assertThat(photo.width()).isEqualTo(1280);
        }
    }

    @Test
    void there_is_an_account_for_every_role_and_agency() {
        var accounts = jdbi.withHandle(
                handle -> handle.createQuery("SELECT username FROM staff WHERE active AND demo ORDER BY username")
                        .mapTo(String.class)
                        .list());
        assertThat(accounts)
                .containsExactly(
                        "admin",
                        "bpbd",
                        "kebersihan",
                        "kepala-bpbd",
                        "kepala-kebersihan",
                        "kepala-kepolisian",
                        "kepala-pariwisata",
                        "kepala-pemadam",
                        "kepolisian",
                        "pariwisata",
                        "pemadam",
                        "walikota");
    }

    private long count(String from) {
        return jdbi.withHandle(handle -> handle.createQuery("SELECT count(*) FROM " + from)
                .mapTo(Long.class)
                .one());
    }
}
