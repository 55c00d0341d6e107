package id.sipakatau.browser;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.Cookie;
import id.sipakatau.emergency.Caller;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.testing.Chromium;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/** Somebody holds a button for two seconds, and in another browser an alarm rings until it is answered. */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class EmergencyTest extends BrowserTest {

    private static final Pattern OWN_PAGE = Pattern.compile("/darurat/[\\w-]{22}$");

    @Test
    void a_held_button_rings_in_the_console_and_the_caller_sees_the_answer_live() {
        try (var phone = chromium.person(Chromium.PHONE);
                var desk = chromium.person(Chromium.DESKTOP)) {
            desk.addCookies(List.of(new Cookie("session", TestStaff.operator("pemadam")).setUrl(address.toString())));
            var console = visit(desk, "/operator");
            console.locator("body").click();
            assertThat(console.locator(".alarm-locked")).isHidden();
            assertThat(console.locator("dialog.alarm")).isHidden();

            var lane = visit(phone, "/beranda");
            lane.locator("a[href='/darurat']").first().click();
            assertThat(lane.locator("a[href^='tel:']").first()).hasAttribute("href", "tel:112");
            hold(lane, lane.locator("button[value=pemadam]"));
            lane.waitForURL(OWN_PAGE);
            assertThat(lane.locator("#keadaan h1")).hasText("Panggilan Anda sudah sampai");
            assertThat(lane.locator("[data-position-now]")).containsText("±12 m");

            assertThat(console.locator("dialog.alarm")).isVisible();
            assertThat(console.locator("dialog.alarm")).containsText("Ujung Pandang");
            console.keyboard().press("Escape");
            assertThat(console.locator("dialog.alarm")).isVisible();
            console.waitForCondition(() -> console.title().contains("PANGGILAN DARURAT"));
            console.locator("dialog.alarm form button").click();
            console.waitForURL(Pattern.compile("/operator/darurat$"));
            assertThat(console.locator("dialog.alarm")).isHidden();

            assertThat(lane.locator("#keadaan h1")).hasText("Petugas sudah melihatnya");
            assertThat(lane.locator("a[href='tel:112']")).isVisible();
            lane.locator("button[value=gas-bahan-berbahaya]").click();
            assertThat(console.locator("#panggilan h2")).hasText("Kebocoran gas atau bahan berbahaya");
            assertThat(faults).isEmpty();
        }
    }

    @Test
    void on_the_page_of_a_crowd_it_does_not_ring_itself_but_a_call_of_somebody_else_does() {
        var line = Caller.newLine();
        for (int i = 0; i < 6; i++) {
            new Caller(line).calls("kepolisian", Map.of());
        }
        try (var desk = chromium.person(Chromium.DESKTOP)) {
            desk.addCookies(
                    List.of(new Cookie("session", TestStaff.operator("kepolisian")).setUrl(address.toString())));
            var page = visit(desk, "/operator");
            page.locator("dialog.alarm a[href*='/jaringan/']").click();
            page.waitForURL(Pattern.compile("/jaringan/"));
            assertThat(page.locator(".crowd > li")).hasCount(6);
            page.waitForResponse(
                    answer -> answer.url().endsWith("/alarm"), () -> new Caller(line).calls("kepolisian", Map.of()));
            assertThat(page.locator("dialog.alarm")).isHidden();
            new Caller().calls("kepolisian", Caller.AT_LOSARI);
            assertThat(page.locator("dialog.alarm")).isVisible();
            assertThat(page.locator("dialog.alarm [data-unseen]").first()).containsText("Maloku");
            assertThat(page.locator("dialog.alarm [data-unseen]").last())
                    .containsText("7 panggilan dari jaringan yang sama");
            assertThat(faults).isEmpty();
        } finally {
            jdbi.useHandle(handle -> handle.execute(
                    "UPDATE emergency_call SET state = 'CLOSED', closed_at = now() WHERE state <> 'CLOSED'"));
        }
    }

    @Test
    void a_button_that_is_let_go_too_soon_calls_nobody() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var lane = visit(phone, "/darurat");
            var button = lane.locator("button[value=pemadam]");
            button.hover();
            lane.mouse().down();
            assertThat(lane.locator("[data-said]")).hasText("Tahan terus…");
            lane.mouse().up();
            assertThat(lane.locator("[data-said]")).hasText("Terlalu cepat dilepas. Tahan dua detik.");
            assertThat(lane.url()).endsWith("/darurat");
        }
    }

    @Test
    void without_a_network_it_says_so_at_once_and_sends_when_the_line_is_back() {
        try (var phone = chromium.person(Chromium.PHONE)) {
            var lane = visit(phone, "/darurat");
            phone.setOffline(true);
            lane.locator("button[value=bpbd]").focus();
            lane.keyboard().down("Enter");
            assertThat(lane.locator("[data-unsent-title]")).hasText("Panggilan ke BPBD BELUM terkirim");
            lane.keyboard().up("Enter");
            assertThat(lane.locator("a[href='tel:112']")).isVisible();
            assertThat(lane.locator("[data-sms]")).hasAttribute("href", Pattern.compile("^sms:.*-5\\.1339"));
            BrowserTest.picture(lane, "darurat-tak-terkirim-390");
            phone.setOffline(false);
            lane.waitForURL(OWN_PAGE);
            assertThat(lane.locator("#keadaan h1")).hasText("Panggilan Anda sudah sampai");
        }
    }

    private static void hold(Page page, Locator button) {
        button.hover();
        page.mouse().down();
        page.waitForURL(OWN_PAGE);
        page.mouse().up();
    }
}
