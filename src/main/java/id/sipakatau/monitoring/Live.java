package id.sipakatau.monitoring;

import id.sipakatau.complaint.Act;
import id.sipakatau.journal.JournalFeed;
import id.sipakatau.journal.Recorded;
import io.quarkus.runtime.StartupEvent;
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
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestStreamElementType;

/**
 * News of public complaints as they happen, for open pages.
 *
 * <p>Only what can be read in {@code public_complaint} is told, and that a public complaint was withdrawn. Each piece of
 * news says what to look at, not what is there: pages fetch that themselves, so that nothing is shown past the wall.
 */
@Path("/live")
@Singleton
@PermitAll
class Live {

    /** Keeps proxies from closing a quiet connection, and finds those that are gone. */
    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final JournalFeed feed;
    private final PublicComplaints complaints;
    private final BroadcastProcessor<News> news = BroadcastProcessor.create();

    Live(JournalFeed feed, PublicComplaints complaints) {
        this.feed = feed;
        this.complaints = complaints;
    }

    /**
     * What open pages are told.
     *
     * @param kind {@code new}, {@code changed}, {@code look} (something may have been missed) or {@code alive}
     * @param number tracking number; empty where the news is of no single complaint
     * @param agency whose complaint it is; empty likewise
     */
    record News(String kind, String number, String agency) {
        static final News LOOK = new News("look", "", "");
        static final News ALIVE = new News("alive", "", "");
    }

    void start(@Observes StartupEvent started) {
        feed.listen(this::hear);
    }

    @GET
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<News> listen() {
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> News.ALIVE);
        return Multi.createBy().merging().streams(news.onOverflow().buffer(256), heartbeat);
    }

    private void hear(JournalFeed.News heard) {
        switch (heard) {
            case JournalFeed.Gap() -> news.onNext(News.LOOK);
            case JournalFeed.Added(var rows) -> tell(rows);
        }
    }

    private void tell(List<Recorded> rows) {
        if (rows.stream().anyMatch(row -> row.facts().containsKey("withdrawn"))) {
            news.onNext(News.LOOK);
        }
        // Rows that say so themselves: one from before the acceptance, read late, or a look at the reporter is no news.
        var shown = rows.stream()
                .filter(row -> Boolean.TRUE.equals(row.facts().get("public")) && !Act.staysInside(row.act()))
                .toList();
        var accepted = idsOf(shown.stream()
                .filter(row -> row.act().equals(Act.ACCEPTED.name()))
                .toList());
        for (var complaint : complaints.among(idsOf(shown))) {
            var kind = accepted.contains(complaint.id()) ? "new" : "changed";
            news.onNext(new News(kind, complaint.number().text(), complaint.agency()));
        }
    }

    private static List<UUID> idsOf(List<Recorded> rows) {
        return rows.stream()
                .map(Recorded::complaintId)
                .filter(Objects::nonNull)
                .distinct()
                .collect(Collectors.toList());
    }
}
