package id.sipakatau.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;
import java.util.SplittableRandom;

/**
 * A sheet with a camera behind it: painters speak in metres ({@code x} to the right, {@code y} up from the ground,
 * {@code z} away from the camera) and the sheet does the perspective, the light and the haze.
 */
final class Canvas {

    static final int WIDTH = 1280;
    static final int HEIGHT = 960;

    /** Nearer than this nothing is projected. */
    private static final double NEAREST = 1.3;

    final Graphics2D g;
    final int[] pixels;
    final SplittableRandom random;
    final Light light;
    final double horizon;

    private final double centre;
    private final double focal = 1010;
    private final double eye;

    Canvas(Light light, SplittableRandom random, double eye) {
        this.light = light;
        this.random = random;
        this.eye = eye;
        horizon = 360 + random.nextDouble(60);
        centre = WIDTH / 2.0 + random.nextDouble(-150, 150);
        var image = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        g.setRenderingHint(RenderingHints.KEY_STROKE_CONTROL, RenderingHints.VALUE_STROKE_PURE);
        pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
    }

    double screenX(double x, double z) {
        return centre + focal * x / Math.max(NEAREST, z);
    }

    double screenY(double y, double z) {
        return horizon + focal * (eye - y) / Math.max(NEAREST, z);
    }

    /** How many dots a metre has at this distance. */
    double scale(double z) {
        return focal / Math.max(NEAREST, z);
    }

    /** A wall that runs away from the camera, along {@code z}. */
    void side(Color colour, double x, double y1, double y2, double z1, double z2) {
        boolean sunlit = x > 0 == light.sunFromLeft();
        g.setColor(light.on(colour, (z1 + z2) / 2, sunlit ? 0.7 : -0.7));
        polygon(x, y1, z1, x, y2, z1, x, y2, z2, x, y1, z2);
    }

    /** A wall that faces the camera. */
    void front(Color colour, double x1, double x2, double y1, double y2, double z) {
        g.setColor(light.on(colour, z, -0.15));
        polygon(x1, y1, z, x1, y2, z, x2, y2, z, x2, y1, z);
    }

    /** A level surface. */
    void flat(Color colour, double y, double x1, double x2, double z1, double z2) {
        g.setColor(light.on(colour, (z1 + z2) / 2, 0.3));
        polygon(x1, y, z1, x1, y, z2, x2, y, z2, x2, y, z1);
    }

    /** Fills a shape given by corners {@code x, y, z, x, y, z, …} in the colour set before. */
    void polygon(double... corners) {
        g.fill(path(corners));
    }

    Path2D path(double... corners) {
        var path = new Path2D.Double(Path2D.WIND_NON_ZERO, corners.length / 3 + 1);
        for (int i = 0; i < corners.length; i += 3) {
            double sx = screenX(corners[i], corners[i + 2]);
            double sy = screenY(corners[i + 1], corners[i + 2]);
            if (i == 0) {
                path.moveTo(sx, sy);
            } else {
                path.lineTo(sx, sy);
            }
        }
        path.closePath();
        return path;
    }

