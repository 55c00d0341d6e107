package id.sipakatau.complaint;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Makassar;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.Tuple;
import net.jqwik.api.statistics.Statistics;

/**
 * The life of a complaint against a model of it. The model is the lifecycle as the people describe it, written down a
 * second time in the plainest way: a few flags and a table of who may do what when. Whatever random people try in
 * whatever order, the aggregate and the model have to agree on what is allowed and on what it leads to.
 */
class LifecycleTest {

    static final City CITY = Makassar.city();
    static final UUID ADMINISTRATOR = UUID.randomUUID();
    static final UUID HEAD = UUID.randomUUID();
    private static final List<String> AGENCIES =
            CITY.agencies().stream().map(id.sipakatau.city.Agency::id).toList();

    /** Somebody tries something. */
    record Attempt(
            Act act, Actor actor, Category category, boolean flag, int photos, Duration later, boolean rightPerson) {
        Attempt about(Category other) {
            return new Attempt(act, actor, other, flag, photos, later, rightPerson);
        }

        Attempt by(Actor other) {
            return new Attempt(act, other, category, flag, photos, later, rightPerson);
        }
    }

    @Property(tries = 1500)
    void whatever_is_tried_the_complaint_and_the_model_agree(
            @ForAll("categories") Category category,
            @ForAll boolean anonymous,
            @ForAll boolean confidential,
            @ForAll("attempts") List<Attempt> attempts) {
        var now = Instant.parse("2026-03-02T01:00:00Z");
        var complaint = pending(category, anonymous, confidential, now);
        var model = new LifecycleModel(category, anonymous, confidential);
        int done = 0;
        for (var tried : attempts) {
            if (tried.act == Act.PART_FINISHED && !model.involved.isEmpty()) {
                // Elsewhere an agency has done its part.
                var agency = model.involved.iterator().next();
                model.involved.remove(agency);
                complaint = complaint.withCustody(complaint.custody().without(agency));
                continue;
            }
            var attempt = tried.rightPerson ? tried.by(model.whoMay(tried.act, now.plus(tried.later))) : tried;
            now = now.plus(attempt.later);
            if (model.allows(attempt, now)) {
                var before = complaint;
                var change = apply(complaint, attempt, now);
                assertPromiseMovesByWhatWasWaited(complaint, change, now);
                model.apply(attempt, now);
                complaint = change.after();
                done++;
                assertThat(change.act()).isEqualTo(attempt.act);
                assertThat(change.facts()).containsEntry("agency", model.category.agencyId());
                boolean completes = attempt.act == Act.PROPOSED
                        || (attempt.act == Act.FINISHED && before.handling().proposal() == null);
                if (completes) {
                    assertThat(change.facts().containsKey("findings")).isEqualTo(isDoubtful(attempt));
                    assertThat(change.words().containsKey("findingReason")).isEqualTo(isDoubtful(attempt));
                }
            } else {
                var before = complaint;
                var at = now;
                assertThatThrownBy(() -> apply(before, attempt, at)).isInstanceOf(IllegalTransition.class);
            }
            assertAgree(complaint, model, now);
        }
        Statistics.label("steps that were allowed")
                .collect(done >= 5 ? "long life" : "short life")
                .coverage(coverage -> coverage.check("long life").percentage(share -> share > 15));
    }

