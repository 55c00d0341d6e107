package id.sipakatau.handling.replies;

import id.sipakatau.handling.agency.OwnCases;
import id.sipakatau.identity.Roles;
import id.sipakatau.web.Page;
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
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** Where an agency's head keeps its reply templates. */
@Path("/operator/kepala/balasan")
@RolesAllowed(Roles.HEAD)
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class ReplyPages {

    private static final URI LIST = URI.create("/operator/kepala/balasan");

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance replies(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param name in the form, as it was typed or is to be changed
     * @param errors what is wrong, by the name of the field
     */
    record Shown(String agency, List<Replies.Reply> replies, String name, String words, Map<String, String> errors) {
        public String placeholders() {
            return Arrays.stream(Placeholder.values()).map(Placeholder::written).collect(Collectors.joining(", "));
        }
    }

    private final Replies replies;
    private final OwnCases own;
    private final Page page;

    ReplyPages(Replies replies, OwnCases own, Page page) {
        this.replies = replies;
        this.own = own;
        this.page = page;
    }

    /** @param ubah a template that is to be changed */
    @GET
    public TemplateInstance list(@RestQuery @Nullable UUID ubah) {
        var all = replies.of(own.agency());
        var changed = all.stream().filter(each -> each.id().equals(ubah)).findFirst();
        return Templates.replies(new Shown(
                own.agency(),
                all,
                changed.map(Replies.Reply::name).orElse(""),
                changed.map(Replies.Reply::words).orElse(""),
                Map.of()));
    }

    @POST
    public Response keep(@RestForm @DefaultValue("") String nama, @RestForm @DefaultValue("") String isi) {
        var name = nama.strip();
        var words = isi.replace("\r\n", "\n").strip();
        var errors = new LinkedHashMap<String, String>();
        if (isNo(name, Replies.LONGEST_NAME)) {
            errors.put("nama", page.text("handling_reply_name_wrong", Replies.LONGEST_NAME));
        }
        var unknown = Placeholder.unknown(words);
        if (isNo(words, Replies.LONGEST_WORDS)) {
            errors.put("isi", page.text("handling_reply_words_wrong", Replies.LONGEST_WORDS));
        } else if (!unknown.isEmpty()) {
            errors.put("isi", page.text("handling_reply_unknown", String.join(", ", unknown)));
        }
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(Templates.replies(new Shown(own.agency(), replies.of(own.agency()), nama, isi, errors)))
                    .build();
        }
        replies.keep(own.agency(), name, words);
        page.leaveNotice("handling_reply_kept");
        return Response.seeOther(LIST).build();
    }

    @POST
    @Path("{id}/hapus")
    public Response delete(@RestPath UUID id) {
        replies.delete(own.agency(), id);
        page.leaveNotice("handling_reply_deleted");
        return Response.seeOther(LIST).build();
    }

    private static boolean isNo(String text, int longest) {
        return text.isEmpty() || text.codePointCount(0, text.length()) > longest;
    }
}
