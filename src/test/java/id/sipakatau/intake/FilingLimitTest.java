package id.sipakatau.intake;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.QuarkusTestProfile;
import io.quarkus.test.junit.TestProfile;
import jakarta.inject.Inject;
import java.util.Map;
import org.jsoup.Jsoup;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What happens when too many complaints come from one address. The first test uses up what the others then lack. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
@TestProfile(FilingLimitTest.TwoAnHour.class)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FilingLimitTest {

    public static class TwoAnHour implements QuarkusTestProfile {
        @Override
        public Map<String, String> getConfigOverrides() {
            return Map.of("sipakatau.intake.filings-per-hour", "2");
        }
    }

    @Inject
    FilingLimit limit;

    @Test
    @Order(1)
    void third_complaint_of_an_address_has_to_wait_and_a_repetition_has_not() {
        var first = Sending.complete();
        assertThat(first.toApi().statusCode()).isEqualTo(201);
        assertThat(Sending.complete().toApi().statusCode()).isEqualTo(201);
        var third = Sending.complete().toApi();
        assertThat(third.statusCode()).isEqualTo(429);
        assertThat(Integer.parseInt(third.header("Retry-After"))).isBetween(1, 1_800);
        assertThat(third.path("detail").toString()).contains("tetap ada");
        assertThat(first.toApi().statusCode()).isEqualTo(200);
    }

    @Test
    @Order(2)
    void form_that_has_to_wait_comes_back_with_everything_in_it() {
        var answer = Sending.complete().with("description", "Tunggu dulu.").toPage();
        assertThat(answer.statusCode()).isEqualTo(429);
        var page = Jsoup.parse(answer.asString());
        assertThat(page.select("#description").text()).isEqualTo("Tunggu dulu.");
        assertThat(page.select(".notice.warning").text()).contains("menit lagi");
    }

    @Test
    @Order(3)
    void faults_cost_no_allowance() {
        assertThat(Sending.complete().without("description").toApi().statusCode())
                .isEqualTo(422);
    }

    @Test
    void photos_of_the_allowed_complaints_pass_and_a_flood_is_stopped() throws Exception {
        var stopped = 0;
        for (int i = 0; i < 20; i++) {
            var answer = Sending.put(Sending.newId(), Pictures.jpeg(i));
            if (i < 16) {
                assertThat(answer.statusCode()).as("photo " + i).isEqualTo(201);
            } else if (answer.statusCode() == 429) {
                stopped++;
                assertThat(Integer.parseInt(answer.header("Retry-After"))).isBetween(1, 450);
                assertThat(answer.path("detail").toString()).contains("menit lagi");
            }
        }
        assertThat(stopped).isGreaterThan(0);
    }

    @Test
    void photo_that_was_torn_costs_nothing_and_a_large_one_counts_as_several() {
        var address = "198.51.100.9";
        for (int i = 0; i < 40; i++) {
            assertThat(limit.takePhoto(address, 100_000)).isEmpty();
            limit.giveBackPhoto(address, 100_000);
        }
        for (int i = 0; i < 4; i++) {
            assertThat(limit.takePhoto(address, 15_000_000)).isEmpty();
        }
        assertThat(limit.takePhoto(address, 100_000)).isPresent();
        assertThat(limit.take(address)).as("a complaint").isEmpty();
    }

    @Test
    void addresses_of_one_line_count_together_and_others_apart() {
        assertThat(limit.take("2001:db8:1:2::1")).isEmpty();
        assertThat(limit.take("2001:db8:1:2:ffff::7")).isEmpty();
        assertThat(limit.take("2001:db8:1:2:1:2:3:4")).isPresent();
        assertThat(limit.take("2001:db8:1:3::1")).isEmpty();
        assertThat(limit.take("203.0.113.7")).isEmpty();
    }
}