    @Property(tries = 500)
    void whatever_is_tried_a_part_and_its_model_agree(
            @ForAll("categories") Category category, @ForAll("attempts") List<Attempt> attempts) {
        var now = Instant.parse("2026-03-02T01:00:00Z");
        // Confidential, so that any category can be involved.
        var lead = CITY.categories().stream()
                .filter(each -> !each.agencyId().equals(category.agencyId()))
                .findFirst()
                .orElseThrow();
        var whole = pending(lead, false, true, now)
                .accept(Actor.administrator(ADMINISTRATOR), now, CITY)
                .after();
        var begun = whole.involve(Actor.administrator(ADMINISTRATOR), now, category.id(), "Mohon bantu", CITY);
        var part = requireNonNull(begun.begins()).of(whole, UUID.randomUUID(), TrackingNumber.random("MKS"), now, CITY);
        assertThat(begun.after().custody().involved()).containsExactly(category.agencyId());
        var model = LifecycleModel.part(category, lead.agencyId());
        model.confidential = true;
        for (var tried : attempts) {
            var about = tried.flag ? tried.about(model.category) : tried;
            var attempt = tried.rightPerson ? about.by(model.whoMay(tried.act, now.plus(tried.later))) : about;
            now = now.plus(attempt.later);
            var before = part;
            var at = now;
            if (model.allows(attempt, now)) {
                part = apply(before, attempt, at, whole).after();
                model.apply(attempt, now);
            } else {
                assertThatThrownBy(() -> apply(before, attempt, at, whole)).isInstanceOf(IllegalTransition.class);
            }
            assertAgree(part, model, now);
            assertThat(part.custody().partOf()).isEqualTo(whole.id());
            assertThat(part.handling().contestableUntil()).isNull();
        }
        Statistics.label("how a part ended")
                .collect(model.validation + " " + model.progress)
                .coverage(coverage -> {
                    coverage.check("valid telah").percentage(share -> share > 3);
                    coverage.check("recalled belum").percentage(share -> share > 3);
                });
    }

    /** Whether the question is answered or the work is done without an answer: what was waited is not the agency's time. */
    private static void assertPromiseMovesByWhatWasWaited(Complaint before, Change change, Instant now) {
        var asked = before.handling().askedAt();
        if (asked == null
                || (change.act() != Act.REPLIED && change.act() != Act.FINISHED && change.act() != Act.PROPOSED)) {
            return;
        }
        var from = requireNonNull(before.handling().promisedBy());
        var to = requireNonNull(change.after().handling().promisedBy());
        var category = CITY.category(before.subject().category()).orElseThrow();
        var aroundTheClock = category.deadlinesOn(now.atZone(CITY.zone()).toLocalDate())
                .resolution()
                .unit()
                .isAroundTheClock();
        // But for no longer than a question may stop it.
        var pauseEnds = CITY.calendar().after(asked, CITY.questionPause());
        var until = now.isBefore(pauseEnds) ? now : pauseEnds;
        if (aroundTheClock) {
            assertThat(Duration.between(from, to)).isEqualTo(Duration.between(asked, until));
        } else {
            assertThat(CITY.calendar().workingTimeBetween(from, to))
                    .isEqualTo(CITY.calendar().workingTimeBetween(asked, until));
        }
    }

    private static void assertAgree(Complaint complaint, LifecycleModel model, Instant now) {
        var validation = complaint.verdict().validation();
        assertThat(validation)
                .isEqualTo(
                        switch (model.validation) {
                            case "pending" -> Validation.PENDING;
                            case "valid" -> Validation.VALID;
                            case "invalid" -> Validation.INVALID;
                            case "recalled" -> Validation.RECALLED;
                            default -> Validation.MERGED;
                        });
        var handling = complaint.handling();
        assertThat(handling.progress())
                .isEqualTo(
                        switch (model.progress) {
                            case "belum" -> Progress.NOT_STARTED;
                            case "sedang" -> Progress.IN_PROGRESS;
                            default -> Progress.DONE;
                        });
        assertThat(complaint.subject().category()).isEqualTo(model.category.id());
        assertThat(complaint.subject().agency()).isEqualTo(model.category.agencyId());
        assertThat(complaint.privacy()).isEqualTo(new Complaint.Privacy(model.anonymous, model.confidential));
        assertThat(complaint.publishedAt() != null)
                .as("only what is valid, publishable and not confidential is public")
                .isEqualTo(model.visible);
        assertThat(complaint.custody().isDisputed()).isEqualTo(model.disputed);
        assertThat(complaint.custody().before()).containsExactlyInAnyOrderElementsOf(model.gaveItAway);
        assertThat(complaint.custody().involved()).containsExactlyInAnyOrderElementsOf(model.involved);
        assertThat(handling.proposal() == null ? null : handling.proposal().by())
                .isEqualTo(model.proposedBy);
        assertThat(handling.askedAt()).isEqualTo(model.asked);
        assertThat(handling.confirmedAt() != null).isEqualTo(model.progress.equals("telah") && model.confirmed);
        assertThat(handling.outcome() != null).isEqualTo(model.progress.equals("telah"));
        assertThat(handling.promisedBy() != null)
                .as("the city promises a date as soon as the complaint is at the agency")
                .isEqualTo(model.atTheAgency() || handling.promisedBy() != null);
        if (model.atTheAgency()) {
            assertThat(handling.promisedBy()).isNotNull();
        }
        assertThat(complaint.isHandledBy(model.category.agencyId())).isEqualTo(model.atTheAgency());
        assertThat(complaint.updatedAt()).isBeforeOrEqualTo(now);
    }

