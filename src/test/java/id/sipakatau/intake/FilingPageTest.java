package id.sipakatau.intake;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.net.URI;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;

/** The form without JavaScript, over plain HTTP, as a browser would send it. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class FilingPageTest {

    private static final String KELURAHAN = "73.71.01.1001";

    @Inject
    Complaints complaints;

    @Test
    void form_offers_every_agency_with_its_categories_and_every_kelurahan() {
        var page = form();
        assertThat(page.select("details.agency")).hasSize(5);
        assertThat(page.select("input[name=category]").size()).isGreaterThan(40);
        assertThat(page.select("select[name=kelurahan] option[value~=.+]").size())
                .isGreaterThan(140);
        assertThat(form().select("input[name=id]").attr("value"))
                .isNotEqualTo(page.select("input[name=id]").attr("value"));
    }

    @Test
    void link_to_an_agency_or_category_opens_the_form_there() {
        assertThat(page("/lapor?dinas=pemadam").select("details[open]").attr("data-agency"))
                .isEqualTo("pemadam");
        assertThat(page("/lapor?kategori=begal")
                        .select("input[name=category][checked]")
                        .attr("value"))
                .isEqualTo("begal");
    }

    @Test
    void complaint_without_javascript_ends_at_a_receipt_with_number_link_and_dates() throws Exception {
        var answer = filled().photo(Pictures.jpeg(90)).toPage();
        assertThat(answer.statusCode()).isEqualTo(303);
        var receipt = page(answer.header("Location"));
        assertThat(receipt.select("#nomor").text()).matches("MKS-\\w{4}-\\w{4}");
        assertThat(receipt.select("#tautan").text()).contains("/ikuti/");
        assertThat(receipt.select(".timeline li")).hasSize(4);
        var secret = FollowSecret.parse(
                        URI.create(answer.header("Location")).getPath().split("/")[2])
                .orElseThrow();
        var filed = complaints.find(secret).orElseThrow();
        assertThat(filed.description()).isEqualTo("Sampah berserakan di depan pasar.");
        assertThat(filed.place().kelurahan()).isEqualTo(KELURAHAN);
        assertThat(filed.privacy().anonymous()).isTrue();
        assertThat(filed.privacy().confidential()).isFalse();
    }

    @Test
    void form_with_a_fault_comes_back_with_everything_typed_and_a_way_to_the_field() {
        var answer =
                filled().with("description", "").with("name", "x".repeat(101)).toPage();
        assertThat(answer.statusCode()).isEqualTo(422);
        var page = document(answer);
        for (var link : page.select(".errors a")) {
            assertThat(page.select(link.attr("href"))).as(link.attr("href")).hasSize(1);
        }
        assertThat(page.select(".errors a").eachAttr("href")).containsExactly("#langkah-foto", "#description", "#name");
        assertThat(page.select("input[name=category][checked]").attr("value")).isEqualTo("sampah-menumpuk");
        assertThat(page.select("option[selected]").attr("value")).isEqualTo(KELURAHAN);
        assertThat(page.select("input[name=address]").attr("value")).isEqualTo("Depan pasar");
        assertThat(page.select("input[name=name]").attr("value")).hasSize(101);
        assertThat(page.select("input[name=anonymous]").hasAttr("checked")).isTrue();
        assertThat(page.select("input[name=confidential]").hasAttr("checked")).isFalse();
    }

    @Test
    void photos_of_a_form_that_came_back_need_not_be_chosen_again() throws Exception {
        var back = document(filled().with("description", "")
                .photo(Pictures.jpeg(91))
                .photo(Pictures.jpeg(92))
                .toPage());
        assertThat(back.select("input[name=dropped]")).hasSize(2);
        var answer = again(back)
                .with("description", "Sekarang lengkap.")
                .with("dropped", "1")
                .toPage();
        assertThat(answer.statusCode()).isEqualTo(303);
        var follow = page(answer.header("Location").replace("/tanda-terima", ""));
        assertThat(follow.select(".photos img")).hasSize(1);
        var picture = given().get(follow.select(".photos img").attr("src"));
        assertThat(picture.statusCode()).isEqualTo(200);
        assertThat(picture.contentType()).isEqualTo("image/jpeg");
    }

    @Test
    void ten_thousand_characters_come_back_unharmed() {
        var words = "Panjang sekali. ".repeat(625).strip();
        var page = document(filled().with("description", words).toPage());
        assertThat(page.expectFirst("#description").wholeText().strip()).isEqualTo(words);
    }

    @Test
    void form_sent_twice_leads_to_the_same_receipt() throws Exception {
        var sending = filled().photo(Pictures.jpeg(93));
        assertThat(sending.toPage().header("Location"))
                .isEqualTo(sending.toPage().header("Location"));
    }

    @Test
    void other_words_in_a_form_that_was_sent_come_back_under_a_new_id_and_can_be_sent() throws Exception {
        var sending = filled().photo(Pictures.jpeg(94));
        var first = sending.toPage().header("Location");
        var second = sending.with("description", "Aduan yang lain.").toPage();
        assertThat(second.statusCode()).isEqualTo(409);
        var page = document(second);
        assertThat(page.select("#description").text()).isEqualTo("Aduan yang lain.");
        var answer = again(page).with("description", "Aduan yang lain.").toPage();
        assertThat(answer.statusCode()).isEqualTo(303);
        assertThat(answer.header("Location")).isNotEqualTo(first);
    }

    @Test
    void form_that_is_not_known_any_more_gets_a_new_id_and_keeps_the_words() {
        var page = document(
                filled().with("id", "rusak").with("category", "pencurian").toPage());
        assertThat(FormReading.clientId(
                        FilingForm.blank(page.select("input[name=id]").attr("value"), null, null)))
                .isPresent();
        assertThat(page.select("#description").text()).isEqualTo("Sampah berserakan di depan pasar.");
    }

    @Test
    void words_that_name_somebody_are_pointed_out_once_before_the_complaint_is_taken() throws Exception {
        var shown = filled().with("description", "Dibuang oleh Pak Budi, truk DD 1234 XX.")
                .photo(Pictures.jpeg(95))
                .toPage();
        assertThat(shown.statusCode()).isEqualTo(200);
        assertThat(shown.header("Cache-Control")).isEqualTo("no-store");
        var page = document(shown);
        assertThat(page.select(".check").text()).contains("Pak Budi", "DD 1234 XX");
        assertThat(page.select("input[name=confidential]").hasAttr("checked")).isFalse();
        assertThat(page.select("input[name=dropped]")).hasSize(1);
        assertThat(again(page).toPage().statusCode()).isEqualTo(303);
        var more = again(page)
                .with("id", form().select("input[name=id]").attr("value"))
                .with("description", "Dibuang oleh Pak Budi, nomornya 0812-3456-7890.")
                .photo(Pictures.jpeg(96))
                .toPage();
        assertThat(document(more).select(".check").text()).contains("0812-3456-7890");
    }

    @Test
    void html_in_every_field_is_shown_as_text() {
        var html = "\"><script>alert('x')</script><b>";
        var page = document(filled().with("description", html)
                .with("address", html)
                .with("name", html)
                .with("contact", html)
                .with("category", html)
                .with("kelurahan", html)
                .toPage());
        assertThat(page.select("form#lapor script, form#lapor b:containsOwn(alert)"))
                .isEmpty();
        assertThat(page.select("input[name=name]").attr("value")).isEqualTo(html);
        assertThat(page.expectFirst("#description").wholeText().strip()).isEqualTo(html);
    }

    private static Sending filled() {
        return new Sending()
                .with("id", form().select("input[name=id]").attr("value"))
                .with("latitude", "")
                .with("longitude", "")
                .with("accuracy", "")
                .with("positionSource", "")
                .with("category", "sampah-menumpuk")
                .with("kelurahan", KELURAHAN)
                .with("address", "Depan pasar")
                .with("description", "Sampah berserakan di depan pasar.")
                .with("anonymous", "on")
                .with("name", "")
                .with("contact", "");
    }

    /** The form of a page as it would be sent if only send were pressed. */
    private static Sending again(Document page) {
        var sending = new Sending();
        for (Element field : page.select("form#lapor [name]")) {
            boolean box =
                    field.attr("type").equals("radio") || field.attr("type").equals("checkbox");
            if (field.attr("type").equals("file")
                    || field.attr("name").equals("way")
                    || (box && !field.hasAttr("checked"))) {
                continue;
            }
            var value = field.is("select") ? field.select("option[selected]").attr("value") : field.val();
            sending.with(field.attr("name"), box && value.isEmpty() ? "on" : value);
        }
        return sending;
    }

    private static Document form() {
        return page("/lapor");
    }

    private static Document page(String path) {
        return document(given().get(path).then().statusCode(200).extract().response());
    }

    private static Document document(Response response) {
        return Jsoup.parse(response.asString());
    }
}
