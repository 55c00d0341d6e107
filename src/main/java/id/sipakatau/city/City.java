package id.sipakatau.city;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;

/**
 * One city with everything the program knows about it. Immutable; read and checked once at start.
 *
 * @param slug lower-case name of the city's folder, for example {@code makassar}
 * @param code official code of the Ministry of Home Affairs, for example {@code 73.71}
 * @param name name shown to people, for example <i>Kota Makassar</i>
 * @param trackingPrefix three capital letters that a tracking number begins with
 * @param zone time zone that people of the city live in
 * @param map where a map of the city starts
 * @param letterhead who sends the letters and reports
 * @param contestPeriod how long after the end of the work its reporter may say that it is not done
 * @param questionPause how long an open question to the reporter stops the agency's clock at most
 * @param escalation who is told when a clock runs out, in the order of time
 * @param digestAt when each morning the staff get a letter about it
 * @param aspirationDeadlines of wishes, whatever they are about; at least one, the earliest first
 * @param informationDeadlines of questions, likewise
 * @param similar which complaints the form shows before another one is sent
 * @param app the app for phones
 * @param emergencyNumbers in the order in which they are shown
 * @param emergency what is expected of whoever answers calls for help
 * @param agencies in the order in which they are shown
 * @param categories in the order in which they are shown, those of one agency together
 * @param attributions whom to name beside a map or a list made of these data
 */
public record City(
        String slug,
        String code,
        Localized name,
        String trackingPrefix,
        ZoneId zone,
        MapView map,
        Letterhead letterhead,
        Term contestPeriod,
        Term questionPause,
        List<Escalation> escalation,
        LocalTime digestAt,
        List<Deadlines> aspirationDeadlines,
        List<Deadlines> informationDeadlines,
        Similar similar,
        PhoneApp app,
        List<EmergencyNumber> emergencyNumbers,
        EmergencyRules emergency,
        List<Agency> agencies,
        List<Category> categories,
        Areas areas,
        WorkingCalendar calendar,
        List<Place> places,
        List<Attribution> attributions) {

    /**
     * Where a map of the city starts.
     *
     * @param zoom zoom level of web maps, 0 (the world) to 20
     */
    public record MapView(Position centre, int zoom) {}

    /**
     * Who sends the letters and reports.
     *
     * @param government the government, for example <i>Pemerintah Kota Makassar</i>
     * @param office the office within it that answers for the program
     */
    public record Letterhead(Localized government, Localized office) {}

    /**
     * Which complaints of the same category count as similar to one that is being written.
     *
     * @param radiusMetres no farther away than this
     * @param days made public no longer ago than this
     */
    public record Similar(int radiusMetres, int days) {}

    public City {
        escalation = List.copyOf(escalation);
        aspirationDeadlines = List.copyOf(aspirationDeadlines);
        informationDeadlines = List.copyOf(informationDeadlines);
        emergencyNumbers = List.copyOf(emergencyNumbers);
        agencies = List.copyOf(agencies);
        categories = List.copyOf(categories);
        places = List.copyOf(places);
        attributions = List.copyOf(attributions);
    }

    /** How quickly what is sent on that day is to be dealt with: a complaint as its category says, others as their kind. */
    public Deadlines deadlines(Kind kind, Category category, LocalDate day) {
        return switch (kind) {
            case COMPLAINT -> category.deadlinesOn(day);
            case ASPIRATION -> Deadlines.on(day, aspirationDeadlines);
            case INFORMATION -> Deadlines.on(day, informationDeadlines);
        };
    }

    public Optional<Agency> agency(String id) {
        return agencies.stream().filter(agency -> agency.id().equals(id)).findFirst();
    }

    public Optional<Category> category(String id) {
        return categories.stream().filter(category -> category.id().equals(id)).findFirst();
    }

    /** The categories of one agency in the order in which they are shown; none if there is no such agency. */
    public List<Category> categories(String agencyId) {
        return categories.stream()
                .filter(category -> category.agencyId().equals(agencyId))
                .toList();
    }
}
