package id.sipakatau.deadline;

import id.sipakatau.city.City;
import id.sipakatau.city.Escalation;
import id.sipakatau.identity.StaffMail;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.launch.Ready;
import id.sipakatau.post.Letter;
import id.sipakatau.web.Formats;
import id.sipakatau.web.Texts;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The letter of a morning. It names numbers, clocks and agencies; words of a complaint only where everybody may read them,
 * and nothing of a reporter: a letter lies in a mailbox that the city does not guard.
 */
@ApplicationScoped
class DigestLetter {

    /** So many cases are listed; the rest is counted. */
    static final int MOST = 20;

    @CheckedTemplate(basePath = "deadline")
    static class Templates {
        static native TemplateInstance digest(Draft draft);
    }

    /** @param page empty where nobody knows the address of the site, or the reader may not open it */
    record Line(String words, String details, @Nullable String page) {}

    /** Cases that reached the same step of escalation. */
    record Group(String title, List<Line> lines) {}

    /**
     * What the letter says.
     *
     * @param language its code
     * @param more how many are not listed, in words; empty where all are
     * @param list address of all of them; empty where nobody knows it
     * @param stop where the letters are switched off, likewise
     */
    record Draft(
            String language,
            String title,
            String lead,
            List<Group> groups,
            @Nullable String more,
            @Nullable String list,
            String button,
            String why,
            @Nullable String stop,
            String stopWords) {

        String plain() {
            var text = new StringBuilder(title).append("\n\n").append(lead).append("\n");
            for (var group : groups) {
                text.append("\n").append(group.title).append("\n");
                for (var line : group.lines) {
                    text.append("- ").append(line.words).append("\n  ").append(line.details);
                    text.append(line.page == null ? "" : "\n  " + line.page).append("\n");
                }
            }
            text.append(more == null ? "" : "\n" + more + "\n");
            text.append(list == null ? "" : "\n" + button + ": " + list + "\n");
            text.append("\n").append(why);
            return text.append(stop == null ? "" : " " + stopWords + ": " + stop)
                    .append("\n")
                    .toString();
        }
    }

    private final City city;
    private final Optional<URI> set;
    private volatile @Nullable URI ofDemo;

    DigestLetter(City city, DigestSettings settings) {
        this.city = city;
        this.set = settings.site();
    }

    /** A demo is read on the machine that it runs on. */
    void ready(@Observes Ready ready) {
        ofDemo = ready.demo() ? ready.address() : null;
    }

    Letter of(StaffMail.Reader reader, Attention.Morning found, LocalDate day) {
        var language = Locale.of(reader.language());
        var texts = Texts.of(language);
        var formats = new Formats(language, city.zone());
        var groups = new EnumMap<Escalation.To, List<Line>>(Escalation.To.class);
        for (var item : found.items()) {
            groups.computeIfAbsent(item.to(), to -> new ArrayList<>()).add(line(reader, item, texts, formats));
        }
        int rest = found.all() - found.items().size();
        var draft = new Draft(
                reader.language(),
                texts.text("digest_title", found.all()),
                texts.text("digest_lead", formats.longDay(day)),
                Arrays.asList(Escalation.To.values()).reversed().stream()
                        .filter(groups::containsKey)
                        .map(to -> new Group(texts.text("attention_to_" + to), List.copyOf(groups.get(to))))
                        .toList(),
                rest > 0 ? texts.text("digest_more", rest) : null,
                address("/perhatian"),
                texts.text("digest_button"),
                texts.text("digest_why"),
                address("/surel"),
                texts.text("digest_stop"));
        return new Letter(
                reader.email(),
                draft.title,
                draft.plain(),
                Templates.digest(draft).render(),
                language,
                Map.of("Message-ID", "<digest." + day + "." + reader.account() + "@sipakatau>"));
    }

    private Line line(StaffMail.Reader reader, Attention.Item item, Texts texts, Formats formats) {
        var whose = item.agency() == null
                ? texts.text("attention_administrators")
                : city.agency(item.agency()).orElseThrow().shortName().in(texts.locale());
        var title = item.title() == null ? texts.text("attention_hidden") : item.title();
        var details = "%s: %s · %s"
                .formatted(
                        texts.text("clock_" + item.clock()),
                        texts.text("clock_by", formats.dayTime(item.dueAt())),
                        whose);
        return new Line(item.number() + " · " + title, details, page(reader, item));
    }

    /** The mayor opens the page that everybody opens, if there is one. */
    private @Nullable String page(StaffMail.Reader reader, Attention.Item item) {
        if (reader.role() == StaffRole.MAYOR) {
            return item.title() == null ? null : address("/aduan/" + item.number());
        }
        return address(reader.role().home() + "/aduan/" + item.number());
    }

    private @Nullable String address(String path) {
        return set.or(() -> Optional.ofNullable(ofDemo))
                .map(site -> site.toString().replaceFirst("/+$", "") + path)
                .orElse(null);
    }
}
