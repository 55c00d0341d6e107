package id.sipakatau.complaint;

import id.sipakatau.city.City;
import id.sipakatau.city.Term;
import id.sipakatau.complaint.Complaint.Subject;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** By when the city promises that the agency is done: its own deadlines for the kind and the category, counted by its calendar. */
final class Promises {

    private Promises() {}

    /** How the agency's work begins: emergencies are promised from their arrival, all others once accepted. */
    static Handling onArrival(Subject subject, Instant now, City city) {
        return Handling.promised(subject.emergency() ? by(subject, now, city) : null);
    }

    /** What is promised from the moment that the agency has it. */
    static Instant by(Subject subject, Instant from, City city) {
        return city.calendar().after(from, resolution(subject, from, city));
    }

    /** What was promised, moved by what was waited for the reporter until now. */
    static @Nullable Instant resumed(Complaint complaint, Instant now, City city) {
        var promised = complaint.handling().promisedBy();
        var asked = complaint.handling().askedAt();
        return promised == null || asked == null
                ? promised
                : city.calendar().postponed(promised, resolution(complaint.subject(), now, city), asked, now);
    }

    private static Term resolution(Subject subject, Instant from, City city) {
        var category = city.category(subject.category())
                .orElseThrow(() -> new IllegalStateException("The city lost its category " + subject.category()));
        var day = from.atZone(city.zone()).toLocalDate();
        return city.deadlines(subject.kind(), category, day).resolution();
    }
}
