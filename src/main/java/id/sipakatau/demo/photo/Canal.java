package id.sipakatau.demo.photo;

import java.awt.Color;

/** A walled city canal running away from the camera, with a path and houses on both banks. */
final class Canal {

    private static final double LEVEL = -1.15;

    private final Canvas c;
    private final double half;
    private final double drift;

    Canal(Canvas c) {
        this.c = c;
        this.half = c.between(1.5, 2.4);
        this.drift = c.between(0, 400);
    }

    void paint() {
        c.sky();
        var street = Street.lane(c);
        street.distance();
        c.ground((x, z, detail) -> {
            float fine = Noise.grainy(x * 55, z * 55) * detail;
            float coarse = Noise.cloudy(x * 8 + drift, z * 8);
            int bank = Math.abs(x) < half + 0.3 ? 0xa9a498 : Math.abs(x) < half + 1.9 ? 0x8f8b80 : 0x7c7f55;
            return Canvas.lit(bank, 0.97f + fine * 0.25f + coarse * 0.15f);
        });
        banks();
        water();
        Plants.weeds(c, -half - 0.4, 3, 30);
        Plants.weeds(c, half + 0.4, 3, 30);
    }

    private void banks() {
        for (double z = 70; z > 4; z -= 8) {
            for (int side = -1; side <= 1; side += 2) {
                double front = half + 2.0 + c.between(0, 0.8);
                Color wall = c.oneOf(
                        new Color(0xd9c9a8),
                        new Color(0xb9cbb3),
                        new Color(0xc9a58a),
                        new Color(0xcfd8d2),
                        new Color(0xa9c0cc));
                double height = c.between(2.6, 5.6);
                if (c.chance(0.25)) {
                    Plants.tree(c, side * (front + 0.6), z, c.between(4, 7));
                    continue;
                }
                c.front(wall, side * front, side * (front + 7), 0, height, z);
                c.side(wall, side * front, 0, height, z, z + 7.4);
                c.side(new Color(0x3a474d), side * (front - 0.02), 1.0, 2.1, z + 1.5, z + 2.8);
                c.side(new Color(0x6b4a30), side * (front - 0.02), 0, 2.0, z + 4, z + 4.9);
                c.g.setColor(
                        c.light.on(c.oneOf(new Color(0x8a4b34), new Color(0x6f5a4c), new Color(0x8f8a80)), z, 0.2));
                c.polygon(
                        side * (front - 0.6),
                        height - 0.1,
                        z - 0.3,
                        side * (front + 3),
                        height + 1.6,
                        z - 0.3,
                        side * (front + 3),
                        height + 1.6,
                        z + 7.6,
                        side * (front - 0.6),
                        height - 0.1,
                        z + 7.6);
            }
        }
    }

    /** The walls of the canal and the water, dot by dot over what was painted before. */
    private void water() {
        double eyeToWater = c.screenY(LEVEL, 10) - c.horizon;
        double eyeToBank = c.screenY(0, 10) - c.horizon;
        var before = c.pixels.clone();
        for (int row = (int) c.horizon + 2; row < Canvas.HEIGHT; row++) {
            double bankZ = eyeToBank * 10 / (row - c.horizon);
            double waterZ = eyeToWater * 10 / (row - c.horizon);
            int left = (int) Math.max(0, c.screenX(-half, bankZ));
            int right = (int) Math.min(Canvas.WIDTH - 1, c.screenX(half, bankZ));
            double perDot = 1 / c.scale(waterZ);
            double x0 = -c.screenX(0, waterZ) * perDot;
            double haze = c.light.hazeAt(waterZ);
            for (int column = left; column <= right; column++) {
                double x = x0 + column * perDot;
                int colour;
                if (Math.abs(x) < half) {
                    colour = surface(before, row, column, x, waterZ);
                } else {
                    double wallZ = half / Math.abs(x) * waterZ;
                    float stain = Noise.cloudy(wallZ * 20 + drift, row * 0.4);
                    boolean sunlit = x > 0 == c.light.sunFromLeft();
                    colour = tinted(Canvas.lit(0x8b867a, (sunlit ? 1.05f : 0.72f) + stain * 0.25f));
                }
                c.pixels[row * Canvas.WIDTH + column] =
                        Canvas.mix(colour, c.light.horizon().getRGB(), (float) haze);
            }
        }
    }

    private int surface(int[] before, int row, int column, double x, double z) {
        float ripple = Noise.cloudy(x * 14 + drift, z * 5);
        int from = (int) Math.clamp(2 * c.horizon - row * 0.82 + c.horizon * -0.18 + ripple * 10, 0, c.horizon);
        int mirrored = before[from * Canvas.WIDTH + (int) Math.clamp(column + ripple * 12, 0, Canvas.WIDTH - 1.0)];
        int murk = tinted(Canvas.lit(0x4c5140, 1 + ripple * 0.2f));
        return Canvas.mix(murk, mirrored, 0.38f);
    }

    private int tinted(int colour) {
        return c.light.on(new Color(colour), 0, 0).getRGB();
    }

    /** Floating rubbish from the far end to the camera, with water hyacinth between. */
    void clog() {
        for (double z = 34; z > 3.4; z -= Math.max(0.12, z * 0.028)) {
            for (int i = 0; i < 4; i++) {
                double x = c.between(-half * 0.95, half * 0.95);
                double kind = c.random.nextDouble();
                if (kind < 0.35) {
                    Rubbish.scrap(c, x, LEVEL, z, c.between(0.15, 0.45));
                } else if (kind < 0.6) {
                    Rubbish.piece(c, x, LEVEL - 0.06, z, c.between(0.16, 0.36));
                } else if (kind < 0.72) {
                    Rubbish.bottle(c, x, LEVEL, z, c.between(0.15, 0.25));
                } else if (z < 20) {
                    hyacinth(x, z);
                }
            }
        }
    }

    private void hyacinth(double x, double z) {
        double s = c.scale(z);
        for (int leaf = 0; leaf < 5; leaf++) {
            c.g.setColor(c.light.on(
                    c.oneOf(new Color(0x5d8a3c), new Color(0x4a7434), new Color(0x7fa050)), z, c.between(-0.5, 0.5)));
            double w = c.between(0.1, 0.2) * s;
            c.g.fill(new java.awt.geom.Ellipse2D.Double(
                    c.screenX(x + c.between(-0.18, 0.18), z) - w / 2,
                    c.screenY(LEVEL + c.between(0, 0.12), z) - w / 2,
                    w,
                    w * 0.5));
        }
    }
}
