package id.sipakatau.demo.story;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.city.Whereabouts;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.PositionSource;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Validation;
import id.sipakatau.evidence.Photo;
import id.sipakatau.testing.Makassar;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZonedDateTime;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The demo as told on a Tuesday in November, at half past ten in the morning. */
class StoriesTest {

    private static final City CITY = Makassar.city();
    private static final Instant NOW = Instant.parse("2026-11-24T02:30:00Z");
    private static final int COUNT = 3000;

    private static List<Story> stories;
    private static List<Complaint> complaints;

    @BeforeAll
    static void tell() {
        stories = told(COUNT, 1);
        complaints = stories.stream().map(story -> story.history().complaint()).toList();
    }

    @Test
    void there_are_as_many_as_asked_for_each_with_its_own_number_and_id() {
        assertThat(stories).hasSize(COUNT);
        assertThat(complaints.stream().map(Complaint::id).collect(Collectors.toSet()))
                .hasSize(COUNT);
        assertThat(complaints.stream().map(Complaint::trackingNumber).collect(Collectors.toSet()))
                .hasSize(COUNT);
        assertThat(complaints.stream().map(Complaint::id)).allMatch(id -> id.version() == 7 && id.variant() == 2);
    }

    @Test
    void the_same_seed_tells_the_same_stories_and_another_one_others() {
        var few = told(200, 1);
        assertThat(plain(told(200, 1))).isEqualTo(plain(few));
        assertThat(plain(told(200, 2))).doesNotContainAnyElementsOf(plain(few));
    }

    @Test
    void they_come_in_the_order_of_sending_and_nothing_happens_after_now() {
        assertThat(complaints.stream().map(Complaint::receivedAt)).isSorted();
        assertThat(complaints.getFirst().receivedAt()).isAfter(NOW.minus(Duration.ofDays(430)));
        assertThat(complaints.stream().map(Complaint::updatedAt)).allMatch(at -> !at.isAfter(NOW));
    }

    @Test
    void every_point_lies_inside_its_kelurahan() {
        for (var complaint : complaints) {
            var position = complaint.place().position();
            if (position != null) {
                assertThat(CITY.areas().locate(position))
                        .isInstanceOfSatisfying(
                                Whereabouts.Inside.class,
                                inside -> assertThat(inside.kelurahan().code())
                                        .isEqualTo(complaint.place().kelurahan()));
            }
        }
    }

    @Test
    void a_place_and_a_photo_are_there_where_the_category_asks_for_them() {
        for (var story : stories) {
            var filing = story.history().filing().orElseThrow();
            var askedPlace = filing.kind().place(filing.category());
            var askedPhoto = filing.kind().photo(filing.category());
            var place = story.history().complaint().place();
            var reports = story.shots().stream()
                    .filter(shot -> shot.role() == Photo.Role.REPORT)
                    .count();
            if (askedPlace == Requirement.REQUIRED) {
                assertThat(place.kelurahan()).isNotNull();
            }
            if (askedPlace == Requirement.NONE) {
                assertThat(place.source()).isEqualTo(PositionSource.NONE);
            }
            if (askedPhoto == Requirement.REQUIRED) {
                assertThat(reports).isBetween(1L, 4L);
            }
            if (askedPhoto == Requirement.NONE) {
                assertThat(reports).isZero();
            }
        }
        assertThat(share(complaints, complaint -> complaint.place().position() == null))
                .isBetween(0.05, 0.2);
    }

    @Test
    void there_are_wishes_and_questions_among_them_but_never_in_an_emergency() {
        for (var kind : List.of(Kind.ASPIRATION, Kind.INFORMATION)) {
            assertThat(share(complaints, complaint -> complaint.subject().kind() == kind))
                    .as(kind.name())
                    .isBetween(0.01, 0.08);
        }
        assertThat(complaints)
                .filteredOn(complaint -> complaint.subject().emergency())
                .allMatch(complaint -> complaint.subject().kind() == Kind.COMPLAINT);
    }

    @Test
    void whatever_needs_a_proof_has_the_picture_of_the_same_street_settled() {
        for (var story : stories) {
            var complaint = story.history().complaint();
            var proofs = story.shots().stream()
                    .filter(shot -> shot.role() == Photo.Role.COMPLETION)
                    .toList();
            if (complaint.handling().outcome() == Outcome.RESOLVED && complaint.needsProof(CITY)) {
                assertThat(proofs).isNotEmpty();
            }
            if (!proofs.isEmpty() && story.shots().getFirst().role() == Photo.Role.REPORT) {
                assertThat(proofs.getFirst().scene())
                        .isEqualTo(story.shots().getFirst().scene());
                assertThat(proofs.getFirst().variant())
                        .isEqualTo(story.shots().getFirst().variant());
            }
        }
    }

