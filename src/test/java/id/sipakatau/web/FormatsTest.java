package id.sipakatau.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class FormatsTest {

    private static final ZoneId WITA = ZoneId.of("Asia/Makassar");
    private static final Instant MORNING = Instant.parse("2024-11-24T02:42:00Z");

    private final Formats indonesian = new Formats(Texts.INDONESIAN, WITA);
    private final Formats english = new Formats(Locale.ENGLISH, WITA);

    @Test
    void a_moment_is_told_in_the_citys_time_and_the_readers_language() {
        assertThat(indonesian.moment(MORNING)).isEqualTo("24 Nov 2024, 10.42");
        assertThat(english.moment(MORNING)).isEqualTo("24 Nov 2024, 10:42");
        assertThat(indonesian.full(MORNING)).isEqualTo("Minggu, 24 November 2024 pukul 10.42 WITA");
        assertThat(english.full(MORNING)).isEqualTo("Sunday, 24 November 2024 at 10:42 WITA");
    }

    @Test
    void the_year_is_left_out_in_this_year() {
        var today = LocalDate.now(WITA);
        assertThat(indonesian.day(today)).doesNotContain(String.valueOf(today.getYear()));
        assertThat(indonesian.day(today.minusYears(1))).endsWith(String.valueOf(today.getYear() - 1));
    }

    @Test
    void what_was_is_told_by_its_age_for_a_week() {
        assertThat(indonesian.ago(before(Duration.ofSeconds(20)))).isEqualTo("baru saja");
        assertThat(indonesian.ago(before(Duration.ofMinutes(5)))).isEqualTo("5 menit lalu");
        assertThat(english.ago(before(Duration.ofHours(1)))).isEqualTo("1 hour ago");
        assertThat(english.ago(before(Duration.ofDays(6)))).isEqualTo("6 days ago");
        var old = before(Duration.ofDays(8));
        assertThat(indonesian.ago(old)).isEqualTo(indonesian.day(old));
    }

    @Test
    void a_deadline_is_told_by_what_is_left_or_how_late_it_is() {
        assertThat(indonesian.left(before(Duration.ofMinutes(-40).minusSeconds(30))))
                .isEqualTo("40 menit lagi");
        assertThat(indonesian.left(before(Duration.ofHours(-30).minusSeconds(30))))
                .isEqualTo("30 jam lagi");
        assertThat(indonesian.left(before(Duration.ofDays(-3).minusSeconds(30))))
                .isEqualTo("3 hari lagi");
        assertThat(indonesian.left(before(Duration.ofHours(2)))).isEqualTo("lewat 2 jam");
        assertThat(english.left(before(Duration.ofHours(1)))).isEqualTo("1 hour late");
    }

    @Test
    void numbers_and_distances_have_the_languages_separators() {
        assertThat(indonesian.number(5104)).isEqualTo("5.104");
        assertThat(english.number(5104)).isEqualTo("5,104");
        assertThat(indonesian.distance(40.4)).isEqualTo("40 m");
        assertThat(indonesian.distance(1234)).isEqualTo("1,2 km");
    }

    private static Instant before(Duration duration) {
        return Instant.now().minus(duration);
    }
}
