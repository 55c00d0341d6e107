package id.sipakatau.deadline;

import id.sipakatau.identity.Roles;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.identity.Visitor;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;

/** What needs the attention of whoever is signed in, because a clock runs out. */
@Path("/perhatian")
@RolesAllowed({Roles.ADMINISTRATOR, Roles.OPERATOR, Roles.MAYOR})
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class AttentionPage {

    @CheckedTemplate(basePath = "deadline")
    static class Templates {
        static native TemplateInstance attention(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param home where the person's work begins
     * @param path what stands before the number of a complaint in the address of its page
     */
    record Shown(List<Attention.Item> items, String home, String path) {

        /** The cases in the order of their most urgent clock. */
        public List<Told> cases() {
            return items.stream()
                    .collect(Collectors.groupingBy(Attention.Item::number, LinkedHashMap::new, Collectors.toList()))
                    .values()
                    .stream()
                    .map(clocks -> new Told(clocks.getFirst(), clocks))
                    .toList();
        }

        public boolean isCut() {
            return items.size() == Attention.MOST;
        }
    }

    /**
     * A case that somebody is told of.
     *
     * @param first its most urgent clock
     * @param clocks all of them, that one included
     */
    record Told(Attention.Item first, List<Attention.Item> clocks) {}

    private final Attention attention;
    private final Visitor visitor;

    AttentionPage(Attention attention, Visitor visitor) {
        this.attention = attention;
        this.visitor = visitor;
    }

    @GET
    public TemplateInstance show() {
        var person = visitor.staff();
        var home = person.role().home();
        var path = person.role() == StaffRole.MAYOR ? "/aduan/" : home + "/aduan/";
        return Templates.attention(new Shown(attention.of(person), home, path));
    }
}
