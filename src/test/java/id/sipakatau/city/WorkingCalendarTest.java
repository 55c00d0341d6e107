package id.sipakatau.city;

import static id.sipakatau.city.Term.Unit.HOURS;
import static id.sipakatau.city.Term.Unit.MINUTES;
import static id.sipakatau.city.Term.Unit.WORKING_DAYS;
import static id.sipakatau.city.Term.Unit.WORKING_HOURS;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** All times are those of Makassar; office hours 07:30 to 12:00 and 13:00 to 16:00, Friday to 11:30 and 16:30. */
class WorkingCalendarTest {

    private static final WorkingCalendar CALENDAR = MakassarTest.MAKASSAR.calendar();

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "Friday evening,           2026-07-10T17:30, 2026-07-15T16:00",
        "Friday morning,           2026-07-10T08:00, 2026-07-15T16:00",
        "Sunday,                   2026-07-12T10:00, 2026-07-15T16:00",
        "Monday midnight,          2026-07-13T00:00, 2026-07-16T16:00",
        "last second of Sunday,    2026-07-12T23:59:59, 2026-07-15T16:00",
        "before Independence Day,  2026-08-13T09:00, 2026-08-19T16:00",
        "before Lebaran and leave, 2026-03-17T09:00, 2026-03-27T16:30",
        "before the New Year,      2026-12-30T09:00, 2027-01-06T16:00",
    })
    void three_working_days_end_at_closing_time_of_the_third_counted_day(String when, String start, String end) {
        assertThat(CALENDAR.after(at(start), new Term(3, WORKING_DAYS))).isEqualTo(at(end));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "within the morning,       2, 2026-07-13T08:00, 2026-07-13T10:00",
        "over the midday break,    4, 2026-07-13T09:00, 2026-07-13T14:00",
        "in the break,             1, 2026-07-13T12:20, 2026-07-13T14:00",
        "before opening,           2, 2026-07-13T05:00, 2026-07-13T09:30",
        "over night,               2, 2026-07-13T15:00, 2026-07-14T08:30",
        "over the weekend,         2, 2026-07-10T15:30, 2026-07-13T08:30",
        "on a Saturday,            1, 2026-07-11T12:00, 2026-07-13T08:30",
        "a whole Friday,           7, 2026-07-10T08:00, 2026-07-10T16:30",
        "in Ramadan,               6, 2026-03-02T08:00, 2026-03-02T14:30",
    })
    void working_hours_count_only_within_office_hours(String when, int hours, String start, String end) {
        assertThat(CALENDAR.after(at(start), new Term(hours, WORKING_HOURS))).isEqualTo(at(end));
    }

    @Test
    void minutes_and_hours_run_through_nights_and_holidays() {
        Instant lebaran = at("2026-03-20T23:50");
        assertThat(CALENDAR.after(lebaran, new Term(30, MINUTES))).isEqualTo(at("2026-03-21T00:20"));
        assertThat(CALENDAR.after(lebaran, new Term(24, HOURS))).isEqualTo(at("2026-03-21T23:50"));
    }

    @Test
    void weekends_holidays_and_joint_leave_are_no_working_days() {
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 7, 10))).isTrue();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 7, 11))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 8, 17))).isFalse();
        assertThat(CALENDAR.isWorkingDay(LocalDate.of(2026, 3, 23))).isFalse();
        assertThat(CALENDAR.holidayOn(LocalDate.of(2026, 3, 23)))
                .map(Holiday::kind)
                .contains(Holiday.Kind.JOINT_LEAVE);
        assertThat(CALENDAR.holidayOn(LocalDate.of(2026, 7, 11))).isEmpty();
    }

    @Test
    void working_time_between_two_moments_leaves_out_breaks_nights_and_free_days() {
        assertThat(CALENDAR.workingTimeBetween(at("2026-07-10T15:30"), at("2026-07-13T14:00")))
                .isEqualTo(Duration.ofMinutes(60 + 270 + 60));
        assertThat(CALENDAR.workingTimeBetween(at("2026-07-11T00:00"), at("2026-07-12T23:00")))
                .isZero();
        assertThat(CALENDAR.workingTimeBetween(at("2026-07-13T14:00"), at("2026-07-13T12:30")))
                .isEqualTo(Duration.ofMinutes(-60));
    }

    @Test
    void it_says_until_when_the_holidays_are_known() {
        assertThat(CALENDAR.knownUntil()).isEqualTo(LocalDate.of(2027, 12, 31));
    }

    private static Instant at(String local) {
        return LocalDateTime.parse(local).atZone(ZoneId.of("Asia/Makassar")).toInstant();
    }
}