    /** Of those who bring two photos something is found about one. */
    static boolean isDoubtful(Attempt a) {
        return a.photos == 2;
    }

    private static Proof proof(Attempt a) {
        return new Proof(a.photos, isDoubtful(a) ? List.of("FAR") : List.of(), a.flag ? "Difoto dari seberang" : " ");
    }

    private static Outcome outcome(Attempt a) {
        return a.flag ? Outcome.RESOLVED : Outcome.DECLINED;
    }

    private static Change apply(Complaint c, Attempt a, Instant now) {
        return apply(c, a, now, c);
    }

    private static Change apply(Complaint c, Attempt a, Instant now, Complaint whole) {
        return switch (a.act) {
            case FILED, PART_STARTED, PART_FINISHED, PART_RECALLED ->
                throw new IllegalTransition(a.act, IllegalTransition.Why.WRONG_STATE);
            case INVOLVED -> c.involve(a.actor, now, a.category.id(), "Mohon bantu", CITY);
            case RECALLED -> c.recall(a.actor, now, whole);
            case ACCEPTED -> c.accept(a.actor, now, CITY);
            case DISMISSED -> c.dismiss(a.actor, now, DismissalReason.TEST, "Hanya uji coba");
            case MERGED -> c.merge(a.actor, now, valid(now));
            case APPEALED -> c.appeal(a.actor, now, "Mohon diperiksa lagi");
            case SHARPENED -> c.sharpen(a.actor, now);
            case CORRECTED -> c.correct(a.actor, now, c.subject().kind(), a.category.id(), CITY);
            case SHIELDED -> c.shield(a.actor, now, a.flag, !a.flag);
            case STARTED -> c.start(a.actor, now, "");
            case FINISHED ->
                c.handling().proposal() == null
                        ? c.finish(a.actor, now, outcome(a), "Sudah beres", proof(a), CITY)
                        : c.approve(a.actor, now, a.flag, CITY);
            case PROPOSED -> c.propose(a.actor, now, outcome(a), "Sudah beres", proof(a), CITY);
            case RETURNED -> c.sendBack(a.actor, a.flag, "Fotonya kabur");
            case WITHDRAWN -> c.withdraw(a.actor);
            case HANDED_OVER -> c.handOver(a.actor, now, a.category.id(), "Bukan urusan kami", CITY);
            case DISPUTED -> c.dispute(a.actor, now, "Bukan urusan kami, dan bukan urusan mereka");
            case SETTLED -> c.settle(a.actor, now, a.category.id(), "Jalan ini milik kota", CITY);
            case CONTESTED -> c.contest(a.actor, now, "Masih kotor", a.photos, CITY);
            case CONFIRMED ->
                a.actor.role() == Actor.Role.SYSTEM
                        ? c.confirmBySilence(a.actor, now)
                        : c.confirm(a.actor, now, a.photos, "");
            case RESCHEDULED -> c.reschedule(a.actor, now, c.handling().promisedBy(), Map.of());
            case ASKED -> c.ask(a.actor, now, "Di sebelah mana?");
            case REPLIED -> c.reply(a.actor, now, "Di depan masjid.", a.photos, CITY);
        };
    }

