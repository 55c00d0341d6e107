package id.sipakatau.city;

import static java.time.ZoneOffset.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.folder.CityFolder;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The folder of Makassar as it is delivered. */
class MakassarTest {

    static final City MAKASSAR = new CityFolder(Path.of("city/makassar")).read();

    @Test
    void it_has_its_official_code_and_all_its_areas() {
        assertThat(MAKASSAR.slug()).isEqualTo("makassar");
        assertThat(MAKASSAR.code()).isEqualTo("73.71");
        assertThat(MAKASSAR.trackingPrefix()).isEqualTo("MKS");
        assertThat(MAKASSAR.areas().kecamatan()).hasSize(15);
        assertThat(MAKASSAR.areas().kelurahan()).hasSize(153);
        assertThat(MAKASSAR.areas().kelurahanOf("73.71.15"))
                .extracting(Kelurahan::name)
                .containsExactly("Barrang Caddi", "Barrang Lompo", "Kodingareng");
    }

    @Test
    void its_five_agencies_each_have_categories_and_the_agency_itself_can_be_complained_about() {
        assertThat(MAKASSAR.agencies())
                .extracting(Agency::id)
                .containsExactly("kebersihan", "kepolisian", "pemadam", "bpbd", "pariwisata");
        assertThat(MAKASSAR.agencies())
                .allSatisfy(
                        agency -> assertThat(MAKASSAR.categories(agency.id())).hasSizeBetween(8, 12));
        assertThat(MAKASSAR.category("layanan-polisi")).get().matches(Category::publishable);
    }

    @Test
    void the_icon_of_each_agency_is_among_those_that_the_pages_have() throws IOException {
        String icons = Files.readString(Path.of("src/main/resources/META-INF/resources/img/icons.svg"));
        assertThat(MAKASSAR.agencies())
                .extracting(Agency::icon)
                .allSatisfy(icon -> assertThat(icons).contains("id=\"" + icon + "\""));
    }

    @Test
    void tips_about_crime_violence_at_home_and_fraud_are_never_published() {
        assertThat(MAKASSAR.categories())
                .filteredOn(category -> !category.publishable())
                .extracting(Category::id)
                .containsExactlyInAnyOrder("narkoba-judi", "kekerasan-rumah-tangga", "penipuan");
    }

    @Test
    void an_emergency_never_requires_a_photo_and_is_answered_within_half_an_hour() {
        List<Category> emergencies =
                MAKASSAR.categories().stream().filter(Category::emergency).toList();
        assertThat(emergencies).hasSizeGreaterThan(15).allSatisfy(emergency -> {
            assertThat(emergency.photo()).isNotEqualTo(Requirement.REQUIRED);
            Term answer = emergency.deadlinesOn(LocalDate.of(2026, 7, 1)).firstAnswer();
            assertThat(answer.unit()).isEqualTo(Term.Unit.MINUTES);
            assertThat(answer.amount()).isLessThanOrEqualTo(30);
        });
    }

    @Test
    void validation_never_takes_longer_than_the_three_working_days_of_the_national_rule() {
        var friday = LocalDateTime.of(2026, 7, 10, 9, 0).toInstant(ofHours(8));
        var latest = MAKASSAR.calendar().after(friday, new Term(3, Term.Unit.WORKING_DAYS));
        assertThat(MAKASSAR.categories())
                .flatExtracting(Category::deadlines)
                .extracting(deadlines -> MAKASSAR.calendar().after(friday, ((Deadlines) deadlines).validation()))
                .allSatisfy(end -> assertThat(end).isBeforeOrEqualTo(latest));
    }

    @Test
    void a_question_is_answered_within_the_five_working_days_of_the_national_rule() {
        var anything = MAKASSAR.category("banjir").orElseThrow();
        var day = LocalDate.of(2026, 7, 1);
        var fiveDays = new Term(5, Term.Unit.WORKING_DAYS);
        assertThat(MAKASSAR.deadlines(Kind.INFORMATION, anything, day).resolution())
                .isEqualTo(fiveDays);
        assertThat(MAKASSAR.deadlines(Kind.ASPIRATION, anything, day).firstAnswer())
                .isEqualTo(fiveDays);
        assertThat(MAKASSAR.deadlines(Kind.COMPLAINT, anything, day)).isEqualTo(anything.deadlinesOn(day));
    }

    @Test
    void words_that_people_use_lead_to_a_category() {
        assertThat(MAKASSAR.categories())
                .filteredOn(category -> category.words().contains("rantasa"))
                .isNotEmpty();
        assertThat(MAKASSAR.category("penipuan").orElseThrow().words()).contains("passobis");
        assertThat(MAKASSAR.categories())
                .allSatisfy(category -> assertThat(category.words()).hasSizeGreaterThan(10));
    }

    @Test
    void its_places_are_known_with_how_well_their_position_is_known() {
        assertThat(MAKASSAR.places()).hasSize(81);
        assertThat(MAKASSAR.places())
                .filteredOn(place -> place.kind() == Place.Kind.ISLAND)
                .hasSize(13)
                .allMatch(island -> island.accuracy() == Place.Accuracy.CONFIRMED);
    }

    @Test
    void its_app_is_confirmed_by_nobody_yet() {
        assertThat(MAKASSAR.app().address()).hasScheme("https").hasNoPort().hasPath("");
        assertThat(MAKASSAR.app().confirmed()).isFalse();
    }
}
