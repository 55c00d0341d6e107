package id.sipakatau.basemap;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.city.Areas;
import id.sipakatau.city.Kelurahan;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import id.sipakatau.city.Whereabouts;
import id.sipakatau.testing.Makassar;
import java.awt.geom.Line2D;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;

/** The base map of the real city. */
class BaseMapTest {

    private static final BaseMap MAP = BaseMap.of(Makassar.city());
    private static final byte[] JSON = BaseMapJson.of(MAP, Optional.empty());
    private static final Areas AREAS = Makassar.city().areas();

    @Test
    void all_kelurahan_and_kecamatan_are_on_it() throws IOException {
        JsonNode json = new ObjectMapper().readTree(JSON);
        assertThat(json.get("kelurahan").findValuesAsText("code"))
                .hasSize(153)
                .containsExactlyElementsOf(
                        AREAS.kelurahan().stream().map(Kelurahan::code).toList());
        assertThat(json.get("kecamatan")).hasSize(15);
        assertThat(json.get("kelurahan")).allMatch(each -> !each.get("rings").isEmpty());
        assertThat(json.get("rim")).hasSize(AREAS.outline().parts().size());
    }

    @Test
    void it_is_small_enough_for_a_slow_line() throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(JSON);
        }
        assertThat(bytes.size()).isLessThan(35_000);
    }

    @Test
    void no_border_is_more_than_ten_metres_from_where_it_is() {
        for (Kelurahan kelurahan : AREAS.kelurahan()) {
            for (List<double[]> part : AREAS.outline(kelurahan).parts()) {
                for (double[] ring : part) {
                    for (int i = 0; i < ring.length; i += 2) {
                        assertThat(metresToBorder(ring[i], ring[i + 1]))
                                .as(kelurahan.name())
                                .isLessThan(10);
                    }
                }
            }
        }
    }

    @Test
    void each_border_is_held_once_and_by_at_most_two_areas() {
        Map<Integer, Integer> uses = new HashMap<>();
        for (BaseMap.Village village : MAP.villages()) {
            for (int[] ring : village.rings()) {
                for (int arc : ring) {
                    uses.merge(Borders.index(arc), 1, Integer::sum);
                }
            }
        }
        assertThat(uses).hasSize(MAP.arcs().size());
        for (int arc = 0; arc < MAP.arcs().size(); arc++) {
            assertThat(uses.get(arc)).isEqualTo(arc < MAP.rimArcs() ? 1 : 2);
        }
    }

    @Test
    void names_stand_within_their_areas() {
        for (BaseMap.Village village : MAP.villages()) {
            assertThat(AREAS.locate(village.label())).isEqualTo(new Whereabouts.Inside(village.kelurahan()));
        }
        for (BaseMap.District district : MAP.districts()) {
            assertThat(AREAS.outline(district.kecamatan()).covers(district.label()))
                    .isTrue();
        }
    }

    @Test
    void a_place_of_which_only_the_area_is_known_is_not_drawn() {
        assertThat(MAP.places())
                .isNotEmpty()
                .noneMatch(place -> place.accuracy() == Place.Accuracy.AREA_ONLY)
                .anyMatch(place -> place.kind() == Place.Kind.LANDMARK || place.kind() == Place.Kind.TOURISM);
    }

    @Test
    void the_land_of_the_neighbours_goes_on_where_the_data_end() {
        Line square = new Line(new int[] {0, 0, 100, 0, 100, 50, 60, 100, 0, 100, 0, 0});
        Line small = new Line(new int[] {20, 20, 30, 20, 25, 30, 20, 20});
        List<Line> drawn = Surroundings.of(List.of(square, small), List.of()).rings();
        int[] xy = drawn.getFirst().xy();
        assertThat(xy).contains(300_100, -300_000);
        assertThat(drawn.getFirst().closed()).isTrue();
        assertThat(drawn.get(1)).isEqualTo(small);
    }

    @Test
    void the_picture_of_the_city_is_small_and_well_formed() throws Exception {
        byte[] svg = MapPicture.ofCity(MAP);
        assertThat(svg.length).isLessThan(40_000);
        assertThat(texts(svg)).contains("Biringkanaya", "Tamalanrea", "Panakkukang", "Tamalate");
    }

    @Test
    void the_picture_of_a_place_names_the_kelurahan_around_it() throws Exception {
        byte[] svg = MapPicture.ofPlace(MAP, new Position(-5.135, 119.412));
        assertThat(svg.length).isLessThan(20_000);
        assertThat(texts(svg)).contains("Bulogading", "Baru");
        assertThat(texts(MapPicture.ofPlace(MAP, new Position(51.5, 0)))).isEmpty();
        assertThat(new String(MapPicture.ofPlace(MAP, new Position(90, 180)), StandardCharsets.UTF_8))
                .doesNotContain("NaN");
    }

    private static List<String> texts(byte[] svg) throws Exception {
        var document = DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new ByteArrayInputStream(svg));
        var nodes = document.getElementsByTagName("text");
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < nodes.getLength(); i++) {
            texts.add(nodes.item(i).getTextContent());
        }
        return texts;
    }

    private static double metresToBorder(double longitude, double latitude) {
        double nearest = Double.MAX_VALUE;
        double perLatitude = 111_195;
        double perLongitude = perLatitude * Math.cos(Math.toRadians(latitude));
        for (Line arc : MAP.arcs()) {
            for (int i = 0; i + 3 < arc.xy().length; i += 2) {
                double x1 = (MAP.grid().longitude(arc.xy()[i]) - longitude) * perLongitude;
                double y1 = (MAP.grid().latitude(arc.xy()[i + 1]) - latitude) * perLatitude;
                double x2 = (MAP.grid().longitude(arc.xy()[i + 2]) - longitude) * perLongitude;
                double y2 = (MAP.grid().latitude(arc.xy()[i + 3]) - latitude) * perLatitude;
                nearest = Math.min(nearest, Line2D.ptSegDist(x1, y1, x2, y2, 0, 0));
            }
        }
        return nearest;
    }
}
