package id.sipakatau.demo.story;

import id.sipakatau.city.City;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import id.sipakatau.city.Whereabouts;
import id.sipakatau.demo.words.PatternFile;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;

/** Points of the city, always inside a kelurahan: spread over the land, or around the places where much happens. */
final class Spots {

    /** One point for so many square metres; complaints gather around them as they do along streets. */
    private static final double SQUARE_METRES_EACH = 22_000;

    private static final double METRES_PER_DEGREE = 111_195;
    private static final int TRIES = 10;

    /** A point and the kelurahan that it lies in. */
    record Spot(Position position, Kelurahan kelurahan) {}

    private record Crowd(Position middle, Kelurahan kelurahan, double reach, double weight) {}

    private final City city;
    private final List<Spot> everywhere = new ArrayList<>();
    private final Map<Matter.Ground, List<Crowd>> crowds = new EnumMap<>(Matter.Ground.class);

    Spots(City city) {
        this.city = city;
        var random = new SplittableRandom(4711);
        city.areas().kelurahan().forEach(kelurahan -> spread(kelurahan, random));
        readCrowds();
        addSights();
    }

    /** A point where something of this kind may happen. */
    Spot any(Matter.Ground ground, RandomGenerator random) {
        var known = crowds.getOrDefault(ground, List.of());
        if (!known.isEmpty() && random.nextDouble() < gathered(ground)) {
            return near(weighted(known, random), random);
        }
        return beside(everywhere.get(random.nextInt(everywhere.size())), 45, random);
    }

    /** How much of it happens in the known places. */
    private static double gathered(Matter.Ground ground) {
        return switch (ground) {
            case STREET -> 0.15;
            case MAIN -> 0.45;
            case MARKET -> 0.72;
            case FLOOD -> 0.85;
            case CANAL, COAST, SIGHT -> 1;
        };
    }

    private static Crowd weighted(List<Crowd> crowds, RandomGenerator random) {
        double wanted =
                random.nextDouble() * crowds.stream().mapToDouble(Crowd::weight).sum();
        for (var crowd : crowds) {
            wanted -= crowd.weight;
            if (wanted < 0) {
                return crowd;
            }
        }
        return crowds.getLast();
    }

    private Spot near(Crowd crowd, RandomGenerator random) {
        return beside(new Spot(crowd.middle, crowd.kelurahan), crowd.reach, random);
    }

    private Spot beside(Spot spot, double metres, RandomGenerator random) {
        for (int i = 0; i < TRIES; i++) {
            var position = rounded(
                    spot.position.latitude() + random.nextGaussian() * metres / METRES_PER_DEGREE,
                    spot.position.longitude() + random.nextGaussian() * metres / METRES_PER_DEGREE);
            if (city.areas().outline(spot.kelurahan).covers(position)
                    && city.areas().locate(position) instanceof Whereabouts.Inside(Kelurahan inside)
                    && inside.equals(spot.kelurahan)) {
                return new Spot(position, spot.kelurahan);
            }
        }
        return spot;
    }

    /** Scatters points over a kelurahan: many where it is large, but not as many as its land, which is empty then. */
    private void spread(Kelurahan kelurahan, SplittableRandom random) {
        var outline = city.areas().outline(kelurahan);
        var parts = outline.parts().stream().map(List::getFirst).toList();
        double area = parts.stream().mapToDouble(Spots::area).sum();
        boolean islands = kelurahan.kecamatan().name().startsWith("Kepulauan");
        long wanted = Math.round(Math.pow(area / SQUARE_METRES_EACH, 0.72) * (islands ? 0.8 : 2) + 3);
        for (var part : parts) {
            long share = Math.round(wanted * area(part) / area);
            for (int tries = 0; share > 0 && tries < 4000; tries++) {
                var position = within(part, random);
                if (outline.covers(position)
                        && city.areas().locate(position) instanceof Whereabouts.Inside(Kelurahan inside)
                        && inside.equals(kelurahan)) {
                    everywhere.add(new Spot(position, kelurahan));
                    share--;
                }
            }
        }
        everywhere.add(new Spot(kelurahan.inside(), kelurahan));
    }

    private static Position within(double[] ring, SplittableRandom random) {
        double west = 180;
        double east = -180;
        double south = 90;
        double north = -90;
        for (int i = 0; i < ring.length; i += 2) {
            west = Math.min(west, ring[i]);
            east = Math.max(east, ring[i]);
            south = Math.min(south, ring[i + 1]);
            north = Math.max(north, ring[i + 1]);
        }
        return rounded(south + random.nextDouble() * (north - south), west + random.nextDouble() * (east - west));
    }

    /** Square metres within a closed ring, by the shoelace formula on a plane. */
    private static double area(double[] ring) {
        double twice = 0;
        for (int i = 0; i + 3 < ring.length; i += 2) {
            twice += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
        }
        return Math.abs(twice) / 2 * METRES_PER_DEGREE * METRES_PER_DEGREE;
    }

    private void readCrowds() {
        var lines = PatternFile.lines("keramaian.csv");
        for (var line : lines.subList(1, lines.size())) {
            var cells = line.split(",");
            var kelurahan = city.areas()
                    .kelurahan(cells[1])
                    .orElseThrow(() -> new IllegalArgumentException("keramaian.csv: no kelurahan " + cells[1]));
            add(
                    Matter.Ground.valueOf(cells[0].toUpperCase(Locale.ROOT)),
                    new Crowd(
                            kelurahan.inside(), kelurahan, Double.parseDouble(cells[2]), Double.parseDouble(cells[3])));
        }
    }

    private void addSights() {
        for (var place : city.places()) {
            boolean sight = place.kind() == Place.Kind.TOURISM || place.kind() == Place.Kind.ISLAND;
            if (sight
                    && place.accuracy() != Place.Accuracy.AREA_ONLY
                    && city.areas().locate(place.position()) instanceof Whereabouts.Inside(Kelurahan inside)) {
                boolean mainland = place.kind() == Place.Kind.TOURISM;
                add(Matter.Ground.SIGHT, new Crowd(place.position(), inside, mainland ? 110 : 90, mainland ? 6 : 0.7));
            }
        }
    }

    private void add(Matter.Ground ground, Crowd crowd) {
        crowds.computeIfAbsent(ground, _ -> new ArrayList<>()).add(crowd);
    }

    /** Six decimals, a tenth of a metre, as phones send them. */
    private static Position rounded(double latitude, double longitude) {
        return new Position(Math.round(latitude * 1e6) / 1e6, Math.round(longitude * 1e6) / 1e6);
    }
}
