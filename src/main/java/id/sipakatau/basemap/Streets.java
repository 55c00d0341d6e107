package id.sipakatau.basemap;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.basemap.pmtiles.BrokenArchiveException;
import id.sipakatau.basemap.pmtiles.PmtilesArchive;
import id.sipakatau.basemap.pmtiles.TileType;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The streets under the complaints, as far as the city has provided any: an archive of tiles, or another server's
 * address. A map without streets is still a map, so a broken archive is reported and left aside.
 */
@ApplicationScoped
class Streets {

    private static final Logger LOG = Logger.getLogger(Streets.class);
    private static final Pattern TILE_ADDRESS = Pattern.compile("https?://[\\w.-]+(:\\d+)?/[^\\s\"'<>]*");
    private static final String OPEN_STREET_MAP = "© OpenStreetMap contributors";

    /**
     * What a browser needs to know to draw streets.
     *
     * @param kind {@code raster} or {@code vector}
     * @param address of a tile, with {z}, {x} and {y}
     * @param minZoom least zoom level with tiles of its own
     * @param maxZoom deepest zoom level with tiles of its own
     * @param bounds south, west, north, east; null for the whole world
     * @param attribution whom to name, plain text
     */
    record Source(
            String kind, String address, int minZoom, int maxZoom, double @Nullable [] bounds, String attribution) {}

    private final @Nullable PmtilesArchive archive;
    private final @Nullable Source source;

    Streets(BasemapSettings settings, @ConfigProperty(name = "sipakatau.data", defaultValue = "data") Path data) {
        Path file = settings.streets().orElse(data.resolve("streets.pmtiles"));
        archive = settings.streets().isPresent() || Files.exists(file) ? opened(file) : null;
        source = archive != null ? source(archive, settings) : external(settings);
    }

    /** Where browsers find the streets; empty if the city has provided none. */
    Optional<Source> source() {
        return Optional.ofNullable(source);
    }

    /** The archive that this program serves itself. */
    Optional<PmtilesArchive> archive() {
        return Optional.ofNullable(archive);
    }

    @PreDestroy
    void close() throws IOException {
        if (archive != null) {
            archive.close();
        }
    }

    private static @Nullable PmtilesArchive opened(Path file) {
        try {
            PmtilesArchive archive = PmtilesArchive.open(file);
            LOG.infof("Streets from %s, zoom levels %d to %d", file, archive.minZoom(), archive.maxZoom());
            return archive;
        } catch (BrokenArchiveException e) {
            LOG.errorf("The map is shown without streets: %s", e.getMessage());
            return null;
        } catch (IOException e) {
            LOG.errorf("The map is shown without streets: %s", e);
            return null;
        }
    }

    private static @Nullable Source source(PmtilesArchive archive, BasemapSettings settings) {
        try {
            return new Source(
                    archive.type() == TileType.VECTOR ? "vector" : "raster",
                    "/tiles/streets/{z}/{x}/{y}?" + archive.mark(),
                    archive.minZoom(),
                    archive.maxZoom(),
                    archive.bounds(),
                    settings.streetsAttribution().orElse(attribution(archive.metadata())));
        } catch (IOException e) {
            LOG.errorf("The map is shown without streets: %s", e);
            return null;
        }
    }

    private static @Nullable Source external(BasemapSettings settings) {
        return settings.externalTiles()
                .filter(Streets::isTileAddress)
                .map(address -> new Source(
                        "raster",
                        address,
                        0,
                        settings.externalMaxZoom(),
                        null,
                        settings.streetsAttribution().orElse(OPEN_STREET_MAP)))
                .orElse(null);
    }

    private static boolean isTileAddress(String address) {
        boolean is = TILE_ADDRESS.matcher(address).matches()
                && Stream.of("{z}", "{x}", "{y}").allMatch(address::contains);
        if (!is) {
            LOG.errorf("sipakatau.basemap.external-tiles is no address with {z}, {x} and {y}: %s", address);
        }
        return is;
    }

    /** Archives carry HTML here; the map shows the words. */
    private static String attribution(String metadata) throws IOException {
        JsonNode said = new ObjectMapper().readTree(metadata).path("attribution");
        String words = said.asText("").replaceAll("<[^>]*>", "").strip();
        return words.isEmpty() ? OPEN_STREET_MAP : words;
    }
}
