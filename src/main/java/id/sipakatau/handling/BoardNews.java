package id.sipakatau.handling;

import id.sipakatau.complaint.Act;
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
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jboss.resteasy.reactive.RestStreamElementType;
import org.jdbi.v3.core.Jdbi;

/**
 * Tells an open console which cases of its agency changed; what they are like the console fetches itself.
 *
 * <p>Numbers are told of what is on the agency's board, or was until now, and of nothing else.
 */
@Path("/operator/live")
@Singleton
class BoardNews {

    private static final Duration HEARTBEAT = Duration.ofSeconds(20);

    private final JournalFeed feed;
    private final Jdbi jdbi;
    private final Visitor visitor;
    private final BroadcastProcessor<Changes> changes = BroadcastProcessor.create();

    BoardNews(JournalFeed feed, Jdbi jdbi, Visitor visitor) {
        this.feed = feed;
        this.jdbi = jdbi;
        this.visitor = visitor;
    }

    /**
     * What consoles are told.
     *
     * @param kind {@code changed} or {@code alive}
     * @param numbers what changed; empty where the console has to look through its whole list
     */
    record News(String kind, List<String> numbers) {
        static final News LOOK = new News("changed", List.of());
        static final News ALIVE = new News("alive", List.of());
    }

    /**
     * What changed, by agency.
     *
     * @param missed whether rows may have been missed, at any agency
     * @param left agencies from whose board something went that has no number for them any more
     */
    private record Changes(boolean missed, Set<String> left, Map<String, List<String>> byAgency) {
        static final Changes MISSED = new Changes(true, Set.of(), Map.of());

        boolean concerns(String agency) {
            return missed || left.contains(agency) || byAgency.containsKey(agency);
        }

        News of(String agency) {
            return missed || left.contains(agency)
                    ? News.LOOK
                    : new News("changed", byAgency.getOrDefault(agency, List.of()));
        }
    }

    private record OnBoard(UUID id, String trackingNumber, String agency) {}

    void start(@Observes StartupEvent started) {
        feed.listen(news -> changes.onNext(
                switch (news) {
                    case JournalFeed.Gap() -> Changes.MISSED;
                    case JournalFeed.Added(var rows) -> changes(rows);
                }));
    }

    @GET
    @RolesAllowed(Roles.OPERATOR)
    @Produces(MediaType.SERVER_SENT_EVENTS)
    @RestStreamElementType(MediaType.APPLICATION_JSON)
    public Multi<News> listen() {
        var own = Objects.requireNonNull(visitor.staff().agency());
        var news = changes.onOverflow()
                .buffer(256)
                .filter(each -> each.concerns(own))
                .map(each -> each.of(own));
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> News.ALIVE);
        return Multi.createBy().merging().streams(news, heartbeat);
    }

    /** The agency whose complaint it is hears of it, and the one that gave it away. */
    private Changes changes(List<Recorded> rows) {
        var onBoard = onBoard(rows.stream()
                .map(Recorded::complaintId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var left = new HashSet<String>();
        var byAgency = new HashMap<String, List<String>>();
        for (var row : rows) {
            // What was filed just now and is not on a board was on none before either.
            if (row.complaintId() == null
                    || (row.act().equals(Act.FILED.name()) && !onBoard.containsKey(row.complaintId()))) {
                continue;
            }
            var one = onBoard.get(row.complaintId());
            for (var fact : List.of("agency", "fromAgency")) {
                var agency = row.fact(fact);
                if (agency != null && one != null && (one.agency.equals(agency) || fact.equals("fromAgency"))) {
                    byAgency.computeIfAbsent(agency, each -> new ArrayList<>()).add(one.trackingNumber);
                } else if (agency != null) {
                    left.add(agency);
                }
            }
        }
        return new Changes(false, left, byAgency);
    }

    private Map<UUID, OnBoard> onBoard(List<UUID> complaints) {
        return complaints.isEmpty()
                ? Map.of()
                : jdbi.withHandle(handle -> handle
                        .createQuery("SELECT id, tracking_number, agency FROM agency_complaint WHERE id = ANY (:ids)")
                        .bindArray("ids", UUID.class, complaints) // index complaint_pkey
                        .mapTo(OnBoard.class)
                        .stream()
                        .collect(Collectors.toMap(OnBoard::id, each -> each)));
    }
}
