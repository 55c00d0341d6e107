package id.sipakatau.city.folder;

import id.sipakatau.city.Areas;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Localized;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import id.sipakatau.city.reading.CsvFile;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import java.util.List;
import java.util.Optional;

/** Reads {@code places.csv}. */
final class PlaceFile {

    private final CsvFile csv;
    private final Identifier ids = new Identifier();

    PlaceFile(SourceFile file) {
        this.csv =
                new CsvFile(file, "id", "kind", "name_id", "name_en", "lat", "lon", "accuracy", "kelurahan", "source");
    }

    /** The places; they are checked against the areas where these could be read. */
    List<Place> read(Optional<Areas> areas) {
        return csv.rows().stream().map(row -> place(row, areas)).toList();
    }

    private Place place(CsvFile.Row row, Optional<Areas> areas) {
        Value kelurahan = row.value("kelurahan");
        Place place = new Place(
                ids.unique(row.value("id")),
                new Localized(row.value("name_id").text(), row.value("name_en").text()),
                row.value("kind").choice(Place.Kind.class),
                new Position(row.value("lat").number(-90, 90), row.value("lon").number(-180, 180)),
                row.value("accuracy").choice(Place.Accuracy.class),
                kelurahan.text(),
                row.value("source").text());
        if (kelurahan.isPresent()) {
            areas.ifPresent(known -> check(place, known, kelurahan));
        }
        return place;
    }

    private static void check(Place place, Areas areas, Value kelurahan) {
        Optional<Kelurahan> found = areas.locate(place.position()).belongsTo();
        if (found.isEmpty()) {
            kelurahan.fault("is " + kelurahan.text() + ", but the position lies outside the city");
        } else if (!found.get().code().equals(kelurahan.text())) {
            kelurahan.fault("is " + kelurahan.text() + ", but the position lies in "
                    + found.get().code() + " " + found.get().name());
        }
    }
}
