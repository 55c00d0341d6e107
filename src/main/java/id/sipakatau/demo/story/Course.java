package id.sipakatau.demo.story;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.city.Term;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.Validation;
import id.sipakatau.demo.words.Writer;
import id.sipakatau.evidence.Photo;
import id.sipakatau.journal.Actor;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What becomes of a complaint until now: the administrator, the agencies and the reporter, each at their pace. */
final class Course {

    /** How much of the promised time an agency usually takes. */
    private static final Map<String, Double> PACE =
            Map.of("kebersihan", 0.55, "kepolisian", 0.7, "pemadam", 0.45, "bpbd", 0.6, "pariwisata", 0.75);

    private final City city;
    private final Cast cast;
    private final Writer writer;
    private final Map<String, Matter> matters;
    private final Instant now;
    private final Involving involving;

    Course(City city, Cast cast, Writer writer, List<Matter> matters, Instant now) {
        this.city = city;
        this.cast = cast;
        this.writer = writer;
        this.matters = matters.stream()
                .collect(Collectors.toMap(matter -> matter.category().id(), Function.identity()));
        this.now = now;
        involving = new Involving(city, cast, writer, now);
    }

    void run(Beginning story, SplittableRandom random) {
        var sent = story.complaint().receivedAt();
        if (story.complaint().subject().emergency()) {
            emergency(story, sent, random);
            return;
        }
        if (story.waits()) {
            return;
        }
        var judged = judged(story, sent, random);
        if (judged != null && isAt(story, Validation.VALID)) {
            handle(story, judged, random);
        }
    }

    /** The agency moves at once; the administrator comes after. */
    private void emergency(Beginning story, Instant sent, SplittableRandom random) {
        // On the day of a storm not every call finds somebody free.
        var called = sent.plus(random.nextDouble() < 0.85 ? minutes(1, 14, random) : minutes(60, 2600, random));
        var looked = sent.plus(minutes(4, 45, random));
        if (looked.isBefore(called)) {
            if (!judge(story, looked, random)) {
                return;
            }
            if (isAt(story, Validation.VALID)) {
                handle(story, looked, random);
            }
            return;
        }
        if (story.unfit() == null && !start(story, called, random)) {
            return;
        }
        if (!story.waits() && !judge(story, looked, random) || !isAt(story, Validation.VALID)) {
            return;
        }
        finish(story, looked, random);
    }

    /** The administrator's decision; empty if it is still to come. */
    private @Nullable Instant judged(Beginning story, Instant sent, SplittableRandom random) {
        var at = office(sent, 1 + (int) Math.exp(random.nextGaussian() * 0.9 + 0.7), random);
        return judge(story, at, random) ? at : null;
    }

    private boolean judge(Beginning story, Instant at, SplittableRandom random) {
        if (story.unfit() != null) {
            return dismiss(story, story.unfit(), at, random);
        }
        if (!story.complaint().subject().category().equals(story.category().id())) {
            var right = story.category().id();
            if (!happens(
                    story,
                    cast.judge(),
                    at.minusSeconds(40),
                    (c, t) -> c.correct(cast.judge(), t, c.subject().kind(), right, city))) {
                return false;
            }
        }
        if (!happens(story, cast.judge(), at, (c, t) -> c.accept(cast.judge(), t, city))) {
            return false;
        }
        if (random.nextDouble() < 0.012 && !story.complaint().privacy().confidential()) {
            happens(story, cast.judge(), at.plusSeconds(20), (c, t) -> c.shield(cast.judge(), t, true, true));
        }
        return true;
    }

    private boolean dismiss(Beginning story, DismissalReason reason, Instant at, SplittableRandom random) {
        var words = writer.dismissal(reason, story.around(), random);
        if (!happens(story, cast.judge(), at, (c, t) -> c.dismiss(cast.judge(), t, reason, words))) {
            return false;
        }
        if (random.nextDouble() < 0.1) {
            var objection = writer.appeal(story.around(), random);
            var asked = at.plus(minutes(30, 4000, random));
            if (happens(story, Actor.REPORTER, asked, (c, t) -> c.appeal(Actor.REPORTER, t, objection))) {
                var again = office(asked, random.nextInt(2, 12), random);
                var still = writer.dismissal(reason, story.around(), random);
                happens(story, cast.judge(), again, (c, t) -> c.dismiss(cast.judge(), t, reason, still));
            }
        }
        return true;
    }

    /** Begins the work, perhaps hands it over first, and brings it to an end. */
    private void handle(Beginning story, Instant from, SplittableRandom random) {
        boolean urgent = story.complaint().subject().emergency();
        boolean forgotten = !urgent && random.nextDouble() < 0.085 && from.isAfter(now.minus(Duration.ofDays(70)));
        var started =
                urgent ? from.plus(minutes(1, 25, random)) : office(from, hoursToBegin(story, from, random), random);
        if (forgotten && random.nextBoolean() || !start(story, started, random)) {
            return;
        }
        if (!forgotten) {
            finish(story, handedOver(story, started, random), random);
        }
    }

