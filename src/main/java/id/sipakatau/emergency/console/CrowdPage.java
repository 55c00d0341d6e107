package id.sipakatau.emergency.console;

import id.sipakatau.emergency.AgencyCalls;
import id.sipakatau.emergency.EmergencyCall;
import id.sipakatau.emergency.IllegalStep;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Page;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jspecify.annotations.Nullable;

/**
 * All calls of a crowd, of which each can be taken by itself, and all together can be said to be false. Where there are none
 * any more, or they are another agency's, it leads to the agency's calls.
 */
@Path("/operator/darurat/jaringan/{crowd}")
@RolesAllowed(Roles.OPERATOR)
@RunOnVirtualThread
class CrowdPage {

    /** A call as it stood on the page: its number, and how often its caller had been heard. */
    private static final Pattern SHOWN = Pattern.compile("([A-Z0-9-]{1,40}):([0-9]{1,6})");

    @CheckedTemplate(basePath = "emergency")
    static class Templates {
        static native TemplateInstance crowd(Shown shown);
    }

    /**
     * A call with how often its caller has been heard after the first time.
     *
     * @param heard tells whether anything came since it was shown
     */
    record Row(EmergencyCall call, int heard) {}

    /**
     * What the page shows.
     *
     * @param may whether the reader takes the calls
     * @param reason what was typed and could not be taken
     * @param error why; empty if nothing was wrong
     */
    record Shown(
            UUID crowd,
            String agency,
            List<Row> rows,
            boolean may,
            String reason,
            @Nullable String error) {

        /** What the page shows, for saying later that just these are meant. */
        public String marks() {
            return rows.stream()
                    .map(row -> row.call.trackingNumber() + ":" + row.heard)
                    .collect(Collectors.joining(" "));
        }

        static Shown of(UUID crowd, List<EmergencyCall> calls, Map<UUID, Integer> heard, boolean may) {
            var rows = calls.stream()
                    .map(call -> new Row(call, Objects.requireNonNull(heard.get(call.complaintId()))))
                    .toList();
            return new Shown(crowd, calls.getFirst().agency(), rows, may, "", null);
        }
    }

    private final AgencyCalls calls;
    private final Visitor visitor;
    private final Page page;

    CrowdPage(AgencyCalls calls, Visitor visitor, Page page) {
        this.calls = calls;
        this.visitor = visitor;
        this.page = page;
    }

    @GET
    public Response show(@RestPath UUID crowd) {
        return answer(200, crowd, "", null);
    }

    /**
     * Those that the page showed are false alarms.
     *
     * @param shown see {@link Shown#marks()}
     */
    @POST
    @Path("palsu")
    public Response falseAlarms(
            @RestPath UUID crowd,
            @RestForm @DefaultValue("") String shown,
            @RestForm @DefaultValue("") String reason,
            @RestForm @Nullable String sure) {
        if (sure == null) {
            return answer(422, crowd, reason, page.text("emergency_crowd_unsure"));
        }
        var marks = new HashMap<String, Integer>();
        SHOWN.matcher(shown).results().forEach(mark -> marks.put(mark.group(1), Integer.valueOf(mark.group(2))));
        try {
            var marked = calls.falseAlarms(crowd, visitor.actor(), marks, reason);
            page.leaveNotice(marked == marks.size() ? "emergency_crowd_marked" : "emergency_crowd_some_marked");
        } catch (IllegalStep refused) {
            return answer(422, crowd, reason, page.text("emergency_refused_" + refused.why()));
        }
        return toTheCalls();
    }

    private Response answer(int status, UUID crowd, String reason, @Nullable String error) {
        var unseen = calls.crowd(crowd, Objects.requireNonNull(visitor.staff().agency()));
        if (unseen.isEmpty()) {
            return toTheCalls();
        }
        var shown = Shown.of(crowd, unseen, calls.heard(unseen), true);
        return Response.status(status)
                .type(MediaType.TEXT_HTML_TYPE.withCharset("UTF-8"))
                .entity(Templates.crowd(new Shown(crowd, shown.agency, shown.rows, true, reason, error)))
                .build();
    }

    private static Response toTheCalls() {
        return Response.seeOther(URI.create(ConsolePage.HERE)).build();
    }
}
