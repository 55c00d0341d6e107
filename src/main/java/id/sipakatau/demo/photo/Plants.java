package id.sipakatau.demo.photo;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/** Trees, palms and weeds. The clumps of leaves are drawn once for each light and then stamped. */
final class Plants {

    private static final int CLUMPS = 5;
    private static final int CLUMP_SIZE = 220;
    private static final Color BARK = new Color(0x5b4a3a);
    private static final Map<Light.Mood, BufferedImage[]> CLUMPS_BY_MOOD = new ConcurrentHashMap<>();

    private Plants() {}

    static void tree(Canvas c, double x, double z, double height) {
        double trunk = height * c.between(0.35, 0.45);
        c.shadow(x, z, height * 0.5, height * 0.35);
        c.rod(BARK, 0.1 + height * 0.025, x, 0, z, x + c.between(-0.2, 0.2), trunk + 0.6, z);
        crown(c, x, trunk, z, height * 0.75, height - trunk);
    }

    /** A heap of leaves whose foot is at height {@code y}. */
    static void crown(Canvas c, double x, double y, double z, double width, double height) {
        BufferedImage[] clumps = clumps(c.light);
        for (int i = 0; i < 6; i++) {
            double dx = c.between(-0.32, 0.32) * width;
            double dy = c.between(0, 0.5) * height;
            c.stand(clumps[c.random.nextInt(CLUMPS)], x + dx, y + dy - 0.25 * height, z, width * 0.72, height * 0.78);
        }
    }

    static void bush(Canvas c, double x, double z, double size) {
        c.stand(clumps(c.light)[c.random.nextInt(CLUMPS)], x, -size * 0.12, z, size * 1.3, size * 0.8);
    }

    static void palm(Canvas c, double x, double z, double height) {
        double lean = c.between(-0.8, 0.8);
        c.rod(new Color(0x7a6b57), 0.22, x, 0, z, x + lean, height, z);
        double sx = c.screenX(x + lean, z);
        double sy = c.screenY(height, z);
        double reach = 2.6 * c.scale(z);
        for (int frond = 0; frond < 15; frond++) {
            double angle = Math.PI * 2 * frond / 15 + c.between(-0.15, 0.15);
            Color green =
                    frond % 3 == 0 ? new Color(0x5d7a3c) : frond % 3 == 1 ? new Color(0x47682f) : new Color(0x76894a);
            c.g.setColor(c.light.on(green, z, Math.sin(angle) < 0 ? 0.5 : -0.6));
            double tipX = sx + Math.cos(angle) * reach;
            double tipY = sy + Math.sin(angle) * reach * 0.45 + reach * 0.38;
            double midX = sx + Math.cos(angle) * reach * 0.55;
            double midY = sy + Math.sin(angle) * reach * 0.35 - reach * 0.16;
            var leaf = new Path2D.Double();
            leaf.moveTo(sx, sy);
            leaf.quadTo(midX, midY - reach * 0.05, tipX, tipY);
            leaf.quadTo(midX, midY + reach * 0.13, sx, sy);
            c.g.fill(leaf);
        }
    }

    /** Blades of grass along a line that runs away from the camera. */
    static void weeds(Canvas c, double x, double near, double far) {
        for (double z = far; z > near; z -= Math.max(0.25, z * 0.05)) {
            double foot = x + c.between(-0.2, 0.2);
            for (int blade = 0; blade < 5; blade++) {
                Color green = c.oneOf(new Color(0x6c7f45), new Color(0x55703a), new Color(0x8a8a52));
                c.rod(green, 0.025, foot, 0, z, foot + c.between(-0.18, 0.18), c.between(0.12, 0.4), z);
            }
        }
    }

    static BufferedImage[] clumps(Light light) {
        return CLUMPS_BY_MOOD.computeIfAbsent(light.mood(), _ -> {
            var clumps = new BufferedImage[CLUMPS];
            for (int i = 0; i < CLUMPS; i++) {
                clumps[i] = clump(light, new SplittableRandom(40 + i));
            }
            return clumps;
        });
    }

    private static BufferedImage clump(Light light, SplittableRandom random) {
        var image = new BufferedImage(CLUMP_SIZE, CLUMP_SIZE, BufferedImage.TYPE_INT_ARGB_PRE);
        Graphics2D g = image.createGraphics();
        g.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        double half = CLUMP_SIZE / 2.0;
        for (int leaf = 0; leaf < 900; leaf++) {
            double angle = random.nextDouble(Math.PI * 2);
            double radius = Math.sqrt(random.nextDouble()) * (0.8 + 0.14 * Math.sin(angle * 5));
            double x = half + Math.cos(angle) * radius * half * 0.96;
            double y = half + Math.sin(angle) * radius * half * 0.86;
            // leaves drawn later lie nearer to the light, so the top of the clump brightens
            double height = (half - y) / half * 0.6 + leaf / 900.0 * 0.5 - 0.2;
            int base = Canvas.mix(
                    0x2c4426, 0x8aa352, (float) Math.clamp(0.35 + height * 0.6 + random.nextDouble(-0.18, 0.18), 0, 1));
            Color colour = light.on(new Color(base), 8, 0);
            g.setColor(new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 225));
            double size = random.nextDouble(4, 13);
            g.fill(new Ellipse2D.Double(x - size / 2, y - size / 2, size, size * random.nextDouble(0.45, 0.9)));
        }
        g.dispose();
        return image;
    }
}
