package id.sipakatau.demo.words;

import id.sipakatau.city.City;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/** What lies around any point of the city: its main streets, lanes, landmarks. */
public final class Neighbourhoods {

    /**
     * Real places that a complaint may name as being near. No hospital, no police station: what an invented complaint
     * says must not fall back on them.
     */
    private static final Set<Place.Kind> NAMED = EnumSet.of(
            Place.Kind.TOURISM,
            Place.Kind.ISLAND,
            Place.Kind.TRANSPORT,
            Place.Kind.MALL,
            Place.Kind.CAMPUS,
            Place.Kind.LANDMARK);

    private static final double NEAR_METRES = 700;

    private final Map<String, List<String>> streets = new HashMap<>();
    private final List<Place> places;
    private final PatternFile words = PatternFile.read("tempat.txt");

    public Neighbourhoods(City city) {
        for (var line : PatternFile.lines("jalan.csv")
                .subList(1, PatternFile.lines("jalan.csv").size())) {
            var cells = line.split(",", 2);
            streets.computeIfAbsent(cells[0], _ -> new ArrayList<>()).add(cells[1]);
        }
        places = city.places().stream()
                .filter(place -> NAMED.contains(place.kind()) && place.accuracy() != Place.Accuracy.AREA_ONLY)
                .toList();
    }

    /** The main streets known of a kecamatan. */
    List<String> streetsOf(String kecamatanCode) {
        return List.copyOf(streets.getOrDefault(kecamatanCode, List.of()));
    }

    /**
     * What somebody at this point has around them.
     *
     * @param visiting whether it is somebody who visits a sight, which then is the landmark
     */
    public Surroundings around(
            Kelurahan kelurahan, Position position, boolean visiting, LocalDateTime moment, RandomGenerator random) {
        var known = streets.getOrDefault(kelurahan.kecamatan().code(), List.of("jalan poros"));
        boolean island = kelurahan.kecamatan().name().startsWith("Kepulauan");
        var plain =
                new Surroundings("", "", kelurahan.name(), kelurahan.kecamatan().name(), "", "", "", moment);
        var near = visiting || random.nextDouble() < 0.3 ? nearest(position) : null;
        var group = visiting ? "sight" : island ? "island landmark" : "landmark";
        return new Surroundings(
                known.get(random.nextInt(known.size())),
                said("lane", Pattern.Language.INDONESIAN, plain, random),
                kelurahan.name(),
                kelurahan.kecamatan().name(),
                near != null ? near.name().id() : said(group, Pattern.Language.INDONESIAN, plain, random),
                near != null ? near.name().en() : said(group, Pattern.Language.ENGLISH, plain, random),
                hamlet(random),
                moment);
    }

    private @Nullable Place nearest(Position position) {
        Place nearest = null;
        double least = NEAR_METRES;
        for (var place : places) {
            double metres = place.position().metresTo(position);
            if (metres < least) {
                least = metres;
                nearest = place;
            }
        }
        return nearest;
    }

    private String said(String group, Pattern.Language language, Surroundings around, RandomGenerator random) {
        var text = new StringBuilder();
        words.any(group, language, random).write(text, around, random);
        return text.toString();
    }

    private static String hamlet(RandomGenerator random) {
        int rt = random.nextInt(1, 9);
        int rw = random.nextInt(1, 12);
        return switch (random.nextInt(4)) {
            case 0 -> "RT " + rt + " RW " + rw;
            case 1 -> "RT 0" + rt + "/RW " + (rw < 10 ? "0" : "") + rw;
            case 2 -> "RW " + rw;
            default -> "RT " + rt;
        };
    }
}
