package id.sipakatau.monitoring.preview;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import org.jspecify.annotations.Nullable;

/**
 * The picture beside a link to a complaint, in the size that the Open Graph protocol's readers show large: {@value #WIDTH} ×
 * {@value #HEIGHT} pixels.
 */
public final class PreviewCard {

    public static final int WIDTH = 1200;
    public static final int HEIGHT = 630;

    private static final int BAND = 260;
    private static final int MARGIN = 56;
    private static final Color PAPER = new Color(0xfbfaf7);
    private static final Color INK = new Color(0x10222a);
    private static final Color SOFT = new Color(0x4d5c63);
    private static final Color SEA = new Color(0x005562);

    /** A card takes some 10 MB while it is drawn; a crowd of readers waits for its turn instead of filling the memory. */
    private static final Semaphore TURNS = new Semaphore(2);

    private PreviewCard() {}

    /** How far the agency is, with the colours of its badge on the site. */
    public enum Mark {
        BELUM(0xfdefd3, 0x7a4f00),
        SEDANG(0xdbe9fd, 0x174a8f),
        TELAH(0xd7f3e0, 0x17613a);

        private final Color ground;
        private final Color ink;

        Mark(int ground, int ink) {
            this.ground = new Color(ground);
            this.ink = new Color(ink);
        }
    }

    /**
     * What the card says.
     *
     * @param photo a picture that this program made; without one the card is plain
     * @param title the complaint's headline, cut after two lines
     * @param place agency and area
     * @param progress the word for the progress
     * @param number the tracking number
     */
    public record Content(
            @Nullable Path photo, String title, String place, Mark mark, String progress, String number) {}

    /**
     * Draws a card.
     *
     * @return a JPEG
     * @throws IOException if the photo cannot be read
     */
    public static byte[] jpeg(Content content) throws IOException {
        TURNS.acquireUninterruptibly();
        try {
            var card = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
            var canvas = card.createGraphics();
            canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            canvas.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
            picture(canvas, content.photo);
            words(canvas, content);
            canvas.dispose();
            var bytes = new ByteArrayOutputStream();
            if (!ImageIO.write(card, "jpeg", bytes)) {
                throw new IllegalStateException("This Java writes no JPEG");
            }
            return bytes.toByteArray();
        } finally {
            TURNS.release();
        }
    }

    /** The photo fills what is above the words, its middle in the middle; where there is none, sea and sails. */
    private static void picture(Graphics2D canvas, @Nullable Path file) throws IOException {
        var window = new Rectangle2D.Double(0, 0, WIDTH, HEIGHT - BAND);
        canvas.setColor(SEA);
        canvas.fill(window);
        if (file == null) {
            canvas.translate(WIDTH / 2.0 - 140, 45);
            canvas.scale(8.75, 8.75);
            sails(canvas, Color.WHITE, new Color(0x8fd0d6));
            canvas.setTransform(new java.awt.geom.AffineTransform());
            return;
        }
        var photo = ImageIO.read(file.toFile());
        if (photo == null) {
            throw new IOException("No picture: " + file.getFileName());
        }
        double scale = Math.max(window.width / photo.getWidth(), window.height / photo.getHeight());
        int width = (int) Math.ceil(photo.getWidth() * scale);
        int height = (int) Math.ceil(photo.getHeight() * scale);
        canvas.setClip(window);
        canvas.drawImage(photo, (WIDTH - width) / 2, (int) (window.height - height) / 2, width, height, null);
        canvas.setClip(null);
    }

    private static void words(Graphics2D canvas, Content content) {
        double top = HEIGHT - BAND;
        canvas.setColor(PAPER);
        canvas.fill(new Rectangle2D.Double(0, top, WIDTH, BAND));

        double width = Typeface.BOLD.width(content.progress, 26) + 44;
        canvas.setColor(content.mark.ground);
        canvas.fill(new RoundRectangle2D.Double(MARGIN, top - 26, width, 52, 52, 52));
        canvas.setColor(content.mark.ink);
        Typeface.BOLD.draw(canvas, content.progress, MARGIN + 22, top + 9, 26);

        canvas.setColor(INK);
        double baseline = top + 86;
        for (var line : Typeface.BOLD.lines(content.title, 46, WIDTH - 2.0 * MARGIN, 2)) {
            Typeface.BOLD.draw(canvas, line, MARGIN, baseline, 46);
            baseline += 58;
        }
        canvas.setColor(SOFT);
        double name = Typeface.BOLD.width("SIPAKATAU", 28) + 52;
        double number = Typeface.REGULAR.width(content.number, 26) + 40;
        var place = Typeface.REGULAR.lines(content.place, 26, WIDTH - 2.0 * MARGIN - name - number, 1);
        Typeface.REGULAR.draw(canvas, content.number, MARGIN, HEIGHT - 36.0, 26);
        if (!place.isEmpty()) {
            Typeface.REGULAR.draw(canvas, place.getFirst(), MARGIN + number, HEIGHT - 36.0, 26);
        }
        canvas.setColor(SEA);
        Typeface.BOLD.draw(canvas, "SIPAKATAU", WIDTH - MARGIN - name + 52, HEIGHT - 36.0, 28);
        canvas.translate(WIDTH - MARGIN - name, HEIGHT - 66);
        canvas.scale(1.2, 1.2);
        sails(canvas, SEA, new Color(0x002f38));
    }

    /** The mark of the site ({@code img/mark.svg}) in its square of 32. */
    private static void sails(Graphics2D canvas, Color sail, Color hull) {
        canvas.setColor(new Color(0xf98f47));
        var small = new Path2D.Double();
        small.moveTo(13.2, 8);
        small.lineTo(13.2, 20.5);
        small.lineTo(6.2, 20.5);
        small.curveTo(6.4, 15.2, 8.9, 10.8, 13.2, 8);
        canvas.fill(small);
        canvas.setColor(sail);
        var large = new Path2D.Double();
        large.moveTo(15.6, 3);
        large.curveTo(21.8, 6.8, 25.8, 13, 25.8, 20.5);
        large.lineTo(15.6, 20.5);
        large.closePath();
        canvas.fill(large);
        canvas.setColor(hull);
        var boat = new Path2D.Double();
        boat.moveTo(2.5, 23.7);
        boat.lineTo(29.5, 23.7);
        boat.curveTo(27.8, 28, 22.5, 30.5, 16, 30.5);
        boat.curveTo(9.5, 30.5, 4.2, 28, 2.5, 23.7);
        canvas.fill(boat);
    }
}
