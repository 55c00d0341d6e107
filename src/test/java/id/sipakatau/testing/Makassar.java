package id.sipakatau.testing;

import id.sipakatau.city.City;
import id.sipakatau.city.folder.CityFolder;
import java.nio.file.Path;

/** The real city, read once for all plain tests. */
public final class Makassar {

    private static final City CITY = new CityFolder(Path.of("city/makassar")).read();

    private Makassar() {}

    public static City city() {
        return CITY;
    }
}
