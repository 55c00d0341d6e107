package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Headline;
import id.sipakatau.complaint.Progress;
import id.sipakatau.web.Page;
import jakarta.enterprise.context.RequestScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What the monitoring page offers to choose from, and its cards, in the language of the reader. */
@RequestScoped
class View {

    private final City city;
    private final Page page;

    View(City city, Page page) {
        this.city = city;
        this.page = page;
    }

    /** A complaint in a list. */
    record Card(
            String number,
            String title,
            Kind kind,
            String agency,
            @Nullable String kelurahan,
            Progress progress,
            Instant at,
            @Nullable String thumbnail) {}

    /** One value that a filter can take. */
    record Choice(String value, String name, boolean chosen) {}

    /** Cards that say when each was received. */
    List<Card> cards(List<PublicComplaint> complaints, Map<UUID, String> thumbnails) {
        return complaints.stream()
                .map(each -> card(each, each.receivedAt(), thumbnails.get(each.id())))
                .toList();
    }

    /** Cards that say when each was done. */
    List<Card> doneCards(List<PublicComplaint> complaints, Map<UUID, String> thumbnails) {
        return complaints.stream()
                .map(each -> card(
                        each,
                        Objects.requireNonNullElse(each.finishedAt(), each.receivedAt()),
                        thumbnails.get(each.id())))
                .toList();
    }

    private Card card(PublicComplaint complaint, Instant at, @Nullable String thumbnail) {
        return new Card(
                complaint.number().text(),
                Headline.of(complaint.description()),
                complaint.kind(),
                complaint.agency(),
                complaint.kelurahan(),
                complaint.progress(),
                at,
                thumbnail);
    }

    public List<Choice> kinds(Filter filter) {
        return Arrays.stream(Kind.values())
                .map(kind -> new Choice(Filter.word(kind), page.text("kind_" + kind), kind == filter.kind()))
                .toList();
    }

    public List<Choice> agencies(Filter filter) {
        return city.agencies().stream()
                .map(each -> new Choice(
                        each.id(), each.shortName().in(page.locale()), each.id().equals(filter.agency())))
                .toList();
    }

    /** The categories of the chosen agency; of all agencies when none is chosen there would be too many. */
    public List<Choice> categories(Filter filter) {
        return filter.agency() == null
                ? List.of()
                : city.categories(filter.agency()).stream()
                        .filter(each -> each.publishable())
                        .map(each -> new Choice(
                                each.id(),
                                each.name().in(page.locale()),
                                each.id().equals(filter.category())))
                        .toList();
    }

    public List<Choice> kecamatan(Filter filter) {
        return city.areas().kecamatan().stream()
                .map(each -> new Choice(each.code(), each.name(), each.code().equals(filter.kecamatan())))
                .toList();
    }

    public List<Choice> periods(Filter filter) {
        return Filter.PERIODS.stream()
                .map(days ->
                        new Choice(days.toString(), page.text("monitoring_days", days), days.equals(filter.days())))
                .toList();
    }
}
