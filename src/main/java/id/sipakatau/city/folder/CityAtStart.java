package id.sipakatau.city.folder;

import id.sipakatau.city.City;
import io.quarkus.logging.Log;
import io.quarkus.runtime.Startup;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.Period;

/** Reads the city when the program starts, and stops it there if the city has a fault. */
final class CityAtStart {

    /** Sixty working days, the longest term of the Indonesian rules, in days of the calendar. */
    private static final Period LONGEST_TERM = Period.ofDays(100);

    private CityAtStart() {}

    @Produces
    @Singleton
    @Startup(1)
    static City city(CitySettings settings) {
        try {
            City city = new CityFolder(settings.folder()).read();
            warnOfUnknownHolidays(city);
            return city;
        } catch (BrokenCityException e) {
            // This kind is told by its message alone: a person who edits a file needs the faults, not a trace.
            throw new ConfigurationException(e.getMessage());
        }
    }

    private static void warnOfUnknownHolidays(City city) {
        LocalDate known = city.calendar().knownUntil();
        if (known.isBefore(LocalDate.now(city.zone()).plus(LONGEST_TERM))) {
            Log.warnf("Holidays after %s are not known, so that later deadlines come too early: holidays.csv", known);
        }
    }
}
