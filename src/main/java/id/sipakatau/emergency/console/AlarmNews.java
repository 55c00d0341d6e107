package id.sipakatau.emergency.console;

import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Channel;
import id.sipakatau.identity.Roles;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.Visitor;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.journal.Recorded;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.RolesAllowed;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jspecify.annotations.Nullable;

/**
 * Tells the consoles of an agency of a call as soon as it is committed, on whichever node it came in. A {@code call} rings
 * at once; what it is the console fetches meanwhile. Administrators are told that something changed, and look whether
 * it is theirs already.
 */
@Path("/operator/darurat/langsung")
@Singleton
class AlarmNews {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    /** What may move a call beside its own steps, all of which begin so. */
    private static final String OF_A_CALL = "CALL_";

    private static final Set<String> OF_ITS_COMPLAINT = Set.of(
            Act.ACCEPTED.name(),
            Act.HANDED_OVER.name(),
            Act.SETTLED.name(),
            Act.CORRECTED.name(),
            Act.DISMISSED.name(),
            Act.MERGED.name(),
            Act.APPEALED.name());

    private final JournalFeed feed;
    private final Visitor visitor;
    private final BroadcastProcessor<Heard> heard = BroadcastProcessor.create();

    AlarmNews(JournalFeed feed, Visitor visitor) {
        this.feed = feed;
        this.visitor = visitor;
    }

    /** @param kind {@code call} for a new one, {@code changed} or {@code alive}; {@code ended} is told to nobody and ends the stream */
    record News(String kind) {
        static final News CALL = new News("call");
        static final News CHANGED = new News("changed");
        static final News ALIVE = new News("alive");
        static final News ENDED = new News("ended");
    }

    /**
     * @param agencies whom it concerns; empty stands for everyone, since rows may have been missed
     * @param closed the account that was closed and hears nothing more; empty where none was
     */
    private record Heard(
            News news, List<String> agencies, @Nullable String closed) {
        boolean concerns(String account, @Nullable String agency) {
            return closed == null
                    ? agency == null || agencies.isEmpty() || agencies.contains(agency)
                    : closed.equals(account);
        }
    }

    void start(@Observes StartupEvent started) {
        feed.listen(news -> {
            switch (news) {
                case JournalFeed.Gap() -> heard.onNext(new Heard(News.CHANGED, List.of(), null));
                case JournalFeed.Added(var rows) -> rows.forEach(this::hear);
            }
        });
    }

    private void hear(Recorded row) {
        if (row.act().equals(Staff.DEACTIVATED)) {
            heard.onNext(new Heard(News.ENDED, List.of(), String.valueOf(row.fact("account"))));
        }
        var called =
                row.act().equals(Act.FILED.name()) && Channel.EMERGENCY.name().equals(row.fact("channel"));
        if (called || row.act().startsWith(OF_A_CALL) || OF_ITS_COMPLAINT.contains(row.act())) {
            var agencies = Stream.of("agency", "fromAgency")
                    .map(row::fact)
                    .filter(Objects::nonNull)
                    .toList();
            if (!agencies.isEmpty()) {
                heard.onNext(new Heard(called ? News.CALL : News.CHANGED, agencies, null));
            }
        }
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<News> listen() {
        return of(Objects.requireNonNull(visitor.staff().agency()));
    }

    /** What administrators hear: that something changed at some agency. */
    Multi<News> above() {
        return of(null).map(each -> each.equals(News.CALL) ? News.CHANGED : each);
    }

    private Multi<News> of(@Nullable String agency) {
        var me = visitor.staff().account().toString();
        var news = heard.onOverflow()
                .buffer(256)
                .filter(each -> each.concerns(me, agency))
                .map(Heard::news);
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> News.ALIVE);
        return Multi.createBy().merging().streams(news, heartbeat).select().first(each -> !each.equals(News.ENDED));
    }
}
