package id.sipakatau.complaint;

import id.sipakatau.city.City;
import id.sipakatau.city.Deadlines;
import id.sipakatau.city.Term;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * By when the city promises that the agency is done: its own deadlines for the kind and the category, those of the day on which
 * the complaint was sent, counted by its calendar.
 *
 * <p>An open question to the reporter stops the clock, but at most for the city's {@link City#questionPause}: then it runs
 * again by itself, whether there is an answer or not.
 */
public final class Promises {

    private Promises() {}

    /** How the agency's work begins: emergencies are promised from their arrival, all others once accepted. */
    static Handling onArrival(Subject subject, Instant received, Instant now, City city) {
        return Handling.promised(subject.emergency() ? by(subject, received, now, city) : null);
    }

    /** What is promised from the moment that the agency has it. */
    static Instant by(Subject subject, Instant received, Instant from, City city) {
        return city.calendar().after(from, resolution(subject, received, city));
    }

    /** What was promised, moved by what was waited for the reporter until now. */
    static @Nullable Instant resumed(Complaint complaint, Instant now, City city) {
        var promised = complaint.handling().promisedBy();
        var asked = complaint.handling().askedAt();
        if (promised == null || asked == null) {
            return promised;
        }
        var pauseEnds = pauseEnds(asked, city);
        var term = resolution(complaint.subject(), complaint.receivedAt(), city);
        return city.calendar().postponed(promised, term, asked, now.isBefore(pauseEnds) ? now : pauseEnds);
    }

    /** Until when a question that was asked at that moment stops the clock. */
    public static Instant pauseEnds(Instant asked, City city) {
        return city.calendar().after(asked, city.questionPause());
    }

    /** Whether the agency's clock stands because of a question. */
    public static boolean stands(Complaint complaint, Instant now, City city) {
        var asked = complaint.handling().askedAt();
        return asked != null && complaint.isAsked() && now.isBefore(pauseEnds(asked, city));
    }

    /** By when the work is to be done as it looks now; while the clock stands, what was promised before the question. */
    public static @Nullable Instant due(Complaint complaint, Instant now, City city) {
        return stands(complaint, now, city) ? complaint.handling().promisedBy() : resumed(complaint, now, city);
    }

    /** Within what time a completion is to be approved; empty where it counts without that. */
    static @Nullable Term approval(Complaint complaint, City city) {
        var subject = complaint.subject();
        return deadlines(subject, complaint.receivedAt(), city).approval();
    }

    private static Term resolution(Subject subject, Instant received, City city) {
        return deadlines(subject, received, city).resolution();
    }

    private static Deadlines deadlines(Subject subject, Instant received, City city) {
        var category = city.category(subject.category())
                .orElseThrow(() -> new IllegalStateException("The city lost its category " + subject.category()));
        var day = received.atZone(city.zone()).toLocalDate();
        return city.deadlines(subject.kind(), category, day);
    }
}
