package id.sipakatau.permissions;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Change;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.Receipt;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Stories;
import id.sipakatau.testing.TestDatabase;
import io.quarkus.arc.Arc;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/**
 * Who may do what: everybody tries every step at a complaint that is ready for it, once through the addresses of the
 * program and once at the complaint itself. The result is {@code docs/permissions.md}.
 */
@QuarkusTest
@WithTestResource(TestDatabase.class)
class PermissionsTest {

    private static final Path PAGE = Path.of("docs/permissions.md");
    /** Of whoever of the staff tries. */
    static final UUID ACCOUNT = UUID.randomUUID();

    private static final Actor JUDGE = Actor.administrator(ACCOUNT);

    /** A complaint that was filed, and how it stands. */
    private record Ready(Receipt receipt, Complaint complaint) {}

    @FunctionalInterface
    private interface Attempt {
        Change at(Complaint complaint, Actor actor, Instant now);
    }

    /**
     * A step of a complaint.
     *
     * @param address where it is sent
     * @param fields what is sent, beside the version
     * @param files whether the form of the address can carry files
     */
    private record Step(
            String name, String address, Map<String, String> fields, boolean files, State state, Attempt attempt) {}

    /** What a complaint has to have gone through to be ready for a step. */
    private enum State {
        PENDING,
        DISMISSED,
        ACCEPTED,
        ASKED,
        INVOLVED,
        DISPUTED,
        STARTED,
        PROPOSABLE,
        PROPOSED,
        FINISHED;

        Ready make() {
            var approved = this == PROPOSABLE || this == PROPOSED;
            var receipt = Stories.pending(
                    approved ? Stories.approved() : Stories.ordinary(),
                    "Siapa boleh apa.",
                    new Complaint.Privacy(false, false));
            var complaint = switch (this) {
                case PENDING -> Stories.now(receipt);
                case DISMISSED -> dismissed(Stories.now(receipt));
                case ACCEPTED -> Stories.accepted(receipt);
                case ASKED -> Stories.asked(Stories.accepted(receipt));
                case INVOLVED ->
                    Stories.part(Stories.involved(Stories.accepted(receipt), "pemadam", "Mohon bantu."), "pemadam");
                case DISPUTED -> Stories.disputed(Stories.accepted(receipt));
                case STARTED -> Stories.started(Stories.accepted(receipt));
                case PROPOSABLE -> Stories.started(Stories.accepted(receipt));
                case PROPOSED -> Stories.proposed(Stories.started(Stories.accepted(receipt)), "Sudah.");
                case FINISHED -> Stories.finished(Stories.started(Stories.accepted(receipt)));
            };
            return new Ready(receipt, complaint);
        }

        private static Complaint dismissed(Complaint before) {
            return bean(Complaints.class)
                    .change(
                            before.id(),
                            before.version(),
                            JUDGE,
                            (one, now) -> one.dismiss(JUDGE, now, DismissalReason.TEST, "Percobaan."));
        }
    }