    @Provide
    Arbitrary<Category> categories() {
        // Often one of the few whose completion is approved.
        var approved = CITY.categories().stream()
                .filter(category -> category.deadlines().getLast().approval() != null)
                .toList();
        return Arbitraries.oneOf(Arbitraries.of(CITY.categories()), Arbitraries.of(approved));
    }

    /** Mostly the right person and the usual acts, so that long lives come about; sometimes anybody and anything. */
    @Provide
    Arbitrary<List<Attempt>> attempts() {
        var acts = Arbitraries.frequency(
                Tuple.of(6, Act.ACCEPTED),
                Tuple.of(6, Act.STARTED),
                Tuple.of(6, Act.FINISHED),
                Tuple.of(5, Act.PROPOSED),
                Tuple.of(2, Act.RETURNED),
                Tuple.of(1, Act.WITHDRAWN),
                Tuple.of(3, Act.CONTESTED),
                Tuple.of(2, Act.HANDED_OVER),
                Tuple.of(2, Act.DISPUTED),
                Tuple.of(2, Act.SETTLED),
                Tuple.of(2, Act.APPEALED),
                Tuple.of(1, Act.DISMISSED),
                Tuple.of(1, Act.MERGED),
                Tuple.of(1, Act.CORRECTED),
                Tuple.of(1, Act.SHIELDED),
                Tuple.of(1, Act.SHARPENED),
                Tuple.of(1, Act.RESCHEDULED),
                Tuple.of(3, Act.ASKED),
                Tuple.of(3, Act.REPLIED),
                Tuple.of(2, Act.INVOLVED),
                Tuple.of(3, Act.PART_FINISHED),
                Tuple.of(1, Act.RECALLED),
                Tuple.of(2, Act.CONFIRMED));
        var attempt = Combinators.combine(
                        acts,
                        actors(),
                        Arbitraries.of(CITY.categories()),
                        Arbitraries.of(true, false),
                        Arbitraries.integers().between(0, 2),
                        Arbitraries.of(1, 60, 60 * 24, 60 * 24 * 20).map(Duration::ofMinutes),
                        Arbitraries.of(true, true, true, false))
                .as(Attempt::new);
        return attempt.list().ofMinSize(5).ofMaxSize(80);
    }

    private static Arbitrary<Actor> actors() {
        var all = new ArrayList<Actor>();
        for (var agency : AGENCIES) {
            all.add(Actor.operator(UUID.randomUUID(), agency));
            all.add(Actor.head(UUID.randomUUID(), agency));
        }
        for (int i = 0; i < 4; i++) {
            all.add(Actor.administrator(ADMINISTRATOR));
            all.add(Actor.REPORTER);
        }
        all.add(Actor.mayor(UUID.randomUUID()));
        all.add(Actor.SYSTEM);
        return Arbitraries.of(all);
    }

    private static Complaint pending(Category category, boolean anonymous, boolean confidential, Instant now) {
        var filing = new Filing(
                UUID.randomUUID(),
                Channel.APP,
                Kind.COMPLAINT,
                category,
                "Sampah menumpuk",
                Place.UNKNOWN,
                new Complaint.Privacy(anonymous, confidential),
                id.sipakatau.identity.Reporter.UNKNOWN,
                new byte[32],
                List.of());
        return filing.complaint(TrackingNumber.random("MKS"), now, CITY);
    }

    private static Complaint valid(Instant now) {
        return pending(CITY.categories().getFirst(), false, false, now)
                .accept(Actor.administrator(ADMINISTRATOR), now, CITY)
                .after();
    }
}
