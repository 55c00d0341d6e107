package id.sipakatau.city.folder;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Attribution;
import id.sipakatau.city.City;
import id.sipakatau.city.Deadlines;
import id.sipakatau.city.EmergencyNumber;
import id.sipakatau.city.EmergencyRules;
import id.sipakatau.city.Escalation;
import id.sipakatau.city.Localized;
import id.sipakatau.city.PhoneApp;
import id.sipakatau.city.Position;
import id.sipakatau.city.Term;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import id.sipakatau.city.reading.YamlFile;
import id.sipakatau.city.reading.YamlMap;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads {@code city.yaml}. */
final class CityFile {

    private static final Pattern CODE = Pattern.compile("\\d\\d\\.\\d\\d");
    private static final Pattern PREFIX = Pattern.compile("[A-Z]{3}");
    private static final Pattern DIGITS = Pattern.compile("\\d{3,15}");
    private static final Pattern SECONDS = Pattern.compile("([1-9]\\d{0,3}) seconds");
    private static final Pattern PERCENT = Pattern.compile("[1-9]\\d{0,2}%");
    private static final Pattern TIME = Pattern.compile("([01]\\d|2[0-3]):[0-5]\\d");
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
            Term questionPause,
            List<Escalation> escalation,
            LocalTime digestAt,
            List<Deadlines> aspirationDeadlines,
            List<Deadlines> informationDeadlines,
            City.Similar similar,
            PhoneApp app,
            List<EmergencyNumber> emergencyNumbers,
            EmergencyRules emergency,
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
                CategoryFiles.term(city.map("question-pause").value("most"), false),
                escalation(city.maps("escalation")),
                time(city.value("digest-at")),
                CategoryFiles.deadlines(city.maps("aspiration-deadlines"), false),
                CategoryFiles.deadlines(city.maps("information-deadlines"), false),
                similar(city.map("similar")),
                AppSection.read(city.map("app")),
                city.maps("emergency-numbers").stream()
                        .map(entry -> emergencyNumber(entry, agencies))
                        .toList(),
                emergency(city.map("emergency"), agencies),
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

    private static LocalTime time(Value value) {
        String text = value.text(TIME, "a time of day such as 07:30");
        return text.equals(Value.UNKNOWN) ? LocalTime.MIN : LocalTime.parse(text);
    }

    private static City.MapView map(YamlMap map) {
        Position centre = new Position(
                map.value("latitude").number(-90, 90), map.value("longitude").number(-180, 180));
        return new City.MapView(centre, map.value("zoom").whole(0, 20));
    }

    private static List<Escalation> escalation(List<YamlMap> entries) {
        List<Escalation> steps = new ArrayList<>();
        int last = 0;
        for (YamlMap entry : entries) {
            Value at = entry.value("at");
            String written = at.text(PERCENT, "a share such as 75%");
            int percent = written.equals(Value.UNKNOWN) ? last + 1 : Integer.parseInt(written.replace("%", ""));
            if (percent <= last) {
                at.fault("must be later than " + last + "%, the entry before");
            }
            steps.add(new Escalation(percent, entry.value("to").choice(Escalation.To.class)));
            last = percent;
        }
        return steps;
    }

    private static City.Similar similar(YamlMap similar) {
        return new City.Similar(
                similar.value("radius").whole(1, 2_000), similar.value("days").whole(1, 366));
    }

    private static City.Letterhead letterhead(YamlMap letterhead) {
        return new City.Letterhead(Words.localized(letterhead, "government"), Words.localized(letterhead, "office"));
    }

    private static EmergencyRules emergency(YamlMap emergency, List<Agency> agencies) {
        String within = emergency.value("seen-within").text(SECONDS, "so many seconds, such as '30 seconds'");
        Matcher seconds = SECONDS.matcher(within);
        List<EmergencyRules.Step> then = emergency.values("then").stream()
                .map(each -> each.choice(EmergencyRules.Step.class))
                .toList();
        List<Value> answering = emergency.values("answered-by");
        // Left out where only administrators may.
        List<Value> declaring = emergency.keys().contains("declared-by") ? emergency.values("declared-by") : List.of();
        YamlMap notUrgent = emergency.map("not-urgent");
        answering.forEach(each -> knownAgency(each, agencies));
        declaring.forEach(each -> knownAgency(each, agencies));
        return new EmergencyRules(
                answering.stream().map(Value::text).toList(),
                Duration.ofSeconds(seconds.matches() ? Long.parseLong(seconds.group(1)) : 1),
                then.isEmpty() ? List.of(EmergencyRules.Step.EVERYBODY) : then,
                CategoryFiles.words(notUrgent.values("after")),
                CategoryFiles.words(notUrgent.values("before")),
                emergency.keys().contains("same-line")
                        ? sameLine(emergency.map("same-line"))
                        : EmergencyRules.SameLine.USUAL,
                declaring.stream().map(Value::text).toList());
    }

    private static EmergencyRules.SameLine sameLine(YamlMap line) {
        YamlMap joined = line.map("joined");
        YamlMap gathered = line.map("gathered");
        return new EmergencyRules.SameLine(
                joined.value("metres").whole(0, 2_000),
                Duration.ofMinutes(joined.value("minutes").whole(1, 60)),
                gathered.value("beyond").whole(1, 100),
                Duration.ofMinutes(gathered.value("minutes").whole(1, 60)));
    }

    private static EmergencyNumber emergencyNumber(YamlMap entry, List<Agency> agencies) {
        Optional<Value> agency = entry.optional("agency");
        agency.ifPresent(value -> knownAgency(value, agencies));
        return new EmergencyNumber(
                entry.value("number").text(DIGITS, "3 to 15 digits"),
                Words.localized(entry, "name"),
                agency.map(Value::text));
    }

    private static void knownAgency(Value value, List<Agency> agencies) {
        if (value.isPresent() && agencies.stream().noneMatch(each -> each.id().equals(value.text()))) {
            value.fault("must be an agency of agencies.yaml, but is '" + value.text() + "'");
        }
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
                Term.SHORTEST,
                List.of(),
                LocalTime.MIN,
                List.of(),
                List.of(),
                new City.Similar(1, 1),
                AppSection.standIn(),
                List.of(),
                new EmergencyRules(
                        List.of(),
                        Duration.ofSeconds(1),
                        List.of(EmergencyRules.Step.EVERYBODY),
                        List.of(),
                        List.of(),
                        EmergencyRules.SameLine.USUAL,
                        List.of()),
                List.of());
    }
}
