package id.sipakatau.city.folder;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Category;
import id.sipakatau.city.Deadlines;
import id.sipakatau.city.Localized;
import id.sipakatau.city.Requirement;
import id.sipakatau.city.Term;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import id.sipakatau.city.reading.YamlFile;
import id.sipakatau.city.reading.YamlMap;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

/** Reads the folder {@code categories}, which has one file for each agency, named by its id. */
final class CategoryFiles {

    private static final String ENDING = ".yaml";

    private final SourceFile folder;
    private final Identifier ids = new Identifier();

    CategoryFiles(SourceFile folder) {
        this.folder = folder;
    }

    List<Category> read(List<Agency> agencies) {
        List<Category> categories = new ArrayList<>();
        for (Agency agency : agencies) {
            if (!agency.id().equals(Value.UNKNOWN)) {
                categories.addAll(read(agency.id()));
            }
        }
        reportUnknown(agencies);
        return categories;
    }

    private List<Category> read(String agencyId) {
        YamlFile yaml = new YamlFile(new SourceFile(folder.path().resolve(agencyId + ENDING), folder.faults()));
        List<Category> categories = new ArrayList<>();
        for (YamlMap entry : yaml.maps()) {
            category(agencyId, entry, categories);
        }
        yaml.done();
        return categories;
    }

    private void reportUnknown(List<Agency> agencies) {
        Set<String> expected = new HashSet<>();
        agencies.forEach(agency -> expected.add(agency.id() + ENDING));
        try (Stream<Path> files = Files.list(folder.path())) {
            files.filter(file -> !expected.contains(file.getFileName().toString()))
                    .map(file -> new SourceFile(file, folder.faults()))
                    .forEach(file -> file.fault(0, "there is no agency of this name in agencies.yaml"));
        } catch (IOException e) {
            folder.fault(0, "the folder cannot be read");
        }
    }

    private void category(String agencyId, YamlMap entry, List<Category> categories) {
        boolean emergency = entry.value("emergency").flag();
        String id = ids.unique(entry.value("id"));
        Localized name = Words.localized(entry, "name");
        Localized description = Words.localized(entry, "description");
        List<String> words = words(entry.values("words"));
        List<String> urgent = entry.keys().contains("urgent") ? words(entry.values("urgent")) : List.of();
        if (!urgent.isEmpty() && !emergency) {
            entry.value("urgent").fault("belongs to emergencies only");
        }
        Requirement place = entry.value("place").choice(Requirement.class);
        Requirement photo = entry.value("photo").choice(Requirement.class);
        boolean publishable = entry.value("publishable").flag();
        boolean proof = entry.value("proof-photo").flag();
        List<Deadlines> deadlines = deadlines(entry.maps("deadlines"), emergency);
        if (!deadlines.isEmpty()) {
            categories.add(new Category(
                    id,
                    agencyId,
                    name,
                    description,
                    words,
                    urgent,
                    emergency,
                    place,
                    photo,
                    publishable,
                    proof,
                    deadlines));
        }
    }

    static List<String> words(List<Value> values) {
        Set<String> words = new HashSet<>();
        for (Value value : values) {
            String word = value.text();
            if (!word.equals(word.toLowerCase(Locale.ROOT))) {
                value.fault("must be in small letters, but there is '" + word + "'");
            }
            if (value.isPresent() && !words.add(word)) {
                value.fault("must be different, but '" + word + "' is there twice");
            }
        }
        return values.stream().map(Value::text).toList();
    }

    /** Dated deadlines, each entry later than the one before. */
    static List<Deadlines> deadlines(List<YamlMap> entries, boolean emergency) {
        List<Deadlines> deadlines = new ArrayList<>();
        LocalDate last = LocalDate.MIN;
        for (YamlMap entry : entries) {
            Value from = entry.value("from");
            LocalDate validFrom = from.date();
            Term validation = term(entry.value("validation"), emergency);
            Term firstAnswer = term(entry.value("first-answer"), emergency);
            Term resolution = term(entry.value("resolution"), false);
            Term approval = entry.optional("approval")
                    .map(value -> term(value, emergency))
                    .orElse(null);
            if (validFrom.isAfter(last)) {
                deadlines.add(new Deadlines(validFrom, validation, firstAnswer, resolution, approval));
                last = validFrom;
            } else if (!validFrom.equals(LocalDate.EPOCH)) {
                from.fault("must be later than " + last + ", the date of the entry before");
            }
        }
        return deadlines;
    }

    static Term term(Value value, boolean aroundTheClock) {
        if (!value.isPresent()) {
            return Term.SHORTEST;
        }
        Term term = Term.parse(value.text()).orElse(null);
        if (term == null) {
            value.fault(
                    "must be a term such as '30 minutes', '24 hours', '6 working hours' or '5 working days', but is '"
                            + value.text() + "'");
            return Term.SHORTEST;
        }
        if (aroundTheClock && !term.unit().isAroundTheClock()) {
            value.fault("must be in minutes or hours, since an emergency cannot wait for the offices to open");
        }
        return term;
    }
}
