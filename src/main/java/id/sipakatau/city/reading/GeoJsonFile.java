package id.sipakatau.city.reading;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Geometry;

/**
 * A GeoJSON file (RFC 7946): a FeatureCollection of polygons and multipolygons whose properties are plain values.
 */
public final class GeoJsonFile {

    private static final JsonFactory JSON = new JsonFactory();

    private final SourceFile file;

    public GeoJsonFile(SourceFile file) {
        this.file = file;
    }

    /** The features in the order of the file. */
    public List<Feature> features() {
        return file.text().map(this::parse).orElse(List.of());
    }

    private List<Feature> parse(String text) {
        List<Feature> features = new ArrayList<>();
        try (JsonParser json = JSON.createParser(text)) {
            json.nextToken();
            readCollection(json, features);
        } catch (JsonProcessingException e) {
            var place = e.getLocation();
            file.fault(place == null ? 0 : place.getLineNr(), "this is not JSON: " + e.getOriginalMessage());
        } catch (IOException e) {
            file.fault(0, "the file cannot be read: " + e.getMessage());
        }
        return features;
    }

    private void readCollection(JsonParser json, List<Feature> features) throws IOException {
        if (!json.isExpectedStartObjectToken()) {
            file.fault(1, "the file must be a FeatureCollection");
            return;
        }
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals("features") && json.isExpectedStartArrayToken()) {
                while (json.nextToken() == JsonToken.START_OBJECT) {
                    features.add(readFeature(json));
                }
            } else {
                json.skipChildren();
            }
        }
        if (features.isEmpty()) {
            file.fault(0, "the file has no features");
        }
    }

    private Feature readFeature(JsonParser json) throws IOException {
        int line = json.currentTokenLocation().getLineNr();
        Map<String, String> properties = new HashMap<>();
        Optional<Geometry> geometry = Optional.empty();
        boolean hasGeometry = false;
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            json.nextToken();
            if (key.equals("properties") && json.isExpectedStartObjectToken()) {
                readProperties(json, properties);
            } else if (key.equals("geometry") && json.isExpectedStartObjectToken()) {
                hasGeometry = true;
                geometry = new GeoJsonShape(json, file).read();
            } else {
                json.skipChildren();
            }
        }
        if (!hasGeometry) {
            file.fault(line, "the feature has no geometry");
        }
        return new Feature(file, line, properties, geometry);
    }

    private static void readProperties(JsonParser json, Map<String, String> properties) throws IOException {
        while (json.nextToken() == JsonToken.FIELD_NAME) {
            String key = json.currentName();
            if (json.nextToken().isScalarValue()) {
                properties.put(key, json.getText());
            } else {
                json.skipChildren();
            }
        }
    }

    /**
     * A feature of a GeoJSON file.
     *
     * @param line the line on which it begins
     * @param geometry a valid polygon or multipolygon in degrees, x east and y north, its coordinates in packed arrays;
     *     empty if it had a fault
     */
    public record Feature(SourceFile file, int line, Map<String, String> properties, Optional<Geometry> geometry) {

        /** A property, which has to be there. */
        public Value value(String property) {
            @Nullable String text = properties.get(property);
            if (text == null || text.isBlank()) {
                file.fault(line, "the property '" + property + "' is missing");
                return new Value(file, line, property, null);
            }
            return new Value(file, line, property, text.strip());
        }

        /** Records a fault of the feature as a whole. */
        public void fault(String message) {
            file.fault(line, message);
        }
    }
}