    /** What may take long is begun later. */
    private static int hoursToBegin(Beginning story, Instant from, SplittableRandom random) {
        var promised = story.complaint().handling().promisedBy();
        boolean mayTakeLong = promised != null && promised.isAfter(from.plus(Duration.ofDays(9)));
        return 1 + (int) Math.exp(random.nextGaussian() * 0.8 + (mayTakeLong ? 3.0 : 2.3));
    }

    private boolean start(Beginning story, Instant at, SplittableRandom random) {
        var category = category(story);
        var operator = cast.operatorOf(category.agencyId());
        var words = random.nextDouble() < 0.8 ? writer.start(story.kind(), category, story.around(), random) : "";
        return happens(story, operator, at, (c, t) -> c.start(operator, t, words));
    }

    private Instant handedOver(Beginning story, Instant started, SplittableRandom random) {
        var from = category(story);
        var to = writer.handedOverTo(from);
        if (to.isEmpty() || story.kind() != Kind.COMPLAINT || random.nextDouble() >= 0.09) {
            return started;
        }
        var operator = cast.operatorOf(from.agencyId());
        var reason = writer.handOver(from, to.get(), story.around(), random);
        var at = office(started, random.nextInt(2, 14), random);
        if (!happens(story, operator, at, (c, t) -> c.handOver(operator, t, to.get(), reason, city))) {
            return at;
        }
        var taken = office(at, random.nextInt(2, 10), random);
        start(story, taken, random);
        return taken;
    }

    private void finish(Beginning story, Instant from, SplittableRandom random) {
        if (story.complaint().handling().progress() != Progress.IN_PROGRESS) {
            return;
        }
        var category = category(story);
        var alone = involving.asked(story, category, from);
        if (alone.isEmpty()) {
            return;
        }
        var planned = later(end(story, from, random), alone.get());
        var outcome = outcome(story.kind(), category, random);
        int photos = proofs(category, outcome, random);
        var words = writer.finish(story.kind(), category, outcome, story.around(), random);
        var at = afterQuestions(story, from, planned);
        if (at == null) {
            return;
        }
        new Completing(city, cast, now)
                .done(story.history(), at, outcome, words, photos)
                .ifPresent(done -> {
                    addProofs(story, category, photos, at, random);
                    answer(story, outcome, done, random);
                });
    }

    /**
     * When the work is done: as planned, unless the agency has to ask the reporter something first. Empty if it still waits
     * for the answer.
     */
    private @Nullable Instant afterQuestions(Beginning story, Instant from, Instant planned) {
        // Lots of their own, so that what else happens does not depend on who asks what.
        var random = new SplittableRandom(planned.getEpochSecond());
        if (story.complaint().subject().emergency()) {
            return planned;
        }
        // Of what is under way more is asked, so that something waits for its answer whenever the demo is opened.
        boolean underWay = planned.isAfter(now);
        if (random.nextDouble() >= (underWay ? 0.2 : 0.07)) {
            return planned;
        }
        var operator = cast.operatorOf(category(story).agencyId());
        var question = writer.question(story.around(), random);
        var asked = underWay ? now.minus(minutes(30, 40 * 60, random)) : office(from, random.nextInt(1, 6), random);
        if (!happens(story, operator, asked, (c, t) -> c.ask(operator, t, question))) {
            return planned;
        }
        var replied = story.complaint().updatedAt().plus(minutes(20, 2 * 24 * 60, random));
        var words = writer.reply(story.around(), random);
        int photos = pictured(story, 0.5, random);
        if (!happens(story, Actor.REPORTER, replied, (c, t) -> c.reply(Actor.REPORTER, t, words, photos, city))) {
            return null;
        }
        addAgain(story, Photo.Role.ANSWER, photos, replied, random);
        return replied.isBefore(planned) ? planned : office(replied, random.nextInt(2, 6), random);
    }

    /** Mostly well within what was promised, sometimes too late. */
    private Instant end(Beginning story, Instant from, SplittableRandom random) {
        var promised = story.complaint().handling().promisedBy();
        // An answer is sooner written than work is done.
        var usual = story.kind() == Kind.COMPLAINT
                ? PACE.getOrDefault(story.complaint().subject().agency(), 0.6)
                : 0.3;
        double share = usual * Math.exp(random.nextGaussian() * 0.45);
        var whole = promised == null ? Duration.ofDays(3) : Duration.between(from, promised);
        var took = Duration.ofSeconds((long) (Math.max(whole.toSeconds(), 5400) * Math.max(share, 0.04)));
        if (story.complaint().subject().emergency()) {
            return from.plus(took.dividedBy(2)).plus(minutes(5, 40, random));
        }
        return office(from.plus(took), 1, random);
    }

    private static Outcome outcome(Kind kind, Category category, SplittableRandom random) {
        double which = random.nextDouble();
        if (kind != Kind.COMPLAINT) {
            return kind == Kind.ASPIRATION && which < 0.2 ? Outcome.DECLINED : Outcome.ANSWERED;
        }
        if (category.place() != Requirement.REQUIRED) {
            return which < 0.55 ? Outcome.ANSWERED : which < 0.93 ? Outcome.RESOLVED : Outcome.DECLINED;
        }
        return category.emergency() || which < 0.88 ? Outcome.RESOLVED : Outcome.DECLINED;
    }

