package id.sipakatau.city.folder;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;

/** Which city the program serves. */
@ConfigMapping(prefix = "sipakatau.city")
interface CitySettings {

    /** The city's folder, relative to the folder in which the program is started. */
    @WithDefault("city/makassar")
    Path folder();
}
