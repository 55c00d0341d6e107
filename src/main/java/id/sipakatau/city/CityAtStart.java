package id.sipakatau.city;

import io.quarkus.runtime.PreventFurtherStepsException;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Reads the city when the program starts, and stops it there if the city has a fault. */
final class CityAtStart {

    private CityAtStart() {}

    @Produces
    @Singleton
    @Startup(1)
    static City city(CitySettings settings) {
        try {
            return new CityFolder(settings.folder()).read();
        } catch (BrokenCityException e) {
            // Quarkus prints this kind by its message alone: a person who edits a file needs the faults, not a trace.
            throw new PreventFurtherStepsException(e.getMessage(), 1);
        }
    }
}
