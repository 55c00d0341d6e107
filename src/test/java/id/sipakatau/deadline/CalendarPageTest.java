package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.city.City;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How administrators change the year's holidays. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class CalendarPageTest {

    @Inject
    City city;

    @Inject
    CalendarChanges changes;

    @Inject
    Rescheduling rescheduling;

    private final PlainBrowser administrator = PlainBrowser.signedIn(TestStaff.administrator());

    /** The calendar as the other tests know it. */
    @AfterEach
    void put_it_back() {
        var today = LocalDate.now(city.zone());
        for (int i = 1; i < 40; i++) {
            var day = today.plusDays(i);
            var holiday = city.calendar().holidayOn(day);
            if (holiday.isPresent() && holiday.get().decree().startsWith("Tes: ")) {
                administrator.open("/admin/kalender?tahun=" + day.getYear());
                administrator
                        .form("#hari-" + day + " form[action$=/hapus]")
                        .fill("reason", "Tes selesai")
                        .send();
            }
        }
        followed();
    }

    /** The program's own thread may have the change in hand already. */
    private void followed() {
        await().atMost(Duration.ofSeconds(20))
                .until(() ->
                        !rescheduling.step() && changes.last().stream().noneMatch(each -> each.finishedAt() == null));
    }

    @Test
    void the_next_holiday_is_one_press_away() {
        var today = LocalDate.now(city.zone());
        var year = today.getYear();
        var next = city.calendar().holidaysIn(year).stream()
                .filter(day -> !day.date().isBefore(today))
                .map(day -> "#hari-" + day.date())
                .limit(1)
                .toList();
        assertThat(administrator
                        .open("/admin/kalender?tahun=" + year)
                        .select("a[href^='#hari-']")
                        .eachAttr("href"))
                .isEqualTo(next);
        assertThat(administrator.open("/admin/kalender?tahun=2024").select("a[href^='#hari-']"))
                .isEmpty();
    }

    @Test
    void a_holiday_is_added_and_the_reporter_reads_that_the_deadline_moved() {
        var receipt = Stories.pending("Sampah di tepi jalan.");
        var before = requireNonNull(Stories.accepted(receipt).handling().promisedBy());
        var day = workingDayBefore(before.atZone(city.zone()).toLocalDate());
        administrator.open("/admin/kalender?tahun=" + day.getYear());
        administrator
                .form("#tambah form")
                .fill("day", day.toString())
                .fill("name", "Cuti bersama tambahan")
                .fill("kind", "JOINT_LEAVE")
                .fill("reason", "Tes: keputusan tiga menteri")
                .send();
        assertThat(administrator.page().select("#hari-" + day).text())
                .contains("Cuti bersama tambahan", "Tes: keputusan tiga menteri");
        followed();
        administrator.open("/admin/kalender");
        assertThat(administrator.page().select("#kemajuan").text()).contains("aduan dipindahkan");

        assertThat(Stories.now(receipt).handling().promisedBy()).isAfter(before);
        var reporter = new PlainBrowser("id");
        reporter.open("/ikuti/" + receipt.secret().text());
        assertThat(reporter.page().select(".timeline").text())
                .contains("Batas waktu disesuaikan karena hari libur berubah");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        administrator.open("/admin/kalender");
        administrator
                .form("#tambah form")
                .fill("day", "kemarin")
                .fill("name", "Hari jadi")
                .fill("reason", " ")
                .send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("#day-error").text()).startsWith("Pilih tanggalnya");
        assertThat(administrator.page().select("#reason-error").text()).startsWith("Tulis alasannya");
        assertThat(administrator.page().select("#name").val()).isEqualTo("Hari jadi");
        assertThat(administrator.page().select("#tambah").hasAttr("open")).isTrue();
        assertThat(administrator.page().select(".errors a").eachAttr("href")).containsExactly("#day", "#reason");
    }

    @Test
    void what_is_wrong_with_the_form_of_a_day_is_said_above_all_days() {
        var day = city.calendar().holidaysIn(2026).getFirst().date();
        administrator.open("/admin/kalender?tahun=2026");
        administrator
                .form("form[action$='" + day + "/pindah']")
                .fill("day", day.toString())
                .send();
        assertThat(administrator.status()).isEqualTo(422);
        var wrong = administrator.page().select(".errors a").eachAttr("href");
        assertThat(wrong).containsExactly("#day-pindah-" + day, "#reason-pindah-" + day);
        for (var field : wrong) {
            assertThat(administrator.page().select(field + "[aria-invalid=true]"))
                    .hasSize(1);
        }
    }

    private LocalDate workingDayBefore(LocalDate end) {
        var day = end;
        while (!city.calendar().isWorkingDay(day)) {
            day = day.minusDays(1);
        }
        return day;
    }
}