    private static List<Step> steps() {
        var city = bean(City.class);
        var elsewhere = Stories.ordinary("pemadam").id();
        var target = Stories.accepted(Stories.pending("Yang diulangi."));
        var admin = "/admin/aduan/{number}/";
        var operator = "/operator/aduan/{number}/";
        var reporter = "/ikuti/{secret}/";
        var all = bean(Complaints.class);
        return List.of(
                new Step(
                        "accept",
                        admin + "acceptance",
                        Map.of("checked", "true"),
                        false,
                        State.PENDING,
                        (c, a, now) -> c.accept(a, now, city)),
                new Step(
                        "dismiss",
                        admin + "dismissal",
                        Map.of("reason", "TEST", "words", "Percobaan."),
                        false,
                        State.PENDING,
                        (c, a, now) -> c.dismiss(a, now, DismissalReason.TEST, "Percobaan.")),
                new Step(
                        "merge",
                        admin + "merger",
                        Map.of("into", target.trackingNumber().text()),
                        false,
                        State.PENDING,
                        (c, a, now) -> c.merge(a, now, target)),
                new Step(
                        "correct",
                        admin + "correction",
                        Map.of("kind", "COMPLAINT", "category", elsewhere),
                        false,
                        State.PENDING,
                        (c, a, now) -> c.correct(a, now, Kind.COMPLAINT, elsewhere, city)),
                new Step(
                        "shield",
                        admin + "protection",
                        Map.of("confidential", "true"),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.shield(a, now, false, true)),
                new Step(
                        "start",
                        operator + "start",
                        Map.of(),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.start(a, now, "")),
                new Step(
                        "ask the reporter",
                        operator + "question",
                        Map.of("words", "Di mana?"),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.ask(a, now, "Di mana?")),
                new Step(
                        "finish",
                        operator + "completion",
                        Map.of("outcome", "ANSWERED", "words", "Sudah."),
                        true,
                        State.STARTED,
                        (c, a, now) -> c.finish(a, now, Outcome.ANSWERED, "Sudah.", Proof.of(0), city)),
                new Step(
                        "propose that it is done",
                        operator + "completion",
                        Map.of("outcome", "ANSWERED", "words", "Sudah."),
                        true,
                        State.PROPOSABLE,
                        (c, a, now) -> c.propose(a, now, Outcome.ANSWERED, "Sudah.", Proof.of(0), city)),
                new Step(
                        "approve",
                        operator + "approval",
                        Map.of(),
                        false,
                        State.PROPOSED,
                        (c, a, now) -> c.approve(a, now, true, city)),
                new Step(
                        "send back",
                        operator + "return",
                        Map.of("reason", "Belum."),
                        false,
                        State.PROPOSED,
                        (c, a, now) -> c.sendBack(a, true, "Belum.")),
                new Step(
                        "withdraw",
                        operator + "withdrawal",
                        Map.of(),
                        false,
                        State.PROPOSED,
                        (c, a, now) -> c.withdraw(a)),
                new Step(
                        "hand over",
                        operator + "handover",
                        Map.of("category", elsewhere, "reason", "Bukan kami."),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.handOver(a, now, elsewhere, "Bukan kami.", city)),
                new Step(
                        "ask whose it is",
                        operator + "dispute",
                        Map.of("reason", "Bukan kami."),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.dispute(a, now, "Bukan kami.")),
                new Step(
                        "decide whose it is",
                        admin + "custody",
                        Map.of("category", elsewhere, "reason", "Tugas pemadam."),
                        false,
                        State.DISPUTED,
                        (c, a, now) -> c.settle(a, now, elsewhere, "Tugas pemadam.", city)),
                new Step(
                        "involve another agency",
                        "{console}/aduan/{number}/involvement",
                        Map.of("category", elsewhere, "words", "Mohon bantu."),
                        false,
                        State.ACCEPTED,
                        (c, a, now) -> c.involve(a, now, elsewhere, "Mohon bantu.", city)),
                new Step(
                        "recall the part of another agency",
                        "{console}/aduan/{whole}/part/{number}/recall",
                        Map.of(),
                        false,
                        State.INVOLVED,
                        (c, a, now) -> c.recall(a, now, all.find(c.reported()).orElseThrow())),
                new Step(
                        "appeal",
                        reporter + "appeal",
                        Map.of("words", "Lihat lagi."),
                        false,
                        State.DISMISSED,
                        (c, a, now) -> c.appeal(a, now, "Lihat lagi.")),
                new Step(
                        "answer the agency",
                        reporter + "answer",
                        Map.of("words", "Di sini."),
                        true,
                        State.ASKED,
                        (c, a, now) -> c.reply(a, now, "Di sini.", 0, city)),
                new Step(
                        "confirm",
                        reporter + "confirmation",
                        Map.of("stars", "5"),
                        false,
                        State.FINISHED,
                        (c, a, now) -> c.confirm(a, now, 5, "")),
                new Step(
                        "contest",
                        reporter + "contest",
                        Map.of("words", "Belum beres."),
                        true,
                        State.FINISHED,
                        (c, a, now) -> c.contest(a, now, "Belum beres.", 0, city)));
    }

