package id.sipakatau.demo.story;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Term;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.demo.words.Writer;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;

/** How an agency has another one do its part: it asks when the work begins, and ends its own after the other's. */
final class Involving {

    /** Of the complaints in which another agency could help. */
    private static final double SHARE = 0.06;

    private static final List<String> REQUESTS = List.of(
            "Mohon kerjakan bagian yang menjadi tugas dinas Anda. Kami sudah di lokasi dan mulai dari sisi kami.",
            "Sebagian dari masalah ini ada di wilayah tugas dinas Anda. Mohon ditangani bersamaan dengan kami.",
            "Pekerjaan kami baru bertahan bila bagian dinas Anda ikut dibereskan. Mohon bantuannya.");

    private final City city;
    private final Cast cast;
    private final Writer writer;
    private final Instant now;

    Involving(City city, Cast cast, Writer writer, Instant now) {
        this.city = city;
        this.cast = cast;
        this.writer = writer;
        this.now = now;
    }

    /** Since when nothing of another agency is waited for: at once where none is asked; empty while one is at work. */
    Optional<Instant> asked(Beginning story, Category own, Instant from) {
        // Lots of their own, so that what else happens does not depend on who helps whom.
        var random = new SplittableRandom(story.complaint().id().getLeastSignificantBits() + 1);
        var other = writer.handedOverTo(own).flatMap(city::category).filter(each -> isFit(story, each));
        if (other.isEmpty() || random.nextDouble() >= SHARE) {
            return Optional.of(from);
        }
        var operator = cast.operatorOf(own.agencyId());
        var updated = story.complaint().updatedAt().plusMillis(1);
        var at = later(from.isBefore(updated) ? updated : from, 1, random);
        if (at.isAfter(now)) {
            return Optional.of(from);
        }
        var request = REQUESTS.get(random.nextInt(REQUESTS.size()));
        var id = Stories.id(at, random);
        var part = story.history().involve(operator, at, other.get().id(), request, id, story.spare(), city);
        var shots = new ArrayList<Shot>();
        var done = done(story, part, other.get(), at, shots, random);
        story.parts().add(new Story(part, shots, Crowd.NOBODY, List.of()));
        return done;
    }

    private static boolean isFit(Beginning story, Category other) {
        return story.kind() == Kind.COMPLAINT
                && !story.complaint().subject().emergency()
                && !other.emergency()
                && other.publishable()
                && story.parts().isEmpty();
    }

    private Optional<Instant> done(
            Beginning story,
            History part,
            Category category,
            Instant asked,
            List<Shot> shots,
            SplittableRandom random) {
        var operator = cast.operatorOf(category.agencyId());
        var started = later(asked, random.nextInt(1, 4), random);
        if (started.isAfter(now)) {
            return Optional.empty();
        }
        var first = writer.start(story.kind(), category, story.around(), random);
        part.then(operator, started, (c, t) -> c.start(operator, t, first));
        var ended = later(started, random.nextInt(2, 14), random);
        var scene = story.shots().isEmpty() ? null : story.shots().getFirst();
        // Without a picture of the street there is none of it put right either.
        var outcome = scene == null && category.proofRequired() ? Outcome.ANSWERED : Outcome.RESOLVED;
        var words = writer.finish(story.kind(), category, outcome, story.around(), random);
        int photos = scene != null && outcome == Outcome.RESOLVED ? 1 : 0;
        var done = new Completing(city, cast, now).done(part, ended, outcome, words, photos);
        if (done.isPresent() && scene != null && photos > 0) {
            var place = part.complaint().place();
            shots.add(new Photographer(random).proves(scene.scene(), scene.variant(), 0, place, done.get()));
        }
        return done.map(at -> at.plusSeconds(1800));
    }

    private Instant later(Instant from, int hours, SplittableRandom random) {
        var end = city.calendar().after(from, new Term(hours, Term.Unit.WORKING_HOURS));
        return end.plusSeconds(random.nextInt(60, 3000)).truncatedTo(ChronoUnit.MICROS);
    }
}
