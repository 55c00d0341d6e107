package id.sipakatau.handling;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
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
import org.jspecify.annotations.Nullable;

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
    private final City city;
    private final BroadcastProcessor<Changes> changes = BroadcastProcessor.create();

    BoardNews(JournalFeed feed, Jdbi jdbi, Visitor visitor, City city) {
        this.feed = feed;
        this.jdbi = jdbi;
        this.visitor = visitor;
        this.city = city;
    }

    /**
     * What consoles are told.
     *
     * @param kind {@code changed} or {@code alive}; {@code ended} is told to nobody and ends the stream
     * @param numbers what changed; empty where the console has to look through its whole list
     */
    record News(String kind, List<String> numbers) {
        static final News LOOK = new News("changed", List.of());
        static final News ALIVE = new News("alive", List.of());
        static final News ENDED = new News("ended", List.of());
    }

    /**
     * What changed, by agency.
     *
     * @param missed whether rows may have been missed, at any agency
     * @param closed accounts that were closed: who is signed out at once is told nothing more
     * @param left agencies from whose board something went that has no number for them any more
     */
    private record Changes(boolean missed, Set<String> closed, Set<String> left, Map<String, List<String>> byAgency) {
        static final Changes MISSED = new Changes(true, Set.of(), Set.of(), Map.of());

        boolean concerns(String account, String agency) {
            return missed || closed.contains(account) || left.contains(agency) || byAgency.containsKey(agency);
        }

        News of(String account, String agency) {
            if (closed.contains(account)) {
                return News.ENDED;
            }
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
        var me = visitor.staff().account().toString();
        var news = changes.onOverflow()
                .buffer(256)
                .filter(each -> each.concerns(me, own))
                .map(each -> each.of(me, own));
        var heartbeat =
                Multi.createFrom().ticks().every(HEARTBEAT).onOverflow().drop().map(tick -> News.ALIVE);
        return Multi.createBy().merging().streams(news, heartbeat).select().first(each -> !each.equals(News.ENDED));
    }

    /** The agency whose complaint it is hears of it, and the one that gave it away. */
    private Changes changes(List<Recorded> rows) {
        var onBoard = onBoard(rows.stream()
                .map(Recorded::complaintId)
                .filter(Objects::nonNull)
                .distinct()
                .toList());
        var closed = rows.stream()
                .filter(row -> row.act().equals(Staff.DEACTIVATED))
                .map(row -> String.valueOf(row.fact("account")))
                .collect(Collectors.toSet());
        var left = new HashSet<String>();
        var byAgency = new HashMap<String, List<String>>();
        for (var row : rows) {
            if (row.complaintId() == null) {
                continue;
            }
            var one = onBoard.get(row.complaintId());
            var agency = row.fact("agency");
            var before = before(row);
            if (agency != null && one != null && one.agency.equals(agency)) {
                byAgency.computeIfAbsent(agency, each -> new ArrayList<>()).add(one.trackingNumber);
            } else if (agency != null && (one != null || row.fact("promisedBy") != null)) {
                // What no agency was promised anything about was on no board before either.
                left.add(agency);
            }
            if (before != null && one != null) {
                byAgency.computeIfAbsent(before, each -> new ArrayList<>()).add(one.trackingNumber);
            } else if (before != null) {
                left.add(before);
            }
        }
        return new Changes(false, closed, left, byAgency);
    }

    /** The agency from whose board a row may have taken it. What is corrected was on one if it was an emergency. */
    private @Nullable String before(Recorded row) {
        return row.act().equals(Act.CORRECTED.name())
                ? city.category(String.valueOf(row.fact("fromCategory")))
                        .filter(Category::emergency)
                        .map(Category::agencyId)
                        .orElse(null)
                : row.fact("fromAgency");
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
