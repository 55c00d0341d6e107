package id.sipakatau.basemap;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import id.sipakatau.city.Attribution;
import id.sipakatau.city.Bounds;
import id.sipakatau.city.Localized;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The base map as the browser reads it ({@code js/map/base.js}). Points are whole steps from the grid's corner; a line
 * is its first point, then the distance to each next one.
 */
final class BaseMapJson {

    /** Counted up when a browser could not read the new form with the old script. */
    static final int FORMAT = 1;

    private final BaseMap map;
    private final Optional<Streets.Source> streets;
    private final JsonGenerator json;

    private BaseMapJson(BaseMap map, Optional<Streets.Source> streets, JsonGenerator json) {
        this.map = map;
        this.streets = streets;
        this.json = json;
    }

    static byte[] of(BaseMap map, Optional<Streets.Source> streets) {
        var bytes = new ByteArrayOutputStream();
        try (JsonGenerator json = new JsonFactory().createGenerator(bytes)) {
            new BaseMapJson(map, streets, json).write();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return bytes.toByteArray();
    }

    private void write() throws IOException {
        json.writeStartObject();
        json.writeNumberField("format", FORMAT);
        text("name", map.city().name());
        json.writeFieldName("grid");
        json.writeStartObject();
        json.writeNumberField("west", map.grid().west());
        json.writeNumberField("south", map.grid().south());
        json.writeNumberField("step", Grid.STEP);
        json.writeEndObject();
        view();
        streets();
        json.writeArrayFieldStart("arcs");
        for (Line arc : map.arcs()) {
            numbers(arc.deltas());
        }
        json.writeEndArray();
        json.writeNumberField("rimArcs", map.rimArcs());
        json.writeNumberField("kecamatanArcs", map.kecamatanArcs());
        rings("rim", map.rim());
        json.writeArrayFieldStart("land");
        for (Line ring : map.surroundings().rings()) {
            numbers(ring.deltas());
        }
        json.writeEndArray();
        neighbours();
        kecamatan();
        kelurahan();
        places();
        attributions();
        json.writeEndObject();
    }

    private void view() throws IOException {
        Bounds bounds = map.city().areas().bounds();
        json.writeArrayFieldStart("bounds");
        for (double edge : new double[] {bounds.south(), bounds.west(), bounds.north(), bounds.east()}) {
            json.writeNumber(edge);
        }
        json.writeEndArray();
        json.writeFieldName("view");
        json.writeStartObject();
        json.writeNumberField("lat", map.city().map().centre().latitude());
        json.writeNumberField("lon", map.city().map().centre().longitude());
        json.writeNumberField("zoom", map.city().map().zoom());
        json.writeEndObject();
    }

    private void streets() throws IOException {
        if (streets.isEmpty()) {
            return;
        }
        Streets.Source source = streets.get();
        json.writeObjectFieldStart("streets");
        json.writeStringField("kind", source.kind());
        json.writeStringField("address", source.address());
        json.writeNumberField("minZoom", source.minZoom());
        json.writeNumberField("maxZoom", source.maxZoom());
        if (source.bounds() != null) {
            json.writeFieldName("bounds");
            json.writeArray(source.bounds(), 0, source.bounds().length);
        }
        json.writeStringField("attribution", source.attribution());
        json.writeEndObject();
    }

    private void neighbours() throws IOException {
        json.writeArrayFieldStart("neighbours");
        for (Surroundings.Name each : map.surroundings().names()) {
            json.writeStartObject();
            json.writeStringField("name", each.name());
            at(each.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void kecamatan() throws IOException {
        json.writeArrayFieldStart("kecamatan");
        for (BaseMap.District each : map.districts()) {
            json.writeStartObject();
            json.writeStringField("code", each.kecamatan().code());
            json.writeStringField("name", each.kecamatan().name());
            at(each.label());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void kelurahan() throws IOException {
        json.writeArrayFieldStart("kelurahan");
        for (BaseMap.Village each : map.villages()) {
            json.writeStartObject();
            json.writeStringField("code", each.kelurahan().code());
            json.writeStringField("name", each.kelurahan().name());
            at(each.label());
            rings("rings", each.rings());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void places() throws IOException {
        json.writeArrayFieldStart("places");
        for (Place place : map.places()) {
            json.writeStartObject();
            json.writeStringField("kind", place.kind().name().toLowerCase(Locale.ROOT));
            text("name", place.name());
            at(place.position());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void attributions() throws IOException {
        json.writeArrayFieldStart("attributions");
        for (Attribution each : map.city().attributions()) {
            json.writeStartObject();
            text("subject", each.subject());
            json.writeStringField("source", each.source());
            json.writeStringField("licence", each.licence());
            json.writeStringField("address", each.address());
            json.writeEndObject();
        }
        json.writeEndArray();
    }

    private void text(String field, Localized text) throws IOException {
        json.writeObjectFieldStart(field);
        json.writeStringField("id", text.id());
        json.writeStringField("en", text.en());
        json.writeEndObject();
    }

    private void at(Position position) throws IOException {
        json.writeFieldName("at");
        numbers(map.grid().at(position));
    }

    private void rings(String field, List<int[]> rings) throws IOException {
        json.writeArrayFieldStart(field);
        for (int[] ring : rings) {
            numbers(ring);
        }
        json.writeEndArray();
    }

    private void numbers(int[] numbers) throws IOException {
        json.writeArray(numbers, 0, numbers.length);
    }
}
