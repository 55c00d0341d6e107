package id.sipakatau.city.folder;

import id.sipakatau.city.Agency;
import id.sipakatau.city.Areas;
import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Place;
import id.sipakatau.city.WorkingCalendar;
import id.sipakatau.city.reading.Faults;
import id.sipakatau.city.reading.SourceFile;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * The folder that a city is kept in; {@code city/README.md} describes its files.
 *
 * @param path the folder; its name becomes the city's {@link City#slug}
 */
public record CityFolder(Path path) {

    /**
     * Reads and checks everything.
     *
     * @throws BrokenCityException if anything is wrong, naming every fault
     */
    public City read() {
        Faults faults = new Faults();
        Optional<City> city = read(faults);
        if (city.isEmpty() || !faults.isEmpty()) {
            throw new BrokenCityException(path, faults);
        }
        return city.get();
    }

    private Optional<City> read(Faults faults) {
        List<Agency> agencies = new AgencyFile(file("agencies.yaml", faults)).read();
        CityFile.Facts facts = new CityFile(file("city.yaml", faults)).read(agencies);
        List<Category> categories = new CategoryFiles(file("categories", faults)).read(agencies);
        Optional<WorkingCalendar> calendar =
                new CalendarFiles(file("calendar.yaml", faults), file("holidays.csv", faults)).read(facts.zone());
        Optional<Areas> areas = new AreaFiles(file("areas", faults)).read(facts.code());
        List<Place> places = new PlaceFile(file("places.csv", faults)).read(areas);
        if (!faults.isEmpty() || calendar.isEmpty() || areas.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new City(
                slug(faults),
                facts.code(),
                facts.name(),
                facts.trackingPrefix(),
                facts.zone(),
                facts.map(),
                facts.letterhead(),
                facts.contestPeriod(),
                facts.questionPause(),
                facts.escalation(),
                facts.digestAt(),
                facts.aspirationDeadlines(),
                facts.informationDeadlines(),
                facts.similar(),
                facts.app(),
                facts.emergencyNumbers(),
                facts.emergency(),
                agencies,
                categories,
                areas.get(),
                calendar.get(),
                places,
                facts.attributions()));
    }

    private String slug(Faults faults) {
        String name = path.toAbsolutePath().normalize().getFileName().toString();
        if (!Identifier.PATTERN.matcher(name).matches()) {
            faults.add(path.toString(), 0, "the name of the folder must be " + Identifier.FORM);
        }
        return name;
    }

    private SourceFile file(String name, Faults faults) {
        return new SourceFile(path.resolve(name), faults);
    }
}