    /** A rod between two points, {@code thickness} metres thick at its nearer end. */
    void rod(Color colour, double thickness, double x1, double y1, double z1, double x2, double y2, double z2) {
        double z = Math.min(z1, z2);
        g.setColor(light.on(colour, z, 0));
        g.setStroke(new BasicStroke(
                (float) Math.max(0.7, thickness * scale(z)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var path = new Path2D.Double();
        path.moveTo(screenX(x1, z1), screenY(y1, z1));
        path.lineTo(screenX(x2, z2), screenY(y2, z2));
        g.draw(path);
    }

    /** A cable that sags {@code sag} metres between two points. */
    void cable(Color colour, double sag, double x1, double y1, double z1, double x2, double y2, double z2) {
        g.setColor(light.on(colour, Math.min(z1, z2), 0));
        g.setStroke(new BasicStroke((float) Math.clamp(0.03 * scale((z1 + z2) / 2), 0.9, 4)));
        var path = new Path2D.Double();
        path.moveTo(screenX(x1, z1), screenY(y1, z1));
        // the control point sits twice as deep as the sag of the curve
        double zMiddle = 2 / (1 / Math.max(NEAREST, z1) + 1 / Math.max(NEAREST, z2));
        path.quadTo(
                screenX((x1 + x2) / 2, zMiddle),
                screenY((y1 + y2) / 2 - 2 * sag, zMiddle),
                screenX(x2, z2),
                screenY(y2, z2));
        g.draw(path);
    }

    /** A soft dark patch on the ground under a thing. */
    void shadow(double x, double z, double width, double depth) {
        double w = width * scale(z);
        double h = Math.abs(screenY(0, z - depth / 2) - screenY(0, z + depth / 2));
        int strength = light.contrast() > 0.4 ? 52 : 34;
        for (int ring = 3; ring >= 1; ring--) {
            g.setColor(new Color(8, 10, 16, strength / 2 + 4));
            double share = 0.62 + 0.16 * ring;
            g.fill(new java.awt.geom.Ellipse2D.Double(
                    screenX(x, z) - w * share / 2, screenY(0, z) - h * share / 2, w * share, h * share));
        }
    }

    /** Draws a ready picture standing upright with the middle of its foot at a point. */
    void stand(BufferedImage sprite, double x, double y, double z, double width, double height) {
        double w = width * scale(z);
        double h = height * scale(z);
        g.drawImage(
                sprite,
                (int) (screenX(x, z) - w / 2),
                (int) (screenY(y, z) - h),
                (int) Math.ceil(w),
                (int) Math.ceil(h),
                null);
    }

    /** The colour of the ground at a point, as 0xRRGGBB; {@code detail} falls from 1 to 0 with distance. */
    interface Ground {
        int colourAt(double x, double z, float detail);
    }

    /** Paints everything under the horizon dot by dot, so that grain and joints run away in true perspective. */
    void ground(Ground ground) {
        for (int row = Math.max(0, (int) horizon + 1); row < HEIGHT; row++) {
            double z = focal * eye / (row - horizon);
            float detail = (float) Math.min(1, 14 / z);
            double haze = light.hazeAt(z);
            // In 256ths, since this is done more than half a million times.
            int red = (int) (light.tint()[0] * (1 - haze) * 256);
            int green = (int) (light.tint()[1] * (1 - haze) * 256);
            int blue = (int) (light.tint()[2] * (1 - haze) * 256);
            int hazeRed = (int) (light.horizon().getRed() * haze);
            int hazeGreen = (int) (light.horizon().getGreen() * haze);
            int hazeBlue = (int) (light.horizon().getBlue() * haze);
            double step = z / focal;
            double x = -centre * step;
            int at = row * WIDTH;
            for (int column = 0; column < WIDTH; column++, x += step) {
                int colour = ground.colourAt(x, z, detail);
                int r = ((colour >> 16 & 0xff) * red >> 8) + hazeRed;
                int g = ((colour >> 8 & 0xff) * green >> 8) + hazeGreen;
                int b = ((colour & 0xff) * blue >> 8) + hazeBlue;
                pixels[at + column] = Math.min(r, 255) << 16 | Math.min(g, 255) << 8 | Math.min(b, 255);
            }
        }
    }

    void sky() {
        int end = (int) Math.min(HEIGHT, horizon + 2);
        double driftX = random.nextDouble(512);
        double driftY = random.nextDouble(512);
        int cloudLight = light.dark()
                ? 0x2a3346
                : light.mood() == Light.Mood.DUSK ? 0xf6c9a0 : light.wet() ? 0x9aa4a8 : 0xf7f8f7;
        int cloudDark = light.dark()
                ? 0x10161f
                : light.mood() == Light.Mood.DUSK ? 0x80707f : light.wet() ? 0x5d686f : 0xb9c2c8;
        for (int row = 0; row < end; row++) {
            float t = (float) (row / horizon);
            int clear = mix(light.zenith().getRGB(), light.horizon().getRGB(), t * t * 0.4f + t * 0.6f);
            double spread = 240 / (horizon - row + 90);
            float fade = 1 - t * t * t;
            int at = row * WIDTH;
            // Clouds are soft: every second dot is enough.
            for (int column = 0; column < WIDTH; column += 2) {
                float density = Noise.cloudy(driftX + (column - centre) * spread * 0.25, driftY + 150 * spread)
                        + (light.clouds() - 0.62f);
                int colour = clear;
                if (density > 0) {
                    int cloud = mix(cloudLight, cloudDark, Math.min(1, density * 1.5f));
                    colour = mix(clear, cloud, Math.min(1, density * 3.2f) * fade);
                }
                pixels[at + column] = colour;
                pixels[at + column + 1] = colour;
            }
        }
    }

    /** A colour between two packed ones. */
    static int mix(int from, int to, float share) {
        int part = (int) (share * 256);
        int r = (from >> 16 & 0xff) + (((to >> 16 & 0xff) - (from >> 16 & 0xff)) * part >> 8);
        int g = (from >> 8 & 0xff) + (((to >> 8 & 0xff) - (from >> 8 & 0xff)) * part >> 8);
        int b = (from & 0xff) + (((to & 0xff) - (from & 0xff)) * part >> 8);
        return r << 16 | g << 8 | b;
    }

    /** A packed colour made lighter or darker. */
    static int lit(int colour, float factor) {
        int share = Math.max(0, (int) (factor * 256));
        int r = Math.min(255, (colour >> 16 & 0xff) * share >> 8);
        int g = Math.min(255, (colour >> 8 & 0xff) * share >> 8);
        int b = Math.min(255, (colour & 0xff) * share >> 8);
        return r << 16 | g << 8 | b;
    }

    double between(double least, double most) {
        return random.nextDouble(least, most);
    }

    boolean chance(double share) {
        return random.nextDouble() < share;
    }

    @SafeVarargs
    final <T> T oneOf(T... choices) {
        return choices[random.nextInt(choices.length)];
    }
}
