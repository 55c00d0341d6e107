package id.sipakatau.emergency.roster;

import id.sipakatau.city.Agency;
import id.sipakatau.city.City;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
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
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Who is on duty: heads keep the roster of their own agency, administrators that of any. */
@Path("/jaga")
@RolesAllowed({Roles.HEAD, Roles.ADMINISTRATOR})
@RunOnVirtualThread
class RosterPage {

    private static final int LONGEST_NAME = 100;

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance roster(Shown shown);
    }

    /** What was typed. */
    record Typed(
            @RestForm @Nullable String name,
            @RestForm @Nullable String telephone,
            @RestForm @Nullable String email,
            @RestForm @Nullable String lead,
            @RestForm @Nullable String from,
            @RestForm @Nullable String to) {
        static final Typed NOTHING = new Typed("", "", "", null, "", "");
    }

    /**
     * What the page shows.
     *
     * @param agencies from which the reader may choose; none for a head
     * @param errors by field
     */
    record Shown(
            Agency agency,
            List<Agency> agencies,
            List<Duty> duties,
            Instant now,
            Typed typed,
            Map<String, String> errors) {

        public boolean goesOn(Duty duty) {
            return !duty.startsAt().isAfter(now);
        }

        public @Nullable String error(String field) {
            return errors.get(field);
        }
    }

    private final Roster roster;
    private final City city;
    private final Visitor visitor;
    private final Page page;
    private final InstantSource clock;

    RosterPage(Roster roster, City city, Visitor visitor, Page page, InstantSource clock) {
        this.roster = roster;
        this.city = city;
        this.visitor = visitor;
        this.page = page;
        this.clock = clock;
    }

    @GET
    @Produces(MediaType.TEXT_HTML)
    public TemplateInstance show(@RestQuery @Nullable String dinas) {
        return Templates.roster(shown(agency(dinas), Typed.NOTHING, Map.of()));
    }

    @POST
    @Path("{agency}")
    public Response add(@RestPath String agency, @BeanParam Typed typed) {
        var of = agency(agency);
        var errors = new LinkedHashMap<String, String>();
        var name = text(typed.name);
        var telephone = text(typed.telephone).replaceAll("[ .()-]", "");
        var email = text(typed.email);
        if (name.isEmpty() || name.length() > LONGEST_NAME) {
            errors.put("name", page.text("roster_fault_name"));
        }
        if (!telephone.matches("\\+?[0-9]{3,15}")) {
            errors.put("telephone", page.text("roster_fault_telephone"));
        }
        if (!email.isEmpty() && !email.matches("[^@\\s]{1,64}@[^@\\s]{1,180}")) {
            errors.put("email", page.text("roster_fault_email"));
        }
        var from = time("from", typed.from, errors);
        var to = time("to", typed.to, errors);
        if (from != null && to != null && !to.isAfter(from)) {
            errors.put("to", page.text("roster_fault_order"));
        }
        if (!errors.isEmpty() || from == null || to == null) {
            return Response.status(422)
                    .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                    .entity(Templates.roster(shown(of, typed, errors)))
                    .build();
        }
        roster.add(of.id(), name, telephone, email.isEmpty() ? null : email, typed.lead != null, from, to);
        return back(of);
    }

    @POST
    @Path("{agency}/{id}/hapus")
    public Response remove(@RestPath String agency, @RestPath UUID id) {
        var of = agency(agency);
        roster.remove(of.id(), id);
        return back(of);
    }

    private Response back(Agency of) {
        page.leaveNotice("roster_kept");
        return Response.seeOther(URI.create("/jaga?dinas=" + of.id())).build();
    }

    private Shown shown(Agency of, Typed typed, Map<String, String> errors) {
        var now = clock.instant();
        return new Shown(of, own() == null ? called() : List.of(), roster.comingAt(of.id(), now), now, typed, errors);
    }

    /** Heads get their own, whatever they ask for. */
    private Agency agency(@Nullable String asked) {
        var own = own();
        var id = own == null ? asked : own;
        return id == null
                ? called().getFirst()
                : city.agency(id).orElseThrow(() -> new Problem(404, "roster_no_agency"));
    }

    /** Those that are called in an emergency; where none is, an administrator may keep a roster for any. */
    private List<Agency> called() {
        var answering = city.agencies().stream()
                .filter(each -> city.emergency().answeredBy().contains(each.id()))
                .toList();
        return answering.isEmpty() ? city.agencies() : answering;
    }

    private @Nullable String own() {
        return visitor.staff().agency();
    }

    private @Nullable Instant time(String field, @Nullable String typed, Map<String, String> errors) {
        try {
            return LocalDateTime.parse(text(typed)).atZone(city.zone()).toInstant();
        } catch (DateTimeParseException unreadable) {
            errors.put(field, page.text("roster_fault_time"));
            return null;
        }
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}
