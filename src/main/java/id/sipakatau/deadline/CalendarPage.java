package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.city.Holiday;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** The year's holidays, and how administrators change them. */
@Path("/admin/kalender")
@RolesAllowed(Roles.ADMINISTRATOR)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class CalendarPage {

    private static final int LONGEST_NAME = 100;
    private static final int LONGEST_REASON = 500;
    /** What is done with a day. */
    private static final String ADD = "tambah";

    private static final String MOVE = "pindah";
    private static final String REMOVE = "hapus";

    @CheckedTemplate(basePath = "deadline")
    static class Templates {
        static native TemplateInstance calendar(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param today in the city
     * @param progress how far the deadlines have followed the last change; empty if there was none
     */
    record Shown(
            int year,
            LocalDate today,
            List<Holiday> holidays,
            CalendarChanges.@Nullable Progress progress,
            Typed typed) {

        /** The next of the year's holidays, today's included; null if none is to come. */
        public @Nullable Holiday next() {
            return holidays.stream()
                    .filter(day -> !day.date().isBefore(today))
                    .findFirst()
                    .orElse(null);
        }

        public List<Holiday.Kind> kinds() {
            return List.of(Holiday.Kind.values());
        }

        /** What is wrong with a field of the form of that day. */
        public @Nullable String errorFor(String form, String field) {
            return isTyped(form) ? typed.errors.get(field) : null;
        }

        /** What is wrong, by the id of the field. */
        public Map<String, String> errors() {
            var errors = new LinkedHashMap<String, String>();
            typed.errors.forEach((field, why) -> errors.put(isTyped(ADD) ? field : field + "-" + typed.form, why));
            return errors;
        }

        /** What was typed for that form, so that it stands there again. */
        public boolean isTyped(String form) {
            return typed.form.equals(form);
        }
    }

    /**
     * What was typed and could not be taken.
     *
     * @param form {@code tambah}, {@code pindah-} or {@code hapus-} with the day
     * @param errors what is wrong, by the name of the field
     */
    record Typed(String form, String day, String name, String kind, String reason, Map<String, String> errors) {
        static final Typed NOTHING = new Typed("", "", "", "", "", Map.of());
    }

    private final CalendarChanges changes;
    private final City city;
    private final Visitor visitor;
    private final Page page;
    private final InstantSource clock;

    CalendarPage(CalendarChanges changes, City city, Visitor visitor, Page page, InstantSource clock) {
        this.changes = changes;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show(@RestQuery @Nullable Integer tahun) {
        return shown(tahun == null ? today().getYear() : Math.clamp(tahun, 2000, 2100), Typed.NOTHING);
    }

    @POST
    @Path(ADD)
    public Response add(
            @RestForm @DefaultValue("") String day,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String kind,
            @RestForm @DefaultValue("") String reason) {
        var errors = new LinkedHashMap<String, String>();
        var date = day(day, errors);
        var called = words("name", name, LONGEST_NAME, errors);
        var chosen = Arrays.stream(Holiday.Kind.values())
                .filter(each -> each.name().equals(kind))
                .findFirst()
                .orElse(null);
        if (chosen == null) {
            errors.put("kind", page.text("calendar_kind_missing"));
        }
        var why = words("reason", reason, LONGEST_REASON, errors);
        var typed = new Typed(ADD, day, name, kind, reason, errors);
        return date == null || chosen == null || !errors.isEmpty()
                ? again(typed, today().getYear())
                : changed(List.of(new CalendarChanges.Day(date, chosen, called)), why, date);
    }

    /** Moves a holiday to another day. */
    @POST
    @Path("{from}/" + MOVE)
    public Response move(
            String from, @RestForm @DefaultValue("") String day, @RestForm @DefaultValue("") String reason) {
        var holiday = holiday(from);
        var errors = new LinkedHashMap<String, String>();
        var date = day(day, errors);
        var why = words("reason", reason, LONGEST_REASON, errors);
        if (date == null || !errors.isEmpty()) {
            return again(
                    new Typed(MOVE + "-" + holiday.date(), day, "", "", reason, errors),
                    holiday.date().getYear());
        }
        var there = new CalendarChanges.Day(date, holiday.kind(), holiday.name().in(page.locale()));
        return changed(List.of(CalendarChanges.Day.free(holiday.date()), there), why, date);
    }

    /** Makes a holiday a day like any other. */
    @POST
    @Path("{from}/" + REMOVE)
    public Response remove(String from, @RestForm @DefaultValue("") String reason) {
        var holiday = holiday(from);
        var errors = new LinkedHashMap<String, String>();
        var why = words("reason", reason, LONGEST_REASON, errors);
        return errors.isEmpty()
                ? changed(List.of(CalendarChanges.Day.free(holiday.date())), why, holiday.date())
                : again(
                        new Typed(REMOVE + "-" + holiday.date(), "", "", "", reason, errors),
                        holiday.date().getYear());
    }

    private Response changed(List<CalendarChanges.Day> days, String reason, LocalDate shown) {
        changes.change(days, reason, visitor.actor());
        page.leaveNotice("calendar_changed");
        return Response.seeOther(URI.create("/admin/kalender?tahun=" + shown.getYear()))
                .build();
    }

    private Response again(Typed typed, int year) {
        return Response.status(422)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown(year, typed))
                .build();
    }

    private TemplateInstance shown(int year, Typed typed) {
        return Templates.calendar(new Shown(
                year, today(), city.calendar().holidaysIn(year), changes.last().orElse(null), typed));
    }

    private Holiday holiday(String day) {
        var date = parse(day);
        return (date == null ? Optional.<Holiday>empty() : city.calendar().holidayOn(date))
                .orElseThrow(() -> new Problem(404, "calendar_no_such_day").back("/admin/kalender"));
    }

    private @Nullable LocalDate day(String typed, Map<String, String> errors) {
        var date = parse(typed);
        if (date == null || date.getYear() < 2000 || date.getYear() > 2100) {
            errors.put("day", page.text("calendar_day_missing"));
        } else if (city.calendar().holidayOn(date).isPresent()) {
            errors.put("day", page.text("calendar_day_taken"));
        }
        return date;
    }

    private String words(String field, String typed, int most, Map<String, String> errors) {
        var words = typed.strip();
        if (words.isEmpty() || words.codePointCount(0, words.length()) > most) {
            errors.put(field, page.text("calendar_" + field + "_wrong", most));
        }
        return words;
    }

    private static @Nullable LocalDate parse(String typed) {
        try {
            return LocalDate.parse(typed.strip());
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private LocalDate today() {
        return clock.instant().atZone(city.zone()).toLocalDate();
    }
}
