package id.sipakatau.monitoring.preview;

import java.awt.Graphics2D;
import java.awt.geom.AffineTransform;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.apache.fontbox.ttf.CmapLookup;
import org.apache.fontbox.ttf.TTFParser;
import org.apache.fontbox.ttf.TrueTypeFont;
import org.apache.pdfbox.io.RandomAccessReadBuffer;

/**
 * One weight of the site's type, drawn as outlines. Java's own text needs a font configuration of the machine, which a
 * server without a screen does not have.
 */
final class Typeface {

    static final Typeface REGULAR = new Typeface("/fonts/plus-jakarta-sans-latin-400.ttf");
    static final Typeface BOLD = new Typeface("/fonts/plus-jakarta-sans-latin-700.ttf");

    private final TrueTypeFont font;
    private final CmapLookup characters;
    private final double unitsPerEm;

    private Typeface(String resource) {
        try (InputStream file = Typeface.class.getResourceAsStream(resource)) {
            font = new TTFParser().parse(new RandomAccessReadBuffer(file));
            characters = font.getUnicodeCmapLookup();
            unitsPerEm = font.getUnitsPerEm();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Width of a line in pixels, at a size in pixels per em. */
    double width(String text, double size) {
        return glyphs(text).stream().mapToDouble(glyph -> advance(glyph, size)).sum();
    }

    /** Draws a line from a point on its base line. Characters that the type does not have are left out. */
    void draw(Graphics2D canvas, String text, double x, double baseline, double size) {
        var scale = size / unitsPerEm;
        for (var glyph : glyphs(text)) {
            var place = new AffineTransform(scale, 0, 0, -scale, x, baseline);
            canvas.fill(place.createTransformedShape(outline(glyph)));
            x += advance(glyph, size);
        }
    }

    /**
     * Breaks words into lines no wider than {@code width}; what does not fit into so many lines ends in an ellipsis.
     *
     * @param most how many lines, at least one
     */
    List<String> lines(String text, double size, double width, int most) {
        var lines = new ArrayList<String>();
        var line = "";
        for (var word : text.strip().split("\\s+")) {
            var longer = line.isEmpty() ? word : line + " " + word;
            if (width(longer, size) <= width) {
                line = longer;
            } else if (lines.size() == most - 1) {
                lines.add(cut(longer, size, width));
                return lines;
            } else if (line.isEmpty()) {
                lines.add(cut(word, size, width));
            } else {
                lines.add(line);
                line = width(word, size) <= width ? word : cut(word, size, width);
            }
        }
        if (!line.isEmpty()) {
            lines.add(line);
        }
        return lines;
    }

    private String cut(String text, double size, double width) {
        var kept = text;
        while (!kept.isEmpty() && width(kept + "…", size) > width) {
            kept = kept.substring(0, kept.offsetByCodePoints(kept.length(), -1));
        }
        return kept.stripTrailing() + "…";
    }

    private List<Integer> glyphs(String text) {
        return text.codePoints()
                .map(characters::getGlyphId)
                .filter(glyph -> glyph != 0)
                .boxed()
                .toList();
    }

    private double advance(int glyph, double size) {
        try {
            return font.getAdvanceWidth(glyph) * size / unitsPerEm;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private java.awt.Shape outline(int glyph) {
        try {
            // The library reads a glyph when it is first asked for, and does not guard that.
            synchronized (font) {
                return font.getGlyph().getGlyph(glyph).getPath();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
