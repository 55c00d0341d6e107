package id.sipakatau.basemap;

import id.sipakatau.city.Bounds;
import id.sipakatau.city.Position;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/**
 * The map as an SVG picture, for readers without scripts. It follows the light or dark setting by itself; its colours
 * are those of {@code css/tokens.css}, which a picture cannot read.
 */
final class MapPicture {

    static final String STYLE = """
            svg{--sea:#d8e8ef;--land:#f0efea;--city:#fff;--border:#c9d1d3;--words:#4f5d63;--pin:#04525f}\
            @media(prefers-color-scheme:dark){svg{--sea:#031e28;--land:#232829;--city:#2b3335;--border:#47555a;--words:#a6b0b4;--pin:#5ab8c6}}\
            .s{fill:var(--sea)}.l{fill:var(--land);stroke:var(--land);stroke-width:20}.c{fill:var(--city)}\
            .b,.k,.r{fill:none;stroke:var(--border);stroke-width:10}.b{stroke-width:16}.k{stroke-dasharray:50 40}\
            text{font:600 120px system-ui,sans-serif;fill:var(--words);text-anchor:middle;stroke:var(--city);\
            stroke-width:30;paint-order:stroke;stroke-linejoin:round}\
            .p{fill:var(--pin);stroke:var(--city);stroke-width:20}.e{fill:var(--city)}""";

    private static final double MARGIN_DEGREES = 0.012;
    private static final int CITY_WIDTH = 640;
    private static final int PLACE_WIDTH = 640;
    private static final double PLACE_HALF_WIDTH_DEGREES = 0.011;
    private static final double PLACE_HALF_HEIGHT_DEGREES = 0.007;

    /** The widest letter of usual fonts at the size of the style, and the height of a line. */
    private static final int LETTER = 78;

    private static final int LINE = 135;
    private static final int[] NUDGES = {0, -LINE / 2, LINE / 2, -LINE, LINE};

    private final BaseMap map;
    private final Window window;
    private final StringBuilder svg = new StringBuilder(32_000);
    private final List<int[]> taken = new ArrayList<>();

    private MapPicture(BaseMap map, Window window) {
        this.map = map;
        this.window = window;
    }

    /** The mainland with its kecamatan. */
    static byte[] ofCity(BaseMap map) {
        Bounds mainland = Label.largest(map.city().areas().outline());
        var window = new Window(
                new Bounds(
                        mainland.south() - MARGIN_DEGREES,
                        mainland.west() - MARGIN_DEGREES,
                        mainland.north() + MARGIN_DEGREES,
                        mainland.east() + MARGIN_DEGREES),
                CITY_WIDTH);
        var picture = new MapPicture(map, window);
        picture.begin();
        picture.lines("b", map.rimArcs(), map.rimArcs() + map.kecamatanArcs());
        picture.lines("r", 0, map.rimArcs());
        map.districts().forEach(each -> picture.name(each.kecamatan().name(), each.label()));
        return picture.end();
    }

    /** The kelurahan around a position, which a pin marks. */
    static byte[] ofPlace(BaseMap map, Position position) {
        var window = new Window(
                new Bounds(
                        Math.max(-90, position.latitude() - PLACE_HALF_HEIGHT_DEGREES),
                        Math.max(-180, position.longitude() - PLACE_HALF_WIDTH_DEGREES),
                        Math.min(90, position.latitude() + PLACE_HALF_HEIGHT_DEGREES),
                        Math.min(180, position.longitude() + PLACE_HALF_WIDTH_DEGREES)),
                PLACE_WIDTH);
        var picture = new MapPicture(map, window);
        picture.begin();
        picture.lines("k", map.rimArcs() + map.kecamatanArcs(), map.arcs().size());
        picture.lines("b", map.rimArcs(), map.rimArcs() + map.kecamatanArcs());
        picture.lines("r", 0, map.rimArcs());
        picture.taken.add(picture.aroundPin(position));
        map.villages().forEach(each -> picture.name(each.kelurahan().name(), each.label()));
        picture.pin(position);
        return picture.end();
    }