    private int proofs(Category category, Outcome outcome, SplittableRandom random) {
        if (outcome != Outcome.RESOLVED) {
            return 0;
        }
        return category.proofRequired() || random.nextDouble() < proofShare(category) ? 1 : 0;
    }

    private double proofShare(Category category) {
        var matter = matters.get(category.id());
        return matter == null ? 0 : matter.photoShare() * 0.6;
    }

    /** The same street as on the citizen's photo, now settled. */
    private void addProofs(Beginning story, Category category, int photos, Instant at, SplittableRandom random) {
        var before = story.shots().isEmpty() ? null : story.shots().getFirst();
        var matter = matters.getOrDefault(category.id(), story.matter());
        for (int i = 0; i < photos; i++) {
            var scene = before == null ? matter.scenes().getFirst() : before.scene();
            int variant = before == null ? random.nextInt(1 << 16) : before.variant();
            var place = story.complaint().place();
            story.shots().add(new Photographer(random).proves(scene, variant, i, place, at));
        }
    }

    /** How many photos the reporter adds later: only who sent one before sends another. */
    private static int pictured(Beginning story, double share, SplittableRandom random) {
        return !story.shots().isEmpty()
                        && story.shots().getFirst().role() == Photo.Role.REPORT
                        && random.nextDouble() < share
                ? 1
                : 0;
    }

    /** The same street once more, as it still is. */
    private void addAgain(Beginning story, Photo.Role role, int photos, Instant at, SplittableRandom random) {
        for (int i = 0; i < photos; i++) {
            var before = story.shots().getFirst();
            var place = story.complaint().place();
            story.shots().add(new Photographer(random).again(role, before.scene(), before.variant(), i, place, at));
        }
    }

    /** The reporter says that it is done, or that it is not, or nothing. */
    private void answer(Beginning story, Outcome outcome, Instant finished, SplittableRandom random) {
        double kind = random.nextDouble();
        var at = finished.plus(minutes(40, 5 * 24 * 60, random));
        if (kind < 0.3) {
            int stars = stars(outcome, random);
            var words = at.getEpochSecond() % 5 < 2
                    ? writer.praise(stars, story.around(), new SplittableRandom(at.getEpochSecond()))
                    : "";
            happens(story, Actor.REPORTER, at, (c, t) -> c.confirm(Actor.REPORTER, t, stars, words));
        } else if (kind < 0.345 && outcome == Outcome.RESOLVED) {
            var words = writer.contest(story.around(), random);
            var lots = new SplittableRandom(at.getEpochSecond());
            int photos = pictured(story, 0.7, lots);
            if (happens(story, Actor.REPORTER, at, (c, t) -> c.contest(Actor.REPORTER, t, words, photos, city))) {
                addAgain(story, Photo.Role.CONTEST, photos, at, lots);
                var again = office(at, random.nextInt(2, 12), random);
                if (start(story, again, random)) {
                    finish(story, again, random);
                }
            }
        } else {
            silence(story);
        }
    }

    /** Most who say something are pleased, the less so when nothing was done. */
    private static int stars(Outcome outcome, SplittableRandom random) {
        double mood = random.nextDouble();
        return outcome == Outcome.DECLINED
                ? random.nextInt(1, 4)
                : mood < 0.5 ? 5 : mood < 0.8 ? 4 : random.nextInt(1, 4);
    }

    /** Who says nothing in time agrees; the program looks every minute. */
    private void silence(Beginning story) {
        var until = story.complaint().handling().contestableUntil();
        if (until != null) {
            happens(story, Actor.SYSTEM, until.plusSeconds(30), (c, t) -> c.confirmBySilence(Actor.SYSTEM, t));
        }
    }

    /** Does a step unless it lies after now. */
    private boolean happens(Beginning story, Actor actor, Instant at, Complaints.Step step) {
        var earliest = story.complaint().updatedAt().plusMillis(1);
        var when = (at.isBefore(earliest) ? earliest : at).truncatedTo(ChronoUnit.MICROS);
        if (when.isAfter(now)) {
            return false;
        }
        story.history().then(actor, when, step);
        return true;
    }

    private Category category(Beginning story) {
        return city.category(story.complaint().subject().category()).orElseThrow();
    }

    private static boolean isAt(Beginning story, Validation validation) {
        return story.complaint().verdict().validation() == validation;
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    /** Some minutes after so many office hours. */
    private Instant office(Instant from, int hours, SplittableRandom random) {
        var end = city.calendar().after(from, new Term(hours, Term.Unit.WORKING_HOURS));
        return end.minusSeconds(random.nextInt(60, 3000));
    }

    private static Duration minutes(int least, int most, SplittableRandom random) {
        return Duration.ofMillis(random.nextLong(least * 60_000L, most * 60_000L));
    }
}
