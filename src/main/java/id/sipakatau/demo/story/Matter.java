package id.sipakatau.demo.story;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.demo.photo.Scene;
import id.sipakatau.demo.words.PatternFile;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * What the demo knows of a category, from {@code perkara.csv}.
 *
 * @param weight how often it comes up, in thousandths of all complaints
 * @param photoShare how many send a photo, 0 to 1
 * @param scenes what such a photo shows
 */
public record Matter(
        Category category,
        double weight,
        Season season,
        Hours hours,
        Ground ground,
        double photoShare,
        List<Scene> scenes) {

    /** Where such things happen. */
    enum Ground {
        STREET,
        MAIN,
        MARKET,
        CANAL,
        FLOOD,
        COAST,
        SIGHT
    }

    public Matter {
        scenes = List.copyOf(scenes);
    }

    /**
     * All categories of the city, in its order.
     *
     * @throws IllegalArgumentException if the city has a category that the demo does not know
     */
    public static List<Matter> of(City city) {
        var lines = PatternFile.lines("perkara.csv");
        var rows = lines.subList(1, lines.size()).stream()
                .map(line -> line.split(","))
                .toList();
        return city.categories().stream()
                .map(category -> rows.stream()
                        .filter(row -> row[0].equals(category.id()))
                        .findFirst()
                        .map(row -> parse(category, row))
                        .orElseThrow(() -> new IllegalArgumentException(
                                "The demo has no stories about the category " + category.id())))
                .toList();
    }

    private static Matter parse(Category category, String[] row) {
        return new Matter(
                category,
                Double.parseDouble(row[1]),
                Season.valueOf(row[2].toUpperCase(Locale.ROOT)),
                Hours.valueOf(row[3].toUpperCase(Locale.ROOT)),
                Ground.valueOf(row[4].toUpperCase(Locale.ROOT)),
                Double.parseDouble(row[5]),
                Arrays.stream(row[6].split(";")).map(Scene::valueOf).toList());
    }
}
