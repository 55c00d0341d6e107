package id.sipakatau.handling;

import id.sipakatau.identity.Roles;
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
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestStreamElementType;

/** Tells an open board that something changed at its agency; what it was the board fetches itself. */
@Path("/operator/live")
@Singleton
class BoardNews {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final JournalFeed feed;
    private final Visitor visitor;
    private final BroadcastProcessor<Set<String>> changedAgencies = BroadcastProcessor.create();

    BoardNews(JournalFeed feed, Visitor visitor) {
        this.feed = feed;
        this.visitor = visitor;
    }

    /** @param kind {@code changed} or {@code alive} */
    record News(String kind) {
        static final News CHANGED = new News("changed");
        static final News ALIVE = new News("alive");
    }

    /** Stands for every agency: rows may have been missed. */
    private static final Set<String> ANY = Set.of();

    void start(@Observes StartupEvent started) {
        feed.listen(news -> changedAgencies.onNext(
                switch (news) {
                    case JournalFeed.Gap() -> ANY;
                    case JournalFeed.Added(var rows) ->
                        rows.stream().flatMap(BoardNews::agencies).collect(Collectors.toSet());
                }));
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<News> listen() {
        var own = Objects.requireNonNull(visitor.staff().agency());
        var news = changedAgencies
                .onOverflow()
                .buffer(256)
                .filter(agencies -> agencies.equals(ANY) || agencies.contains(own))
                .map(agencies -> News.CHANGED);
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> News.ALIVE);
        return Multi.createBy().merging().streams(news, heartbeat);
    }

    /** The agency whose complaint it is, and the one that gave it away. */
    private static Stream<String> agencies(Recorded row) {
        return Stream.of("agency", "fromAgency").map(row::fact).filter(Objects::nonNull);
    }
}
