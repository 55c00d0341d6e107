package id.sipakatau.demo.photo;

import java.awt.Color;
import java.awt.geom.Path2D;
import java.awt.geom.Rectangle2D;

/** Floods in lanes and streets, and the beach. */
final class WaterScenes {

    private WaterScenes() {}

    static void flood(Canvas c, boolean settled) {
        var street = c.chance(0.45) ? Street.lane(c) : Street.narrow(c);
        street.flush();
        street.paint();
        if (settled) {
            mud(c, street);
            return;
        }
        double depth = c.between(0.25, 0.6);
        cover(c, street.fronts, depth);
        for (int i = 0; i < 16; i++) {
            double z = 20 - i * 0.95;
            if (c.chance(0.6)) {
                Rubbish.scrap(c, c.between(-1, 1) * street.road, depth, z, c.between(0.08, 0.24));
            }
        }
        for (double z = 17; z > 6; z -= c.between(3, 6)) {
            wade(c, c.between(-0.7, 0.7) * street.road, z, depth);
        }
        if (c.light.wet()) {
            Smoke.rain(c);
        }
    }

    /** Lays water of this depth between the house fronts and lets it mirror what was painted. */
    static void cover(Canvas c, double halfWidth, double depth) {
        var before = c.pixels.clone();
        double drop = c.screenY(depth, 10) - c.horizon;
        double drift = c.between(0, 400);
        int murk = c.light.on(new Color(0x8a7553), 0, 0).getRGB();
        int sheen = c.light.horizon().getRGB();
        for (int row = (int) c.horizon + 3; row < Canvas.HEIGHT; row++) {
            double z = drop * 10 / (row - c.horizon);
            int left = (int) Math.max(0, c.screenX(-halfWidth - 0.06, z));
            int right = (int) Math.min(Canvas.WIDTH - 1, c.screenX(halfWidth + 0.06, z));
            float steep = (float) ((row - c.horizon) / (Canvas.HEIGHT - c.horizon));
            float mirror = 0.72f - steep * 0.42f;
            double perDot = 1 / c.scale(z);
            double x0 = -c.screenX(0, z) * perDot;
            for (int column = left; column <= right; column++) {
                double x = x0 + column * perDot;
                float ripple = Noise.cloudy(x * 11 + drift, z * 4.5) + Noise.grainy(x * 20, z * 7) * 0.35f;
                double from = Math.clamp(c.horizon * (1 - steep) + ripple * (6 + steep * 40), 0, c.horizon - 1);
                int seen = before[
                        (int) from * Canvas.WIDTH + (int) Math.clamp(column + ripple * 9, 0, Canvas.WIDTH - 1.0)];
                int water = Canvas.mix(Canvas.lit(murk, 1 + ripple * 0.16f), seen, mirror);
                c.pixels[row * Canvas.WIDTH + column] = Canvas.mix(water, sheen, Math.max(0, ripple - 0.35f) * 0.5f);
            }
        }
    }

    private static void wade(Canvas c, double x, double z, double depth) {
        double line = c.screenY(depth, z);
        var clip = c.g.getClip();
        c.g.clip(new Rectangle2D.Double(0, 0, Canvas.WIDTH, line));
        if (c.chance(0.3)) {
            Things.motorbike(c, x, z, true);
        } else {
            Things.person(c, x, z);
        }
        c.g.setClip(clip);
        c.g.setColor(new Color(40, 34, 26, 60));
        double w = 0.6 * c.scale(z);
        c.g.fill(new java.awt.geom.Ellipse2D.Double(c.screenX(x, z) - w / 2, line - w * 0.06, w, w * 0.2));
        c.g.setColor(new Color(235, 235, 225, 80));
        c.g.draw(new java.awt.geom.Ellipse2D.Double(c.screenX(x, z) - w * 0.7, line - w * 0.08, w * 1.4, w * 0.24));
    }

    private static void mud(Canvas c, Street street) {
        for (int i = 0; i < 22; i++) {
            double z = 20 - i * 0.85;
            double w = c.between(0.5, 1.6) * c.scale(z);
            c.g.setColor(new Color(96, 80, 54, 60));
            c.g.fill(new java.awt.geom.Ellipse2D.Double(
                    c.screenX(c.between(-1, 1) * street.road, z) - w / 2, c.screenY(0, z), w, w * 0.16));
        }
    }

