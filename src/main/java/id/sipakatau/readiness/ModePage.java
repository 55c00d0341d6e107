package id.sipakatau.readiness;

import id.sipakatau.city.City;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.identity.Visitor;
import id.sipakatau.readiness.CityModes.Declaration;
import id.sipakatau.web.Page;
import id.sipakatau.web.Situation.Declared;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.quarkus.security.ForbiddenException;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Duration;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestQuery;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Where the city's emergency mode is declared, extended and ended: by administrators, and by operators of the agencies that the
 * city names for it. Nothing is declared that was not shown before as the public will read it.
 */
@Path("/admin/siaga")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.OPERATOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ModePage {

    private static final URI HERE = URI.create("/admin/siaga");
    private static final Duration USUAL = Duration.ofHours(6);
    private static final int LINES = 30;
    /** Hours by which a mode can be extended. */
    private static final List<Integer> MORE = List.of(1, 3, 6, 12, 24);

    @CheckedTemplate(basePath = "readiness")
    static class Templates {
        static native TemplateInstance mode(ModeView view);

        static native TemplateInstance review(ModeView view, Declared declared);
    }

    private final CityModes modes;
    private final Staff staff;
    private final Jdbi jdbi;
    private final City city;
    private final Visitor visitor;
    private final Page page;
    private final InstantSource clock;

    ModePage(CityModes modes, Staff staff, Jdbi jdbi, City city, Visitor visitor, Page page, InstantSource clock) {
        this.modes = modes;
        this.staff = staff;
        this.jdbi = jdbi;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
        this.clock = clock;
    }

    @GET
    public TemplateInstance show() {
        refuseWhoMayNot();
        return Templates.mode(view(ModeForm.EMPTY, Map.of()));
    }

    /**
     * One address for all steps, so that the language can be changed on each of them.
     *
     * @param langkah {@code umumkan} declares what was shown before, {@code ubah} goes back to the form, {@code perpanjang}
     *     extends what holds, {@code akhiri} ends it; without it the page shows what would be declared
     */
    @POST
    public Response step(@BeanParam ModeForm form, @RestQuery @Nullable String langkah) {
        refuseWhoMayNot();
        return switch (langkah == null ? "" : langkah) {
            case "umumkan" -> declare(form);
            case "ubah" -> answer(200, Templates.mode(view(form, Map.of())));
            case "perpanjang" -> extend(form);
            case "akhiri" -> end(form);
            default -> review(form);
        };
    }

    private Response review(ModeForm form) {
        var errors = new LinkedHashMap<String, String>();
        var declared = read(form, errors);
        if (declared == null) {
            return answer(422, Templates.mode(view(form, errors)));
        }
        var view = view(form, Map.of());
        return view.seen() == form.lastSeen() ? answer(200, Templates.review(view, declared)) : overtaken(form);
    }

    private Response declare(ModeForm form) {
        var errors = new LinkedHashMap<String, String>();
        var declared = read(form, errors);
        if (declared == null) {
            return answer(422, Templates.mode(view(form, errors)));
        }
        return modes.declare(declared, form.why(), form.lastSeen(), visitor.actor())
                ? done("siaga_declared")
                : overtaken(form);
    }

    private @Nullable Declared read(ModeForm form, Map<String, String> errors) {
        return form.read(clock.instant(), city.zone(), (field, key, most) -> errors.put(field, page.text(key, most)));
    }

    private Response extend(ModeForm form) {
        var view = view(form, Map.of());
        var current = view.current();
        var hours = form.moreHours();
        if (current == null) {
            return overtaken(form);
        }
        var errors = new LinkedHashMap<String, String>();
        if (form.lacksReason()) {
            errors.put("extend-reason", page.text("siaga_fault_reason", CityModes.LONGEST_REASON));
        }
        var until = current.endsAt().plus(hours, ChronoUnit.HOURS);
        if (!MORE.contains(hours) || until.isAfter(clock.instant().plus(CityModes.LONGEST))) {
            errors.put("extend-hours", page.text("siaga_fault_long", CityModes.LONGEST.toDays()));
        }
        if (!errors.isEmpty()) {
            return answer(422, Templates.mode(view(form, errors)));
        }
        var longer = new Declared(current.level(), current.message(), current.english(), until);
        return modes.declare(longer, form.why(), form.lastSeen(), visitor.actor())
                ? done("siaga_extended")
                : overtaken(form);
    }

    private Response end(ModeForm form) {
        if (view(form, Map.of()).current() == null) {
            return overtaken(form);
        } else if (form.lacksReason()) {
            var errors = Map.of("end-reason", page.text("siaga_fault_reason", CityModes.LONGEST_REASON));
            return answer(422, Templates.mode(view(form, errors)));
        }
        return modes.declare(null, form.why(), form.lastSeen(), visitor.actor())
                ? done("siaga_stopped")
                : overtaken(form);
    }

    private void refuseWhoMayNot() {
        var person = visitor.staff();
        if (person.role() == StaffRole.OPERATOR
                && !city.emergency().declaredBy().contains(person.agency())) {
            throw new ForbiddenException("Not an agency that declares the emergency mode");
        }
    }

    /** Somebody else declared something, or what held has ended: what was typed stands there beside what holds now. */
    private Response overtaken(ModeForm form) {
        return answer(409, Templates.mode(view(form, Map.of("seen", page.text("siaga_overtaken")))));
    }

    private Response done(String notice) {
        page.leaveNotice(notice);
        return Response.seeOther(HERE).build();
    }

    private static Response answer(int status, TemplateInstance shown) {
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(shown)
                .build();
    }

    private ModeView view(ModeForm typed, Map<String, String> errors) {
        var now = clock.instant();
        return jdbi.withHandle(handle -> {
            var newest = modes.newest(handle, LINES);
            var accounts = newest.stream().map(Declaration::declaredBy).collect(Collectors.toSet());
            var view = new ModeView(now, newest, staff.names(handle, accounts), typed, typed, errors, MORE);
            return typed.isDeclaration()
                    ? view
                    : view.showing(ModeForm.from(view.current(), now.plus(USUAL), city.zone()));
        });
    }
}
