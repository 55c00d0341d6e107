package id.sipakatau.city.folder;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Attribution;
import id.sipakatau.city.City;
import id.sipakatau.city.Deadlines;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.city.Localized;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.city.Position;
import id.sipakatau.city.Term;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import id.sipakatau.city.reading.YamlFile;
import id.sipakatau.city.reading.YamlMap;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** Reads {@code city.yaml}. */
final class CityFile {

    private static final Pattern CODE = Pattern.compile("\\d\\d\\.\\d\\d");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{3}");
    private static final Pattern DIGITS = Pattern.compile("\\d{3,15}");
    private static final Pattern ADDRESS = Pattern.compile("https://\\S+");

    /** What the file says. */
    record Facts(
            String code,
            Localized name,
            String trackingPrefix,
            ZoneId zone,
            City.MapView map,
            City.Letterhead letterhead,
            Term contestPeriod,
            List<Deadlines> aspirationDeadlines,
            List<Deadlines> informationDeadlines,
            City.Similar similar,
            PhoneApp app,
            List<EmergencyNumber> emergencyNumbers,
            List<Attribution> attributions) {}

    private final YamlFile yaml;

    CityFile(SourceFile file) {
        this.yaml = new YamlFile(file);
    }

    Facts read(List<Agency> agencies) {
        Facts facts = yaml.map().map(city -> facts(city, agencies)).orElseGet(CityFile::standIn);
        yaml.done();
        return facts;
    }

    private static Facts facts(YamlMap city, List<Agency> agencies) {
        return new Facts(
                city.value("code").text(CODE, "an official code such as 73.71"),
                Words.localized(city, "name"),
                city.value("tracking-prefix").text(PREFIX, "three capital letters"),
                zone(city.value("zone")),
                map(city.map("map")),
                letterhead(city.map("letterhead")),
                CategoryFiles.term(city.value("contest-period"), false),
                CategoryFiles.deadlines(city.maps("aspiration-deadlines"), false),
                CategoryFiles.deadlines(city.maps("information-deadlines"), false),
                similar(city.map("similar")),
                AppSection.read(city.map("app")),
                city.maps("emergency-numbers").stream()
                        .map(entry -> emergencyNumber(entry, agencies))
                        .toList(),
                city.maps("attributions").stream().map(CityFile::attribution).toList());
    }

    private static ZoneId zone(Value value) {
        try {
            return value.isPresent() ? ZoneId.of(value.text()) : ZoneOffset.UTC;
        } catch (DateTimeException e) {
            value.fault("must be a time zone such as Asia/Makassar, but is '" + value.text() + "'");
            return ZoneOffset.UTC;
        }
    }

    private static City.MapView map(YamlMap map) {
        Position centre = new Position(
                map.value("latitude").number(-90, 90), map.value("longitude").number(-180, 180));
        return new City.MapView(centre, map.value("zoom").whole(0, 20));
    }

    private static City.Similar similar(YamlMap similar) {
        return new City.Similar(
                similar.value("radius").whole(1, 2_000), similar.value("days").whole(1, 366));
    }

    private static City.Letterhead letterhead(YamlMap letterhead) {
        return new City.Letterhead(Words.localized(letterhead, "government"), Words.localized(letterhead, "office"));
    }

    private static EmergencyNumber emergencyNumber(YamlMap entry, List<Agency> agencies) {
        Optional<Value> agency = entry.optional("agency");
        agency.filter(Value::isPresent)
                .filter(value -> agencies.stream().noneMatch(each -> each.id().equals(value.text())))
                .ifPresent(value -> value.fault("must be an agency of agencies.yaml, but is '" + value.text() + "'"));
        return new EmergencyNumber(
                entry.value("number").text(DIGITS, "3 to 15 digits"),
                Words.localized(entry, "name"),
                agency.map(Value::text));
    }

    private static Attribution attribution(YamlMap entry) {
        return new Attribution(
                Words.localized(entry, "subject"),
                entry.value("source").text(),
                entry.value("licence").text(),
                entry.value("address").text(ADDRESS, "a web address that begins with https://"));
    }

    private static Facts standIn() {
        Localized unknown = new Localized(Value.UNKNOWN, Value.UNKNOWN);
        return new Facts(
                Value.UNKNOWN,
                unknown,
                Value.UNKNOWN,
                ZoneOffset.UTC,
                new City.MapView(new Position(0, 0), 0),
                new City.Letterhead(unknown, unknown),
                Term.SHORTEST,
                List.of(),
                List.of(),
                new City.Similar(1, 1),
                AppSection.standIn(),
                List.of(),
                List.of());
    }
}
