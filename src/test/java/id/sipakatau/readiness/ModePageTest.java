package id.sipakatau.readiness;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Journal;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import id.sipakatau.web.Situation;
import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the emergency mode is declared, and what the public sees of it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class ModePageTest {

    private static final String PAGE = "/admin/siaga";
    private static final String REVIEW = "form[action$=umumkan]";
    private static final List<String> NUMBERS = List.of("tel:112", "tel:110", "tel:113");

    @Inject
    City city;

    @Inject
    Situation situation;

    @Inject
    Jdbi jdbi;

    private final PlainBrowser administrator = PlainBrowser.signedIn(TestStaff.administrator());
    private final PlainBrowser citizen = new PlainBrowser("id");

    /** An ordinary day, as the other tests know it. */
    @AfterEach
    void end_it() {
        TestMode.end();
    }

    private void typed(PlainBrowser person, Level level, String message) {
        person.open(PAGE);
        person.form("#mode-baru")
                .fill("mode", level.name())
                .fill("message", message)
                .fill("english", "Flood, stay away.")
                .fill("reason", "Laporan pos pantau")
                .send();
    }

    @Test
    void administrators_and_the_disaster_agency_may_and_nobody_else() {
        for (var may : List.of(TestStaff.administrator(), TestStaff.operator("bpbd"), TestStaff.head("bpbd"))) {
            var person = PlainBrowser.signedIn(may);
            person.open(PAGE);
            assertThat(person.status()).isEqualTo(200);
            assertThat(person.page().select("nav.top-nav a[href=" + PAGE + "]")).hasSize(1);
        }
        for (var other : List.of(
                TestStaff.operator("pemadam"),
                TestStaff.head("kepolisian"),
                TestStaff.operator("kebersihan"),
                TestStaff.mayor())) {
            var person = PlainBrowser.signedIn(other);
            person.open("/perhatian");
            assertThat(person.page().select("a[href=" + PAGE + "]")).isEmpty();
            person.open(PAGE);
            assertThat(person.status()).isEqualTo(403);
            person.submitted(PAGE + "?langkah=umumkan", valid());
            assertThat(person.status()).isEqualTo(403);
        }
        citizen.open(PAGE);
        assertThat(citizen.address()).startsWith("/masuk");
        assertThat(situation.current()).isNull();
    }

    private String valid() {
        return "mode=ACTIVE&message=Banjir&reason=Uji&seen=" + TestMode.lastSeen() + "&until="
                + LocalDateTime.now(city.zone()).plusHours(2).format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm"));
    }

    @Test
    void nothing_is_declared_that_was_not_shown_before() {
        var agency = PlainBrowser.signedIn(TestStaff.operator("bpbd"));
        typed(agency, Level.ACTIVE, "Banjir di Manggala, pindah ke SD Antang.");
        assertThat(agency.status()).isEqualTo(200);
        assertThat(agency.page().select(".situation.active").text()).contains("Banjir di Manggala", "112");
        assertThat(agency.page().text()).contains("Flood, stay away.", "Laporan pos pantau");
        assertThat(situation.current()).isNull();

        agency.form(REVIEW).press("[formaction]");
        assertThat(agency.page().select("#message").val()).isEqualTo("Banjir di Manggala, pindah ke SD Antang.");
        assertThat(agency.page().select("#mode-baru [value=ACTIVE]").hasAttr("checked"))
                .isTrue();
        agency.form("#mode-baru").send();
        agency.form(REVIEW).send();
        assertThat(agency.address()).isEqualTo(PAGE);
        assertThat(agency.page().select(".toast").text()).startsWith("Sudah diumumkan");
        var now = requireNonNull(situation.current());
        assertThat(now.level()).isEqualTo(Level.ACTIVE);
        assertThat(Duration.between(Instant.now(), now.endsAt()))
                .isBetween(Duration.ofMinutes(355), Duration.ofHours(6));
        var history = agency.page().select("ol.timeline li").first();
        assertThat(requireNonNull(history).text()).contains("Darurat", "Laporan pos pantau", "Operator bpbd");
    }

    @Test
    void what_is_wrong_is_said_beside_the_field_and_what_was_typed_stays() {
        administrator.open(PAGE);
        administrator
                .form("#mode-baru")
                .fill("until", "2020-01-01T10:00")
                .fill("message", "b".repeat(201))
                .fill("english", "e".repeat(201))
                .fill("reason", " ")
                .send();
        assertThat(administrator.status()).isEqualTo(422);
        for (var field : List.of("until", "message", "english", "reason")) {
            assertThat(administrator.page().select("#" + field + "-error").text())
                    .as(field)
                    .isNotBlank();
            assertThat(administrator.page().select(".errors a[href=#" + field + "]"))
                    .as(field)
                    .hasSize(1);
        }
        assertThat(administrator.page().select("#message").val()).hasSize(201);
        assertThat(administrator.page().select("#until").val()).isEqualTo("2020-01-01T10:00");
        administrator.submitted(
                PAGE + "?langkah=umumkan",
                "mode=OFF&until=besok&message=Banjir&english=&reason=Uji&seen=" + TestMode.lastSeen());
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("#mode-error, #until-error")).hasSize(2);
        assertThat(situation.current()).isNull();
    }

    @Test
    void it_ends_after_seven_days_at_most() {
        administrator.open(PAGE);
        var late = LocalDateTime.now(city.zone()).plusDays(7).plusMinutes(2).withNano(0);
        administrator
                .form("#mode-baru")
                .fill("until", late.format(DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm")))
                .fill("message", "Banjir")
                .fill("reason", "Uji")
                .send();
        assertThat(administrator.page().select("#until-error").text()).contains("7 hari");
    }

    @Test
    void it_is_extended_and_ended_with_a_reason() {
        TestMode.declare(Level.STANDBY);
        var end = requireNonNull(situation.current()).endsAt();
        administrator.open(PAGE);
        administrator.form("#perpanjang form").fill("hours", "3").send();
        assertThat(administrator.status()).isEqualTo(422);
        assertThat(administrator.page().select("#perpanjang").hasAttr("open")).isTrue();
        assertThat(administrator.page().select("#extend-hours option[selected]").val())
                .isEqualTo("3");
        administrator.form("#perpanjang form").fill("reason", "Masih hujan").send();
        assertThat(requireNonNull(situation.current()).endsAt()).isEqualTo(end.plus(Duration.ofHours(3)));
        assertThat(requireNonNull(situation.current()).message()).startsWith("Banjir di Manggala");

        administrator.form("#akhiri form").send();
        assertThat(administrator.page().select("#end-reason-error").text()).isNotBlank();
        administrator.form("#akhiri form").fill("reason", "Air surut").send();
        assertThat(situation.current()).isNull();
        assertThat(administrator.page().select("#mati")).hasSize(1);
    }

    @Test
    void who_was_slower_keeps_the_words_and_reads_what_holds() {
        administrator.open(PAGE);
        typed(administrator, Level.STANDBY, "Ombak tinggi.");
        TestMode.declare(Level.ACTIVE);
        administrator.form(REVIEW).send();
        assertThat(administrator.status()).isEqualTo(409);
        assertThat(administrator.page().select(".errors").text()).startsWith("Keadaan berubah");
        assertThat(administrator.page().select("#message").val()).isEqualTo("Ombak tinggi.");
        assertThat(administrator.page().select("#berlaku .situation.active")).hasSize(1);
    }

    @Test
    void another_node_that_declares_it_is_heard_of() {
        var elsewhere =
                new CityModes(jdbi, new Journal(), new Situation(InstantSource.system()), InstantSource.system());
        var wanted = new Declared(Level.ACTIVE, "Gempa.", null, Instant.now().plusSeconds(3600));
        elsewhere.declare(wanted, "Tes", TestMode.lastSeen(), Actor.administrator(UUID.randomUUID()));
        await().atMost(Duration.ofSeconds(20)).until(() -> situation.active());
        citizen.open("/");
        assertThat(citizen.page().select(".situation.active").text()).contains("Gempa.");
    }

    @Test
    void every_public_page_shows_it_and_none_on_an_ordinary_day() {
        var receipt = Stories.pending("Sampah di tepi jalan.");
        var published = Stories.accepted(receipt);
        var pages = List.of(
                "/",
                "/beranda",
                "/lapor",
                "/lacak",
                "/saya",
                "/darurat",
                "/darurat?dinas=bpbd",
                "/pasang",
                "/luring",
                "/masuk",
                "/akun/masuk",
                "/kabar-wilayah",
                "/aduan/" + published.trackingNumber(),
                "/aduan/" + published.trackingNumber() + "/komentar",
                "/ikuti/" + receipt.secret().text(),
                "/tidak-ada",
                "/aduan/MKS-0000-0000");
        for (var page : pages) {
            citizen.open(page);
            assertThat(citizen.page().select(".situation")).as(page).isEmpty();
        }
        TestMode.declare(Level.STANDBY);
        for (var page : pages) {
            citizen.open(page);
            var banner = citizen.page().select(".situation.standby");
            assertThat(banner).as(page).hasSize(1);
            assertThat(banner.text()).as(page).contains("SIAGA", "Banjir di Manggala", "Berlaku sampai");
            assertThat(banner.select("a").eachAttr("href"))
                    .as(page)
                    .isEqualTo(page.startsWith("/darurat") ? List.of() : NUMBERS);
            assertThat(citizen.page().select("a").eachAttr("href")).as(page).containsAll(NUMBERS);
        }
        TestMode.declare(Level.ACTIVE);
        for (var page : pages) {
            citizen.open(page);
            var banner = citizen.page().select(".situation.active");
            assertThat(banner.text()).as(page).contains("DARURAT");
            assertThat(banner.select("a[href=/darurat]")).as(page).hasSize(page.startsWith("/darurat") ? 0 : 1);
            assertThat(citizen.page().select("a").eachAttr("href")).as(page).containsAll(NUMBERS);
        }
        var visitor = new PlainBrowser("en");
        visitor.open("/");
        assertThat(visitor.page().select(".situation [lang=id]").text()).startsWith("Banjir");
    }

    @Test
    void while_it_is_active_the_form_begins_with_emergencies() {
        var usual = order();
        TestMode.declare(Level.STANDBY);
        assertThat(order()).isEqualTo(usual);
        TestMode.declare(Level.ACTIVE);
        var now = order();
        assertThat(now).isNotEqualTo(usual).containsExactlyInAnyOrderElementsOf(usual);
        assertThat(agenciesOf(now))
                .isSortedAccordingTo((one, other) -> Boolean.compare(!hasEmergency(one), !hasEmergency(other)));
        for (var agency : city.agencies()) {
            var emergencies = now.stream()
                    .map(id -> city.category(id).orElseThrow())
                    .filter(category -> category.agencyId().equals(agency.id()))
                    .map(Category::emergency)
                    .toList();
            assertThat(emergencies).isSortedAccordingTo((one, other) -> Boolean.compare(other, one));
        }
    }

    private List<String> order() {
        citizen.open("/lapor");
        return citizen.page().select(".agencies input[name=category]").eachAttr("value");
    }

    private List<String> agenciesOf(List<String> categories) {
        return categories.stream()
                .map(id -> city.category(id).orElseThrow().agencyId())
                .distinct()
                .toList();
    }

    private boolean hasEmergency(String agency) {
        return city.categories(agency).stream().anyMatch(Category::emergency);
    }

    @Test
    void while_it_is_active_pages_are_light_but_for_those_who_chose_otherwise() {
        var choosing = new PlainBrowser("id").with("hemat", "0");
        TestMode.declare(Level.STANDBY);
        citizen.open("/");
        assertThat(citizen.page().select("[data-held], html[data-light]")).isEmpty();
        TestMode.declare(Level.ACTIVE);
        citizen.open("/");
        assertThat(citizen.page().select("#peta[data-held]")).hasSize(1);
        assertThat(citizen.page().select("html[data-light]")).hasSize(1);
        choosing.open("/");
        assertThat(choosing.page().select("#peta[data-held]")).isEmpty();
    }
}
