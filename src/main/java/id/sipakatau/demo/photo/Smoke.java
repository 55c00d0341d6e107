package id.sipakatau.demo.photo;

import java.awt.AlphaComposite;
import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.awt.image.DataBufferInt;

/** Smoke, flames and rain: everything that is seen through. */
final class Smoke {

    private static final int PUFF = 160;
    private static final int KINDS = 4;
    private static final BufferedImage[] WHITE = puffs(0xd6d3cc, 0xa9a59c);
    private static final BufferedImage[] BLACK = puffs(0x5a5650, 0x1d1b1a);

    private Smoke() {}

    /**
     * A column that rises from a point and leans with the wind.
     *
     * @param wind how far it drifts to the right, as a part of its height; negative for the left
     * @param blackness from 0, burning leaves, to 1, burning houses
     */
    static void column(
            Canvas c, double x, double y, double z, double width, double height, double wind, double blackness) {
        int steps = 58;
        var composite = c.g.getComposite();
        for (int i = 0; i < steps; i++) {
            double t = i / (double) steps;
            double size = width * (0.5 + t * 1.9) * c.between(0.8, 1.2);
            double px = x + wind * t * t * height + c.random.nextGaussian() * width * 0.22 * (0.4 + t);
            double py = y + t * height - size * 0.3;
            var kind = c.chance(blackness * (1 - t * 0.4)) ? BLACK : WHITE;
            c.g.setComposite(AlphaComposite.getInstance(
                    AlphaComposite.SRC_OVER, (float) (c.light.dark() ? 0.5 : 0.85) * (float) (1 - t * 0.55)));
            c.stand(kind[c.random.nextInt(KINDS)], px, py, z, size, size);
        }
        c.g.setComposite(composite);
    }

    /** Haze of smoke along a street. */
    static void veil(Canvas c, double z, double width, double strength) {
        var composite = c.g.getComposite();
        c.g.setComposite(AlphaComposite.getInstance(AlphaComposite.SRC_OVER, (float) strength));
        for (int i = 0; i < 9; i++) {
            double size = c.between(0.4, 0.8) * width;
            c.stand(
                    WHITE[c.random.nextInt(KINDS)],
                    c.between(-0.5, 0.5) * width,
                    c.between(-0.5, 2.5),
                    z,
                    size,
                    size * 0.6);
        }
        c.g.setComposite(composite);
    }

    /** Tongues of fire standing on a line {@code width} metres wide. */
    static void flames(Canvas c, double x, double y, double z, double width, double height) {
        Things.glow(c, x, y + height * 0.4, z, width * 1.6 + height, new Color(255, 140, 40, 120));
        int[][] layers = {{0xd6, 0x3c, 0x10}, {0xf2, 0x7a, 0x16}, {0xff, 0xc2, 0x38}, {0xff, 0xf2, 0xa8}};
        for (int layer = 0; layer < layers.length; layer++) {
            double share = 1 - layer * 0.22;
            int tongues = (int) Math.max(5, width * 7);
            for (int i = 0; i < tongues; i++) {
                double fx = x + c.between(-0.5, 0.5) * width * share;
                double lower = 1 - Math.pow(Math.abs(fx - x) / (width * 0.6), 2);
                tongue(
                        c,
                        fx,
                        y,
                        z,
                        height * share * lower * c.between(0.45, 1.1),
                        width * 0.12 * share + 0.05,
                        layers[layer]);
            }
        }
    }

    private static void tongue(Canvas c, double x, double y, double z, double height, double half, int[] rgb) {
        double s = c.scale(z);
        double cx = c.screenX(x, z);
        double foot = c.screenY(y, z);
        double lick = c.between(-0.3, 0.3) * height * s;
        var path = new Path2D.Double();
        path.moveTo(cx - half * s, foot);
        path.curveTo(
                cx - half * 1.5 * s,
                foot - height * 0.45 * s,
                cx + lick * 0.2,
                foot - height * 0.6 * s,
                cx + lick,
                foot - height * s);
        path.curveTo(
                cx + lick * 0.3 + half * s,
                foot - height * 0.5 * s,
                cx + half * 1.7 * s,
                foot - height * 0.35 * s,
                cx + half * s,
                foot);
        path.closePath();
        c.g.setColor(new Color(rgb[0], rgb[1], rgb[2], 190));
        c.g.fill(path);
    }

    /** Streaks of falling rain over the whole picture. */
    static void rain(Canvas c) {
        double slant = c.between(-0.22, 0.22);
        c.g.setStroke(new java.awt.BasicStroke(1.1f));
        for (int i = 0; i < 420; i++) {
            double x = c.between(-60, Canvas.WIDTH + 60);
            double y = c.between(-40, Canvas.HEIGHT);
            double length = c.between(14, 46);
            c.g.setColor(new Color(224, 232, 236, 30 + c.random.nextInt(50)));
            c.g.drawLine((int) x, (int) y, (int) (x + slant * length), (int) (y + length));
        }
    }

    private static BufferedImage[] puffs(int light, int dark) {
        var puffs = new BufferedImage[KINDS];
        for (int i = 0; i < KINDS; i++) {
            puffs[i] = puff(light, dark, i * 131);
        }
        return puffs;
    }

    private static BufferedImage puff(int light, int dark, int drift) {
        var image = new BufferedImage(PUFF, PUFF, BufferedImage.TYPE_INT_ARGB);
        int[] pixels = ((DataBufferInt) image.getRaster().getDataBuffer()).getData();
        for (int y = 0; y < PUFF; y++) {
            for (int x = 0; x < PUFF; x++) {
                double dx = (x - PUFF / 2.0) / (PUFF / 2.0);
                double dy = (y - PUFF / 2.0) / (PUFF / 2.0);
                double noise = Noise.cloudy(x * 1.3 + drift, y * 1.3 + drift * 2);
                double density = Math.clamp((1 - Math.sqrt(dx * dx + dy * dy) + noise * 0.5) * 1.3, 0, 1);
                int colour = Canvas.mix(light, dark, (float) Math.clamp(0.5 + dy * 0.4 + noise * 0.7, 0, 1));
                pixels[y * PUFF + x] = (int) (density * density * 150) << 24 | colour;
            }
        }
        return image;
    }
}
