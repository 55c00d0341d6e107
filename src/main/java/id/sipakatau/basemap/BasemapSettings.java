package id.sipakatau.basemap;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.nio.file.Path;
import java.util.Optional;

/** What can be set about the map; docs/streets.md tells how. */
@ConfigMapping(prefix = "sipakatau.basemap")
interface BasemapSettings {

    /** Archive of street tiles; without it, {@code streets.pmtiles} in the data folder, if that is there. */
    Optional<Path> streets();

    /** Whom to name for the streets; without it, what the archive says of itself. */
    Optional<String> streetsAttribution();

    /** Address of raster tiles on another server, with {@code {z}}, {@code {x}} and {@code {y}} in it; used if there is no archive. */
    Optional<String> externalTiles();

    /** Deepest zoom level of the tiles on the other server. */
    @WithDefault("19")
    int externalMaxZoom();
}