    @Test
    void each_agency_has_something_in_each_column_and_something_overdue_is_there() {
        for (var agency : CITY.agencies()) {
            var onItsBoard = complaints.stream()
                    .filter(complaint -> complaint.isHandledBy(agency.id()))
                    .toList();
            for (var progress : Progress.values()) {
                assertThat(onItsBoard.stream()
                                .filter(complaint -> complaint.handling().progress() == progress))
                        .as(agency.id() + " " + progress)
                        .isNotEmpty();
            }
        }
        var overdue = complaints.stream()
                .filter(complaint -> complaint.verdict().validation() == Validation.VALID
                        && complaint.handling().progress() != Progress.DONE
                        && complaint.handling().promisedBy() != null
                        && complaint.handling().promisedBy().isBefore(NOW))
                .count();
        assertThat(overdue).isBetween(5L, 60L);
    }

    @Test
    void some_forty_wait_for_the_administrator_and_old_ones_are_nearly_all_done() {
        assertThat(complaints.stream()
                        .filter(complaint -> complaint.verdict().validation() == Validation.PENDING)
                        .count())
                .isBetween(30L, 60L);
        var old = complaints.stream()
                .filter(complaint -> complaint.receivedAt().isBefore(NOW.minus(Duration.ofDays(120))))
                .filter(complaint -> complaint.verdict().validation() == Validation.VALID)
                .toList();
        assertThat(share(old, complaint -> complaint.handling().progress() == Progress.DONE))
                .isGreaterThan(0.97);
    }

    @Test
    void every_way_a_complaint_can_end_is_there() {
        var acts = stories.stream()
                .flatMap(story -> story.history().entries().stream())
                .map(entry -> entry.act())
                .collect(Collectors.toSet());
        assertThat(acts)
                .contains(
                        "FILED",
                        "ACCEPTED",
                        "DISMISSED",
                        "APPEALED",
                        "CORRECTED",
                        "SHIELDED",
                        "STARTED",
                        "ASKED",
                        "REPLIED",
                        "FINISHED",
                        "HANDED_OVER",
                        "CONTESTED",
                        "CONFIRMED");
        assertThat(complaints.stream()
                        .map(complaint -> complaint.handling().outcome())
                        .collect(Collectors.toSet()))
                .contains(Outcome.values());
        assertThat(share(complaints, complaint -> complaint.privacy().anonymous()))
                .isBetween(0.1, 0.3);
        assertThat(share(complaints, complaint -> complaint.privacy().confidential()))
                .isBetween(0.02, 0.12);
        assertThat(share(complaints, complaint -> complaint.subject().emergency()))
                .isBetween(0.08, 0.3);
    }

    @Test
    void reporters_and_agencies_talk_and_some_questions_are_still_open() {
        assertThat(complaints.stream().filter(Complaint::isAsked)).hasSizeBetween(3, 60);
        assertThat(stories.stream().flatMap(story -> story.shots().stream()).map(shot -> shot.role()))
                .contains(Photo.Role.ANSWER, Photo.Role.CONTEST);
        var praised = stories.stream()
                .flatMap(story -> story.history().entries().stream())
                .filter(entry ->
                        entry.act().equals("CONFIRMED") && !entry.detail().isEmpty());
        assertThat(praised).hasSizeGreaterThan(50);
        var remarks = stories.stream().flatMap(story -> story.crowd().remarks().stream());
        assertThat(remarks.map(remark -> remark.read())).contains(true, false);
    }

    @Test
    void some_are_the_work_of_two_agencies_and_of_those_one_may_be_at_work_still() {
        var together =
                stories.stream().filter(story -> !story.parts().isEmpty()).toList();
        assertThat(together).hasSizeGreaterThan(3);
        for (var story : together) {
            var whole = story.history().complaint();
            var part = story.parts().getFirst().history().complaint();
            assertThat(part.custody().partOf()).isEqualTo(whole.id());
            assertThat(part.subject().agency()).isNotEqualTo(whole.subject().agency());
            var open = part.handling().progress() != Progress.DONE;
            assertThat(whole.custody().involved())
                    .isEqualTo(open ? List.of(part.subject().agency()) : List.of());
            assertThat(open && whole.handling().progress() == Progress.DONE).isFalse();
        }
        var parts = together.stream().flatMap(story -> story.parts().stream()).toList();
        assertThat(parts).anyMatch(story -> !story.shots().isEmpty());
        assertThat(parts.stream()
                        .map(story -> story.history().complaint().handling().progress()))
                .contains(Progress.DONE);
    }