    static void beach(Canvas c, boolean settled) {
        shore(c);
        if (settled) {
            Things.person(c, c.between(-3, 3), c.between(8, 11));
            Things.person(c, c.between(-3, 3), c.between(8, 11));
            return;
        }
        for (double z = 11; z > 2.6; z -= Math.max(0.1, z * 0.03)) {
            double x = c.between(-1, 1) * z * 0.7;
            double kind = c.random.nextDouble();
            if (kind < 0.35) {
                Rubbish.scrap(c, x, 0, z, c.between(0.08, 0.26));
            } else if (kind < 0.6) {
                Rubbish.bottle(c, x, 0.03, z, c.between(0.16, 0.28));
            } else if (kind < 0.78) {
                Rubbish.piece(c, x, 0, z, c.between(0.15, 0.34));
            } else {
                c.rod(new Color(0x6e5a44), 0.04, x, 0.03, z, x + c.between(-0.7, 0.7), 0.05, z + c.between(-0.3, 0.3));
            }
        }
        Rubbish.heap(c, c.between(-2.5, 2.5), c.between(5.5, 7), c.between(1.4, 2.2), c.between(0.3, 0.6));
    }

    /** Sand, surf, the strait with its islands, a boat under sail. */
    static void shore(Canvas c) {
        c.sky();
        for (int i = 0; i < 3; i++) {
            double x = c.between(-500, 500);
            c.g.setColor(c.light.on(new Color(0x46614e), 140, 0));
            var island = new Path2D.Double();
            island.moveTo(c.screenX(x - 60, 900), c.horizon + 2);
            island.curveTo(
                    c.screenX(x - 30, 900),
                    c.horizon - c.between(6, 16),
                    c.screenX(x + 30, 900),
                    c.horizon - c.between(6, 16),
                    c.screenX(x + 60, 900),
                    c.horizon + 2);
            c.g.fill(island);
        }
        double drift = c.between(0, 300);
        int sky = c.light.horizon().getRGB();
        c.ground((x, z, detail) -> {
            double shoreline = 12.5 + Noise.cloudy(x * 3 + drift, 40) * 1.6;
            float fine = Noise.grainy(x * 45, z * 45) * detail;
            if (z > shoreline) {
                float wave = Noise.cloudy(x * 5 + drift, z * 2.2) + Noise.cloudy(x * 1.1, z * 0.6) * 0.6f;
                float far = (float) Math.clamp((z - shoreline) / 60, 0, 1);
                int sea = Canvas.mix(0x7fa39a, 0x3a6f86, far);
                int lit = Canvas.mix(Canvas.lit(sea, 1 + wave * 0.22f), sky, 0.18f + far * 0.3f);
                boolean foam = z < shoreline + 0.7 + wave || z < shoreline + 5 && z > shoreline + 4.4 + wave * 0.6;
                return foam ? Canvas.mix(lit, 0xf4f2ea, 0.75f) : lit;
            }
            float damp = (float) Math.clamp((z - shoreline + 2.2) / 2.2, 0, 1);
            int sand = Canvas.mix(0xcdb98f, 0x8d7d5f, damp * 0.8f);
            return Canvas.lit(sand, 0.97f + fine * 0.2f + Noise.cloudy(x * 9 + drift, z * 9) * 0.14f);
        });
        sail(c, c.between(-30, 30), c.between(55, 90));
        if (c.chance(0.7)) {
            Plants.palm(c, c.chance(0.5) ? c.between(-6, -4) : c.between(4, 6), 9, c.between(6, 8));
        }
    }

    /** A two-masted boat of these waters, far out. */
    private static void sail(Canvas c, double x, double z) {
        c.g.setColor(c.light.on(new Color(0x3b2c22), z, 0));
        c.polygon(x - 8, 1.6, z, x - 6, -0.2, z, x + 6, -0.2, z, x + 10, 2.6, z);
        c.g.setColor(c.light.on(new Color(0xefe6d2), z, 0.3));
        c.polygon(x - 5, 2, z, x - 2.5, 11, z, x + 0.6, 2, z);
        c.polygon(x + 0.9, 2, z, x + 3, 12.5, z, x + 6.4, 2, z);
        c.polygon(x + 6.8, 2.4, z, x + 5, 9, z, x + 10.5, 2.8, z);
    }
}
