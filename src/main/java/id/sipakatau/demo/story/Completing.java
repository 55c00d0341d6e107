package id.sipakatau.demo.story;

import id.sipakatau.city.City;
import id.sipakatau.city.Term;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Proof;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Optional;
import java.util.SplittableRandom;

/** How the work of an agency is done: at once, or with the approval of its head, who sends some of it back once. */
final class Completing {

    private static final double SENT_BACK = 0.15;

    private final City city;
    private final Cast cast;
    private final Instant now;

    Completing(City city, Cast cast, Instant now) {
        this.city = city;
        this.cast = cast;
        this.now = now;
    }

    /**
     * The work is done as planned, if that is not in the future.
     *
     * @return since when it counts; empty while it is at work or waits for approval: what has photos is proposed only if it is
     *     approved too, so that none of them is shown before
     */
    Optional<Instant> done(History history, Instant at, Outcome outcome, String words, int photos) {
        var operator = cast.operatorOf(history.complaint().subject().agency());
        var earliest = history.complaint().updatedAt().plusMillis(1);
        var when = (at.isBefore(earliest) ? earliest : at).truncatedTo(ChronoUnit.MICROS);
        if (when.isAfter(now)) {
            return Optional.empty();
        }
        var proof = Proof.of(photos);
        if (history.complaint().needsApproval(city)) {
            return approved(history, when, (c, t) -> c.propose(operator, t, outcome, words, proof, city), photos > 0);
        }
        history.then(operator, when, (c, t) -> c.finish(operator, t, outcome, words, proof, city));
        return Optional.of(at);
    }

    private Optional<Instant> approved(History history, Instant proposed, Complaints.Step proposal, boolean shown) {
        // Lots of their own, so that what else happens does not depend on them.
        var random = new SplittableRandom(proposed.toEpochMilli());
        var agency = history.complaint().subject().agency();
        var operator = cast.operatorOf(agency);
        var head = cast.headOf(agency);
        var decided = later(proposed, random);
        var sentBack = random.nextDouble() < SENT_BACK;
        var again = later(decided, random);
        var last = sentBack ? later(again, random) : decided;
        if (last.isAfter(now) && shown) {
            return Optional.empty();
        }
        history.then(operator, proposed, proposal);
        if (last.isAfter(now)) {
            return Optional.empty();
        }
        if (sentBack) {
            history.then(head, decided, (c, t) -> c.sendBack(head, true, "Sampaikan juga siapa yang sudah ditemui."));
            history.then(operator, again, proposal);
        }
        history.then(head, last, (c, t) -> c.approve(head, t, true, city));
        return Optional.of(last);
    }

    private Instant later(Instant from, SplittableRandom random) {
        return city.calendar()
                .after(from, new Term(random.nextInt(1, 7), Term.Unit.WORKING_HOURS))
                .truncatedTo(ChronoUnit.MICROS);
    }
}
