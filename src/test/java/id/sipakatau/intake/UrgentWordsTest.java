package id.sipakatau.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.PlainBrowser;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/** Words that speak for an emergency offer its lane, on the page without scripts too, and what only looks like them does not. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class UrgentWordsTest {

    private static final UrgentWords URGENT = new UrgentWords(Makassar.city());

    @ParameterizedTest
    @CsvFileSource(resources = "/urgent.csv", delimiter = '|', ignoreLeadingAndTrailingWhitespace = false)
    void urgent_words_are_found_and_quoted(String category, String found, String text) {
        var hit = URGENT.in(text).map(each -> each.category() + ": " + each.words());
        if (category.equals("none")) {
            assertThat(hit).isEmpty();
        } else {
            assertThat(hit).contains(category + ": " + found);
        }
    }

    @Test
    void the_page_offers_the_lane_once_and_files_when_it_is_sent_again() {
        var form = Sending.complete().with("description", "Ada begal di jembatan, cepat!");
        var asked = form.toPage();
        assertThat(asked.statusCode()).isEqualTo(200);
        var page = Jsoup.parse(asked.asString());
        assertThat(page.select(".check form[action=/darurat]").text()).contains("begal", "Panggil Kepolisian sekarang");
        assertThat(page.select("#description").text()).isEqualTo("Ada begal di jembatan, cepat!");
        var again = form.with("checked", page.select("[name=checked]").val()).toPage();
        assertThat(again.statusCode()).as("not an emergency: it goes on").isEqualTo(303);
    }

    @Test
    void the_call_that_is_offered_takes_words_kind_and_position_along() {
        var page = Jsoup.parse(Sending.complete()
                .with("description", "Orang ditikam di depan warung biru")
                .toPage()
                .asString());
        var call = given().redirects().follow(false);
        for (var field : page.select(".check form[action=/darurat] input")) {
            call.formParam(field.attr("name"), field.val());
        }
        assertThat(call.post("/darurat").header("Location")).contains("/darurat/");
        var operator = PlainBrowser.signedIn(TestStaff.operator("kepolisian"));
        var card = operator.open("/operator/darurat").select(".call-card:contains(warung biru)");
        assertThat(card.text()).contains("Kejahatan atau kekerasan sedang terjadi");
        assertThat(card.select("a[href^=geo:]").attr("href")).isEqualTo("geo:-5.1477,119.4327");
    }

    @Test
    void words_that_are_too_long_or_a_kind_that_is_none_never_keep_a_call_from_ringing() {
        var answer = given().header("Accept", "application/json")
                .formParam("agency", "bpbd")
                .formParam("category", "begal")
                .formParam("words", "air naik ".repeat(1000))
                .post("/darurat");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(given().get(answer.<String>path("page")).asString()).contains("air naik air naik");
    }
}
