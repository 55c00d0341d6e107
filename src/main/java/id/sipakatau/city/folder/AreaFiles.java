package id.sipakatau.city.folder;

import id.sipakatau.city.Areas;
import id.sipakatau.city.Kecamatan;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Outline;
import id.sipakatau.city.Position;
import id.sipakatau.city.reading.CsvFile;
import id.sipakatau.city.reading.GeoJsonFile;
import id.sipakatau.city.reading.SourceFile;
import id.sipakatau.city.reading.Value;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Reads the folder {@code areas}: {@code wilayah.csv} lists the city, its kecamatan and its kelurahan by their official
 * codes, and a GeoJSON file for each level has the polygons.
 */
final class AreaFiles {

    private static final Pattern REGENCY = Pattern.compile("\\d\\d\\.\\d\\d");

    private final SourceFile folder;
    private final Map<String, Area> listed = new TreeMap<>();

    AreaFiles(SourceFile folder) {
        this.folder = folder;
    }

    /** A row of the list. */
    record Area(CsvFile.Row row, Level level, String code, String name, String parent, Position inside) {}

    /** The levels of the list, in the words of the Ministry of Home Affairs. */
    enum Level {
        KOTA("\\d\\d\\.\\d\\d", "a code such as 73.71"),
        KECAMATAN("\\d\\d\\.\\d\\d\\.\\d\\d", "a code such as 73.71.01"),
        KELURAHAN("\\d\\d\\.\\d\\d\\.\\d\\d\\.\\d{4}", "a code such as 73.71.01.1001");

        private final Pattern code;
        private final String form;

        Level(String code, String form) {
            this.code = Pattern.compile(code);
            this.form = form;
        }
    }

    /** The areas; empty if they have a fault. */
    Optional<Areas> read(String cityCode) {
        int before = folder.faults().all().size();
        readList();
        listed.values().forEach(area -> checkParent(area, cityCode));
        Map<String, Outline> outlines = new HashMap<>();
        for (Level level : Level.values()) {
            outlines.putAll(readOutlines(level));
        }
        List<Areas.Neighbour> neighbours = readNeighbours();
        if (folder.faults().all().size() == before) {
            new AreaChecks(listed.values(), outlines).run();
        }
        return folder.faults().all().size() == before ? Optional.of(assemble(outlines, neighbours)) : Optional.empty();
    }

    private void readList() {
        CsvFile csv =
                new CsvFile(file("wilayah.csv"), "kode", "tingkat", "nama", "kode_induk", "titik_lat", "titik_lon");
        for (CsvFile.Row row : csv.rows()) {
            Level level = row.value("tingkat").choice(Level.class);
            Value code = row.value("kode");
            Area area = new Area(
                    row,
                    level,
                    code.text(level.code, level.form),
                    row.value("nama").text(),
                    row.value("kode_induk").text(),
                    new Position(
                            row.value("titik_lat").number(-90, 90),
                            row.value("titik_lon").number(-180, 180)));
            if (!area.code().equals(Value.UNKNOWN) && listed.putIfAbsent(area.code(), area) != null) {
                code.fault("must be unique, but " + area.code() + " is there already");
            }
        }
    }

    private void checkParent(Area area, String cityCode) {
        if (area.level() == Level.KOTA) {
            if (!area.code().equals(cityCode) && !cityCode.equals(Value.UNKNOWN)) {
                area.row().fault("the city is " + area.code() + " here, but " + cityCode + " in city.yaml");
            }
            return;
        }
        Level above = Level.values()[area.level().ordinal() - 1];
        Area parent = listed.get(area.parent());
        if (parent == null || parent.level() != above) {
            area.row().fault("'kode_induk' is " + area.parent() + ", but there is no " + word(above) + " of this code");
        } else if (!area.code().startsWith(parent.code() + ".")) {
            area.row()
                    .fault("'kode' must begin with that of its " + word(above) + ", " + parent.code() + ", but is "
                            + area.code());
        }
    }

    private Map<String, Outline> readOutlines(Level level) {
        String name = word(level) + ".geojson";
        Map<String, Outline> outlines = new HashMap<>();
        Set<String> found = new HashSet<>();
        for (GeoJsonFile.Feature feature : new GeoJsonFile(file(name)).features()) {
            String code = feature.value("kode").text(level.code, level.form);
            if (!code.equals(Value.UNKNOWN)) {
                checkListed(feature, code, level);
                if (!found.add(code)) {
                    feature.fault("'kode' must be unique, but " + code + " is there already");
                }
                feature.geometry().ifPresent(shape -> outlines.put(code, new Outline(shape)));
            }
        }
        listed.values().stream()
                .filter(area -> area.level() == level && !found.contains(area.code()))
                .forEach(area -> area.row().fault(area.code() + " " + area.name() + " has no polygon in " + name));
        return outlines;
    }

    private void checkListed(GeoJsonFile.Feature feature, String code, Level level) {
        Value name = feature.value("nama");
        Area area = listed.get(code);
        if (area == null || area.level() != level) {
            feature.fault(code + " is not a " + word(level) + " of wilayah.csv");
        } else if (name.isPresent() && !name.text().equals(area.name())) {
            feature.fault("'nama' is " + name.text() + " here, but " + area.name() + " in wilayah.csv");
        }
    }

    private List<Areas.Neighbour> readNeighbours() {
        List<Areas.Neighbour> neighbours = new ArrayList<>();
        for (GeoJsonFile.Feature feature : new GeoJsonFile(file("daratan-sekitar.geojson")).features()) {
            String code = feature.value("kode").text(REGENCY, Level.KOTA.form);
            String name = feature.value("nama").text();
            feature.geometry().ifPresent(shape -> neighbours.add(new Areas.Neighbour(code, name, new Outline(shape))));
        }
        return neighbours;
    }

    private Areas assemble(Map<String, Outline> outlines, List<Areas.Neighbour> neighbours) {
        Map<Kecamatan, Outline> kecamatan = new LinkedHashMap<>();
        Map<Kelurahan, Outline> kelurahan = new LinkedHashMap<>();
        Map<String, Kecamatan> byCode = new HashMap<>();
        Outline city = null;
        // By code, so that each area comes after the one that it belongs to.
        for (Area area : listed.values()) {
            Outline outline = Objects.requireNonNull(outlines.get(area.code()));
            switch (area.level()) {
                case KOTA -> city = outline;
                case KECAMATAN -> {
                    Kecamatan each = new Kecamatan(area.code(), area.name(), area.inside());
                    byCode.put(area.code(), each);
                    kecamatan.put(each, outline);
                }
                case KELURAHAN -> {
                    Kecamatan parent = Objects.requireNonNull(byCode.get(area.parent()));
                    kelurahan.put(new Kelurahan(area.code(), area.name(), parent, area.inside()), outline);
                }
            }
        }
        return new Areas(Objects.requireNonNull(city), kecamatan, kelurahan, neighbours);
    }

    private SourceFile file(String name) {
        return new SourceFile(folder.path().resolve(name), folder.faults());
    }

    private static String word(Level level) {
        return level.name().toLowerCase(Locale.ROOT);
    }
}
