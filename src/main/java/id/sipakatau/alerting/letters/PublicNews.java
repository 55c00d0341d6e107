package id.sipakatau.alerting.letters;

import id.sipakatau.alerting.subscription.Followed;
import id.sipakatau.city.City;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.journal.Journal;
import id.sipakatau.web.Texts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.UriBuilder;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Reads what is new among the complaints of a place or kind: those that became public, and those that are done. Only what
 * the public may read at this very moment, through {@code public_complaint}; codes of the city in words, and nothing that
 * anybody wrote.
 */
@ApplicationScoped
public class PublicNews {

    private record Row(
            UUID id,
            String trackingNumber,
            String agency,
            String category,
            @Nullable String kelurahan,
            boolean done,
            @Nullable String outcome) {}

    private final Jdbi jdbi;
    private final Journal journal;
    private final Names names;
    private final City city;

    PublicNews(Jdbi jdbi, Journal journal, Names names, City city) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.names = names;
        this.city = city;
    }

    /** What these rows of the journal mean to who follows that; empty if there is nothing left to tell of. */
    public Optional<News> of(Collection<Long> rows, Followed followed, Locale locale) {
        var texts = Texts.of(locale);
        int opened = 0;
        int done = 0;
        var items = new ArrayList<News.Item>();
        for (var each : jdbi.withHandle(handle -> told(handle, rows, followed))) {
            if (each.done) {
                done++;
            } else {
                opened++;
            }
            items.add(new News.Item(words(each, texts), "/aduan/" + new TrackingNumber(each.trackingNumber)));
        }
        return items.isEmpty()
                ? Optional.empty()
                : Optional.of(new News(
                        opened,
                        done,
                        items,
                        items.size() == 1 ? items.getFirst().page() : page(followed)));
    }

    /** Those that are still public, still there, and, if they are told of as done, still done. */
    private List<Row> told(Handle handle, Collection<Long> rows, Followed followed) {
        var fresh = new HashSet<UUID>();
        var byId = new LinkedHashMap<UUID, Long>();
        for (var row : journal.rows(handle, rows)) {
            var id = Objects.requireNonNull(row.complaintId());
            byId.put(id, row.seq());
            if (row.act().equals("ACCEPTED")) {
                fresh.add(id);
            }
        }
        return publicOnes(handle, byId.keySet()).stream()
                .filter(row -> (row.done || fresh.contains(row.id)) && followed.isOf(row.kelurahan, row.category))
                .sorted(Comparator.comparing((Row row) -> Objects.requireNonNull(byId.get(row.id)))
                        .reversed())
                .toList();
    }

    private static List<Row> publicOnes(Handle handle, Set<UUID> ids) {
        return handle.createQuery("""
                        SELECT id, tracking_number, agency, category, kelurahan, progress = 'DONE' AS done, outcome
                        FROM public_complaint WHERE id = ANY (:ids)
                        """) // the primary key
                .bindArray("ids", UUID.class, ids)
                .mapTo(Row.class)
                .list();
    }

    private String words(Row row, Texts texts) {
        var locale = texts.locale();
        var kind = names.category(row.category, locale);
        var where = row.kelurahan == null
                ? Optional.<String>empty()
                : city.areas().kelurahan(row.kelurahan).map(each -> each.name());
        var what = where.map(place -> texts.text("areas_item", kind, place)).orElse(kind);
        var agency = city.agency(row.agency)
                .map(found -> found.shortName().in(locale))
                .orElse(row.agency);
        return row.outcome == null
                ? texts.text("areas_item_new", what, agency)
                : what + ". " + texts.text("notice_finished_" + row.outcome.toLowerCase(Locale.ROOT), agency);
    }

    /** Web Monitoring, as narrow as its filter can be. */
    private String page(Followed followed) {
        var page = UriBuilder.fromPath("/");
        var category = Optional.ofNullable(followed.category()).flatMap(city::category);
        category.ifPresent(found -> page.queryParam("dinas", found.agencyId()).queryParam("kategori", found.id()));
        followed.kecamatan().ifPresent(code -> page.queryParam("kecamatan", code));
        return page.build().toString();
    }
}