    private void begin() {
        int width = window.width() * Window.PARTS;
        int height = window.height() * Window.PARTS;
        svg.append("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" width=\"%d\" height=\"%d\">"
                .formatted(width, height, window.width(), window.height()));
        svg.append("<style>").append(STYLE).append("</style>");
        svg.append("<path class=\"s\" d=\"M0 0H%dV%dH0\"/>".formatted(width, height));
        areas("l", map.surroundings().rings());
        areas("c", map.rim().stream().map(this::ring).toList());
    }

    private byte[] end() {
        return svg.append("</svg>").toString().getBytes(StandardCharsets.UTF_8);
    }

    private void areas(String style, List<Line> rings) {
        path(
                style,
                rings.stream()
                        .map(ring -> window.cut(window.drawn(ring, map.grid())))
                        .filter(ring -> ring.size() >= 4)
                        .toList());
    }

    private void lines(String style, int from, int to) {
        Predicate<Line> seen = window::touches;
        path(
                style,
                map.arcs().subList(from, to).stream()
                        .map(arc -> window.drawn(arc, map.grid()))
                        .filter(seen)
                        .toList());
    }

    private void path(String style, List<Line> lines) {
        svg.append("<path class=\"").append(style).append("\" d=\"");
        for (Line line : lines) {
            int[] deltas = line.deltas();
            svg.append('M').append(deltas[0]).append(' ').append(deltas[1]).append('l');
            for (int i = 2; i < deltas.length; i++) {
                boolean separate = i > 2 && deltas[i] >= 0;
                svg.append(separate ? " " : "").append(deltas[i]);
            }
        }
        svg.append("\"/>");
    }

    private Line ring(int[] arcs) {
        List<int[]> pieces = new ArrayList<>();
        int size = 0;
        for (int arc : arcs) {
            Line line = map.arcs().get(Borders.index(arc));
            int[] xy = arc < 0 ? line.reversed().xy() : line.xy();
            pieces.add(xy);
            size += xy.length;
        }
        int[] ring = new int[size];
        int at = 0;
        for (int[] piece : pieces) {
            System.arraycopy(piece, 0, ring, at, piece.length);
            at += piece.length;
        }
        return new Line(ring);
    }

    /** Writes a name where it is wholly in the picture and touches no other: at its place, or just above or below. */
    private void name(String name, Position position) {
        if (!window.shows(position)) {
            return;
        }
        int x = window.x(position.longitude());
        int half = name.length() * LETTER / 2;
        for (int nudge : NUDGES) {
            int y = window.y(position.latitude()) + nudge;
            int[] box = {x - half, y - LINE / 2, x + half, y + LINE / 2};
            if (inPicture(box) && taken.stream().noneMatch(other -> overlap(box, other))) {
                taken.add(box);
                svg.append("<text x=\"%d\" y=\"%d\">%s</text>".formatted(x, y + LINE / 3, escaped(name)));
                return;
            }
        }
    }

    private boolean inPicture(int[] box) {
        return box[0] >= 0
                && box[1] >= 0
                && box[2] <= window.width() * Window.PARTS
                && box[3] <= window.height() * Window.PARTS;
    }

    private int[] aroundPin(Position position) {
        int x = window.x(position.longitude());
        int y = window.y(position.latitude());
        return new int[] {x - 180, y - 500, x + 180, y};
    }

    private void pin(Position position) {
        svg.append("<g transform=\"translate(%d %d)\">"
                .formatted(window.x(position.longitude()), window.y(position.latitude())));
        svg.append("<path class=\"p\" d=\"M0 0C0 0 180-180 180-315A180 180 0 0 0-180-315C-180-180 0 0 0 0Z\"/>");
        svg.append("<circle class=\"e\" cy=\"-315\" r=\"70\"/></g>");
    }

    private static boolean overlap(int[] a, int[] b) {
        return a[0] < b[2] && a[2] > b[0] && a[1] < b[3] && a[3] > b[1];
    }

    private static String escaped(String words) {
        return words.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }
}
