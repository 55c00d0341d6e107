package id.sipakatau.city;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.Term.Unit;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** What holds for every moment of the years whose holidays are known, and somewhat beyond. */
class WorkingCalendarPropertyTest {

    private static final WorkingCalendar CALENDAR = MakassarTest.MAKASSAR.calendar();
    private static final ZoneId ZONE = MakassarTest.MAKASSAR.zone();

    @Property
    void a_term_ends_after_it_starts(@ForAll("moments") Instant start, @ForAll("terms") Term term) {
        assertThat(CALENDAR.after(start, term)).isAfter(start);
    }

    @Property
    void who_comes_later_is_never_due_earlier(
            @ForAll("moments") Instant one, @ForAll("moments") Instant other, @ForAll("terms") Term term) {
        Instant first = one.isBefore(other) ? one : other;
        Instant second = one.isBefore(other) ? other : one;
        assertThat(CALENDAR.after(first, term)).isBeforeOrEqualTo(CALENDAR.after(second, term));
    }

    @Property
    void a_longer_term_never_ends_earlier(
            @ForAll("moments") Instant start,
            @ForAll("terms") Term term,
            @ForAll @IntRange(min = 1, max = 40) int more) {
        Term longer = new Term(term.amount() + more, term.unit());
        assertThat(CALENDAR.after(start, longer)).isAfter(CALENDAR.after(start, term));
    }

    @Property
    void a_working_term_ends_on_a_working_day_and_never_on_a_holiday(
            @ForAll("moments") Instant start, @ForAll("workingTerms") Term term) {
        LocalDate end = CALENDAR.after(start, term).atZone(ZONE).toLocalDate();
        assertThat(CALENDAR.isWorkingDay(end)).isTrue();
        assertThat(CALENDAR.holidayOn(end)).isEmpty();
        assertThat(end.getDayOfWeek().getValue()).isLessThanOrEqualTo(5);
    }

    @Property
    void two_terms_one_after_the_other_are_one_term_of_their_sum(
            @ForAll("moments") Instant start,
            @ForAll("terms") Term term,
            @ForAll @IntRange(min = 1, max = 40) int more) {
        Instant stepwise = CALENDAR.after(CALENDAR.after(start, term), new Term(more, term.unit()));
        assertThat(stepwise).isEqualTo(CALENDAR.after(start, new Term(term.amount() + more, term.unit())));
    }

    @Property
    void as_many_working_days_lie_between_start_and_end_as_were_asked_for(
            @ForAll("moments") Instant start, @ForAll @IntRange(min = 1, max = 90) int days) {
        LocalDate from = start.atZone(ZONE).toLocalDate();
        LocalDate end = CALENDAR.after(start, new Term(days, Unit.WORKING_DAYS))
                .atZone(ZONE)
                .toLocalDate();
        assertThat(from.plusDays(1).datesUntil(end.plusDays(1)).filter(CALENDAR::isWorkingDay))
                .hasSize(days);
    }

    @Property
    void a_term_that_stood_still_ends_later_by_the_working_time_of_that(
            @ForAll("moments") Instant start,
            @ForAll("moments") Instant one,
            @ForAll @IntRange(min = 0, max = 20_000) int minutes) {
        Instant other = one.plusSeconds(60L * minutes);
        Instant end = CALENDAR.after(start, new Term(3, Unit.WORKING_DAYS));
        Instant later = CALENDAR.postponed(end, new Term(3, Unit.WORKING_DAYS), one, other);
        assertThat(CALENDAR.workingTimeBetween(end, later)).isEqualTo(CALENDAR.workingTimeBetween(one, other));
        assertThat(CALENDAR.postponed(end, new Term(2, Unit.HOURS), one, other))
                .isEqualTo(end.plusSeconds(60L * minutes));
    }

    @Property
    void working_time_is_the_inverse_of_a_term_in_working_hours(
            @ForAll("moments") Instant start, @ForAll @IntRange(min = 1, max = 300) int hours) {
        Instant end = CALENDAR.after(start, new Term(hours, Unit.WORKING_HOURS));
        assertThat(CALENDAR.workingTimeBetween(start, end)).isEqualTo(Duration.ofHours(hours));
    }

    @Property
    void working_time_adds_up_whatever_the_order_of_the_moments(
            @ForAll("moments") Instant a, @ForAll("moments") Instant b, @ForAll("moments") Instant c) {
        Duration viaB = CALENDAR.workingTimeBetween(a, b).plus(CALENDAR.workingTimeBetween(b, c));
        assertThat(viaB).isEqualTo(CALENDAR.workingTimeBetween(a, c));
    }

    @Provide
    Arbitrary<Instant> moments() {
        long from = Instant.parse("2023-12-01T00:00:00Z").getEpochSecond();
        long to = Instant.parse("2028-03-01T00:00:00Z").getEpochSecond();
        return Arbitraries.longs().between(from, to).map(Instant::ofEpochSecond);
    }

    @Provide
    Arbitrary<Term> terms() {
        return Arbitraries.integers()
                .between(1, 90)
                .flatMap(amount -> Arbitraries.of(Unit.values()).map(unit -> new Term(amount, unit)));
    }

    @Provide
    Arbitrary<Term> workingTerms() {
        return terms().filter(term -> !term.unit().isAroundTheClock());
    }
}
