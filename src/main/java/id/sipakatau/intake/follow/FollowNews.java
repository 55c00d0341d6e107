package id.sipakatau.intake.follow;

import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.journal.Recorded;
import id.sipakatau.web.Problem;
import io.quarkus.runtime.StartupEvent;
import io.smallrye.common.annotation.Blocking;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.operators.multi.processors.BroadcastProcessor;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.time.Duration;
import java.util.UUID;
import org.jboss.resteasy.reactive.RestPath;

/** Tells a reporter's open page that something happened to the complaint; the page fetches what by itself. */
@Path("/ikuti/{secret}/langsung")
@Singleton
@PermitAll
class FollowNews {

    /** Keeps proxies from closing a quiet connection, and finds those that are gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private static final String LOOK = "look";
    private static final String ALIVE = "alive";

    private final Complaints complaints;
    private final JournalFeed feed;
    private final BroadcastProcessor<JournalFeed.News> news = BroadcastProcessor.create();

    FollowNews(Complaints complaints, JournalFeed feed) {
        this.complaints = complaints;
        this.feed = feed;
    }

    void start(@Observes StartupEvent started) {
        feed.listen(news::onNext);
    }

    @GET
    @Blocking
    @Produces(MediaType.SERVER_SENT_EVENTS)
    public Multi<String> listen(@RestPath String secret) {
        var complaint = FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"))
                .id();
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> ALIVE);
        var changes = news.onOverflow()
                .buffer(256)
                .filter(heard -> concerns(heard, complaint))
                .map(heard -> LOOK);
        return Multi.createBy().merging().streams(changes, heartbeat);
    }

    private static boolean concerns(JournalFeed.News heard, UUID complaint) {
        return switch (heard) {
            case JournalFeed.Gap() -> true;
            case JournalFeed.Added(var rows) ->
                rows.stream().anyMatch(row -> complaint.equals(row.complaintId()) && isForTheReporter(row));
        };
    }

    /**
     * Every change of a complaint says how it was validated, and the steps of a call for help begin alike; what staff do
     * among themselves does neither.
     */
    private static boolean isForTheReporter(Recorded row) {
        return (row.fact("validation") != null && !Act.staysInside(row.act()))
                || row.act().startsWith("CALL_");
    }
}
