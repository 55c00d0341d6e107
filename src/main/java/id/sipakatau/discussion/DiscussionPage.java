package id.sipakatau.discussion;

import id.sipakatau.web.Page;
import id.sipakatau.web.Problem;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestQuery;
import org.jspecify.annotations.Nullable;

/** What people say about a public complaint, and where they say it. */
@Path("/aduan/{number}")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class DiscussionPage {

    @CheckedTemplate(basePath = "discussion")
    static class Templates {
        static native TemplateInstance comments(
                Subject subject, List<Comment> comments, String name, String words, Map<String, String> errors);

        static native TemplateInstance flag(
                Subject subject,
                @Nullable String comment,
                List<Flags.Reason> reasons,
                @Nullable String reason,
                String words,
                Map<String, String> errors);
    }

    private final Subjects subjects;
    private final Comments comments;
    private final Flags flags;
    private final DiscussionLimit limit;
    private final Page page;

    DiscussionPage(Subjects subjects, Comments comments, Flags flags, DiscussionLimit limit, Page page) {
        this.subjects = subjects;
        this.comments = comments;
        this.flags = flags;
        this.limit = limit;
        this.page = page;
    }

    @GET
    @Path("komentar")
    public TemplateInstance comments(String number) {
        return talk(subjects.find(number), "", "", Map.of());
    }

    /** Takes a comment; it is shown once an administrator has read it. */
    @POST
    @Path("komentar")
    public Response write(
            String number,
            @RestForm @DefaultValue("") String name,
            @RestForm @DefaultValue("") String words,
            HttpServerRequest request) {
        var subject = subjects.find(number);
        var called = name.strip();
        var said = text(words);
        var errors = new LinkedHashMap<String, String>();
        if (length(called) > Comment.LONGEST_NAME) {
            errors.put("name", page.text("discussion_name_too_long", Comment.LONGEST_NAME));
        }
        if (said.isEmpty()) {
            errors.put("words", page.text("discussion_words_missing"));
        } else if (length(said) > Comment.LONGEST_WORDS) {
            errors.put("words", page.text("discussion_words_too_long", length(said), Comment.LONGEST_WORDS));
        }
        if (errors.isEmpty()) {
            tooMany(request).ifPresent(wait -> errors.put("words", page.text("discussion_too_many", wait)));
        }
        if (!errors.isEmpty()) {
            return Response.status(422)
                    .entity(talk(subject, name, words, errors))
                    .build();
        }
        comments.write(subject.id(), called.isEmpty() ? null : called, said);
        return back(subject, "discussion_written");
    }

    /** The form by which anybody points at a complaint, or at a comment below it. */
    @GET
    @Path("tandai")
    public TemplateInstance flag(String number, @RestQuery @Nullable UUID komentar) {
        return pointing(subjects.find(number), text(komentar), null, "", Map.of());
    }

    @POST
    @Path("tandai")
    public Response raise(
            String number,
            @RestForm @Nullable UUID comment,
            @RestForm @DefaultValue("") String reason,
            @RestForm @DefaultValue("") String words,
            HttpServerRequest request) {
        var subject = subjects.find(number);
        var said = text(words);
        var chosen = Arrays.stream(Flags.Reason.values())
                .filter(each -> each.name().equals(reason))
                .findFirst();
        var errors = new LinkedHashMap<String, String>();
        if (chosen.isEmpty()) {
            errors.put("reason", page.text("discussion_reason_missing"));
        } else if (chosen.get() == Flags.Reason.OTHER && said.isEmpty()) {
            errors.put("words", page.text("discussion_words_for_other"));
        }
        if (length(said) > Comment.LONGEST_WORDS) {
            errors.put("words", page.text("discussion_words_too_long", length(said), Comment.LONGEST_WORDS));
        }
        if (errors.isEmpty()) {
            tooMany(request).ifPresent(wait -> errors.put("words", page.text("discussion_too_many", wait)));
        }
        if (!errors.isEmpty()) {
            var again = pointing(subject, text(comment), chosen.map(Enum::name).orElse(null), words, errors);
            return Response.status(422).entity(again).build();
        }
        if (!flags.raise(subject.id(), comment, chosen.orElseThrow(), said.isEmpty() ? null : said)) {
            throw new Problem(404, "discussion_no_such_comment");
        }
        return back(subject, "discussion_flagged");
    }

    private TemplateInstance talk(Subject subject, String name, String words, Map<String, String> errors) {
        return Templates.comments(subject, comments.of(subject.id(), Comments.MOST), name, words, errors);
    }

    private static TemplateInstance pointing(
            Subject subject,
            @Nullable String comment,
            @Nullable String reason,
            String words,
            Map<String, String> errors) {
        return Templates.flag(subject, comment, List.of(Flags.Reason.values()), reason, words, errors);
    }

    /** Minutes to wait, where an address has written too much. */
    private Optional<Long> tooMany(HttpServerRequest request) {
        return limit.take(request.remoteAddress().hostAddress())
                .map(wait -> wait.plus(Duration.ofSeconds(59)).toMinutes());
    }

    private Response back(Subject subject, String notice) {
        page.leaveNotice(notice);
        return Response.seeOther(UriBuilder.fromPath("/aduan/{number}/komentar").build(subject.number()))
                .build();
    }

    private static @Nullable String text(@Nullable UUID id) {
        return id == null ? null : id.toString();
    }

    /** Browsers send a line break as two characters and count it as one. */
    private static String text(String typed) {
        return typed.replace("\r\n", "\n").strip();
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }
}