    @Test
    void floods_come_with_the_rains_and_fires_in_the_dry_months() {
        assertThat(share(about("banjir"), complaint -> List.of(11, 12, 1, 2, 3).contains(month(complaint))))
                .isGreaterThan(0.6);
        assertThat(share(
                        about("kebakaran-lahan-kendaraan"),
                        complaint -> month(complaint) >= 6 && month(complaint) <= 10))
                .isGreaterThan(0.6);
    }

    @Test
    void the_week_and_the_day_have_their_rhythm() {
        Map<DayOfWeek, Long> rubbish = complaints.stream()
                .filter(complaint -> complaint.subject().agency().equals("kebersihan"))
                .collect(Collectors.groupingBy(complaint -> time(complaint).getDayOfWeek(), Collectors.counting()));
        assertThat(rubbish.get(DayOfWeek.MONDAY)).isGreaterThan(rubbish.get(DayOfWeek.SUNDAY));
        var byDay = complaints.stream()
                .filter(complaint -> !complaint.subject().emergency())
                .toList();
        double morning = share(byDay, complaint -> hour(complaint) >= 7 && hour(complaint) < 11);
        double noon = share(byDay, complaint -> hour(complaint) >= 12 && hour(complaint) < 16);
        double night = share(byDay, complaint -> hour(complaint) < 4);
        assertThat(morning).isGreaterThan(noon * 1.2);
        assertThat(night).isLessThan(noon * 0.6);
    }

    @Test
    void much_happens_in_some_places_and_something_everywhere() {
        var byKelurahan = new HashMap<String, Integer>();
        complaints.stream()
                .map(complaint -> complaint.place().kelurahan())
                .filter(code -> code != null)
                .forEach(code -> byKelurahan.merge(code, 1, Integer::sum));
        assertThat(byKelurahan).hasSizeGreaterThan(140);
        assertThat(complaints.stream()
                        .map(complaint -> complaint.place().kelurahan())
                        .filter(code -> code != null)
                        .map(code -> code.substring(0, 8))
                        .collect(Collectors.toSet()))
                .hasSize(15);
        assertThat(byKelurahan.values().stream().mapToInt(each -> each).max().orElseThrow())
                .isGreaterThan(4 * COUNT / byKelurahan.size());
    }

    @Test
    void every_category_of_the_city_comes_up() {
        var seen = new HashSet<>(complaints.stream()
                .map(complaint -> complaint.subject().category())
                .toList());
        assertThat(seen)
                .containsAll(CITY.categories().stream().map(Category::id).toList());
    }

    @Test
    void a_million_numbers_would_not_meet() {
        var numbers = new HashSet<>();
        Stories.numbers("MKS", 1).limit(200_000).forEach(numbers::add);
        assertThat(numbers).hasSize(200_000);
    }

    private static List<Story> told(int count, long seed) {
        var operators = new HashMap<String, UUID>();
        var heads = new HashMap<String, UUID>();
        for (var agency : CITY.agencies()) {
            operators.put(agency.id(), new UUID(7, agency.id().hashCode()));
            heads.put(agency.id(), new UUID(8, agency.id().hashCode()));
        }
        return new Stories(CITY, new Cast(new UUID(7, 1), operators, heads), seed, NOW)
                .tell(count)
                .toList();
    }

    private static List<String> plain(List<Story> stories) {
        return stories.stream()
                .map(story -> story.history().complaint() + " "
                        + story.history().entries() + " " + story.shots() + plain(story.parts()))
                .toList();
    }

    private static List<Complaint> about(String category) {
        return complaints.stream()
                .filter(complaint -> complaint.subject().category().equals(category))
                .toList();
    }

    private static double share(List<Complaint> of, Predicate<Complaint> which) {
        return of.stream().filter(which).count() / (double) of.size();
    }

    private static ZonedDateTime time(Complaint complaint) {
        return complaint.receivedAt().atZone(CITY.zone());
    }

    private static int month(Complaint complaint) {
        return time(complaint).getMonthValue();
    }

    private static int hour(Complaint complaint) {
        return time(complaint).getHour();
    }
}