    @Test
    void each_step_is_allowed_to_whom_it_should_be_and_the_page_says_to_whom() throws Exception {
        var table = new StringBuilder();
        var wrong = new ArrayList<String>();
        var cookies = new EnumMap<Who, Map<String, String>>(Who.class);
        for (var who : Who.values()) {
            cookies.put(who, who.cookies());
        }
        for (var step : steps()) {
            table.append("| ").append(step.name).append(" |");
            var ready = step.state.make();
            for (var who : Who.values()) {
                var domain = allows(step, ready.complaint, who);
                send(step, ready, who, cookies.get(who));
                var after = bean(Complaints.class).find(ready.complaint.id()).orElseThrow();
                var done = after.version() > ready.complaint.version();
                if (done != domain) {
                    wrong.add("%s by %s: the address %s, the complaint %s"
                            .formatted(
                                    step.name, who.title, done ? "allows" : "refuses", domain ? "allows" : "refuses"));
                }
                if (!done) {
                    assertThat(after).as("%s by %s", step.name, who.title).isEqualTo(ready.complaint);
                } else {
                    ready = step.state.make();
                }
                table.append(done ? " **yes** |" : " no |");
            }
            table.append('\n');
        }
        assertThat(wrong).isEmpty();
        var now = page(table.toString());
        var before = Files.exists(PAGE) ? Files.readString(PAGE) : "";
        if (!before.equals(now)) {
            Files.writeString(PAGE, now);
        }
        assertThat(before)
                .as("%s was written anew: read what changed, and commit it", PAGE)
                .isEqualTo(now);
    }

    private static boolean allows(Step step, Complaint complaint, Who who) {
        if (who.actor == null) {
            return false;
        }
        try {
            step.attempt.at(complaint, who.actor, Instant.now());
            return true;
        } catch (IllegalTransition refused) {
            assertThat(refused.why())
                    .as("%s by %s", step.name, who.title)
                    .isIn(
                            IllegalTransition.Why.NOT_YOUR_ROLE,
                            IllegalTransition.Why.ANOTHER_AGENCY,
                            IllegalTransition.Why.NOT_AN_APPROVER);
            return false;
        }
    }

    /** Nobody but the reporter knows the secret; all others try with one that is none. */
    private static void send(Step step, Ready ready, Who who, Map<String, String> cookies) {
        var secret = who == Who.REPORTER ? ready.receipt.secret().text() : "A".repeat(22);
        var path = step.address
                .replace("{console}", who == Who.ADMINISTRATOR ? "/admin" : "/operator")
                .replace("{whole}", ready.receipt.trackingNumber().text())
                .replace("{number}", ready.complaint.trackingNumber().text())
                .replace("{secret}", secret);
        var fields = new HashMap<>(step.fields);
        fields.put("version", String.valueOf(ready.complaint.version()));
        var request = given().redirects()
                .follow(false)
                .header("Sec-Fetch-Site", "same-origin")
                .cookies(cookies);
        if (step.files) {
            fields.forEach(request::multiPart);
        } else {
            request.formParams(fields);
        }
        assertThat(request.post(path).statusCode())
                .as("%s by %s", step.name, who.title)
                .isLessThan(500);
    }

    private static String page(String table) {
        var page = new StringBuilder("""
                # Who may do what

                Written by `PermissionsTest`: everybody tries every step at a complaint of the agency *kebersihan* that is ready for it,
                through its address and at the complaint itself. Both have to agree, and a refusal has to leave the complaint as it
                was. What a step needs beside the right person (words, a photo, the state before) is not told here.

                | step |""");
        for (var who : Who.values()) {
            page.append(' ').append(who.title).append(" |");
        }
        page.append("\n| --- |").append(" --- |".repeat(Who.values().length)).append('\n');
        return page.append(table).append("""

                        Nobody approves what they proposed themselves. Where the agency has no other head who can sign in, an
                        administrator approves and sends back (`ApprovalTest`).

                        A head works as an operator, and beside that keeps teams and reply templates and sees the workload
                        (`/operator/kepala`), which `routes.txt` gives to heads alone.
                        """).toString();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
