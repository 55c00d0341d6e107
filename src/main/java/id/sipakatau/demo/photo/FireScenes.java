package id.sipakatau.demo.photo;

import java.awt.Color;

/** Fire and its causes, and what else the fire brigade is called to. */
final class FireScenes {

    private FireScenes() {}

    static void houseFire(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint(5);
        int side = c.chance(0.5) ? 1 : -1;
        double x = side * (street.fronts + 3);
        double z = c.between(15, 20);
        if (settled) {
            scorched(c, side * street.fronts, z);
            return;
        }
        Smoke.column(c, x, 3, z + 4, 5, 11, -side * 0.9, 0.95);
        Smoke.column(c, x, 4, z + 3, 4, 12, -side * 0.35, 0.8);
        Smoke.flames(c, x, 3.0, z + 1, 5.5, 4.2);
        Smoke.flames(c, side * (street.fronts + 0.4), 1.0, z, 2.2, 2.4);
        Smoke.column(c, x - side, 5.5, z, 2, 6, -side * 0.8, 0.75);
        for (int i = 0; i < 7; i++) {
            Things.person(c, c.between(-0.9, 0.9) * street.road, 13 - i * 0.9);
        }
    }

    private static void scorched(Canvas c, double x, double z) {
        c.side(new Color(0x2b2622), x - Math.signum(x) * 0.03, 0, 3.2, z - 3, z + 5);
        for (int i = 0; i < 9; i++) {
            double at = z - 3 + i * 0.9;
            c.rod(new Color(0x1d1a18), 0.12, x, 0, at, x + Math.signum(x) * 3, c.between(2.2, 4.4), at);
        }
        CleanlinessScenes.ashes(c, x - Math.signum(x) * 0.8, z);
    }

    static void wireSparks(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint(4);
        double x = -street.road - 0.2;
        c.rod(new Color(0x9b988f), 0.26, x, 0, 7, x, 8.6, 7);
        c.front(new Color(0x6d7478), x - 0.45, x + 0.45, 5.6, 6.8, 6.9);
        int cables = settled ? 5 : 26;
        for (int i = 0; i < cables; i++) {
            double sag = settled ? 0.4 : c.between(0.3, 3.2);
            c.cable(
                    new Color(0x26262a),
                    sag,
                    x,
                    c.between(4.6, 6),
                    7,
                    c.between(1, 3) * street.road,
                    c.between(4, 6),
                    c.between(4, 14));
        }
        if (settled) {
            return;
        }
        for (int i = 0; i < 6; i++) {
            c.cable(
                    new Color(0x1f1f22),
                    c.between(0.5, 1.2),
                    x,
                    c.between(3.6, 4.6),
                    7,
                    x + c.between(0.8, 2.4),
                    c.between(0.4, 1.6),
                    c.between(5.4, 6.8));
        }
        Things.glow(c, x + 0.2, 5.2, 6.9, 1.1, new Color(255, 236, 170, 255));
        for (int i = 0; i < 40; i++) {
            double dx = c.random.nextGaussian() * 0.35;
            double fall = c.between(0, 1.4);
            c.rod(new Color(0xffd070), 0.02, x + 0.2 + dx * 0.4, 5.2 - fall * 0.5, 6.8, x + 0.2 + dx, 5.2 - fall, 6.8);
        }
    }

    /** A lane that no fire engine gets through. */
    static void blockedLane(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint();
        if (settled) {
            Things.motorbike(c, 0.3, 14, true);
            return;
        }
        for (double z = 22; z > 5; z -= 4.6) {
            Things.car(c, street.road * 0.52, z);
            if (c.chance(0.75)) {
                Things.car(c, -street.road * 0.55, z - 2);
            }
        }
        for (double z = 12; z > 6; z -= 1.1) {
            Things.motorbike(c, -street.road - 0.2, z, false);
        }
    }

    /** A hydrant in red, leaking until it is repaired. */
    static void hydrant(Canvas c, boolean settled) {
        var street = Street.wide(c);
        street.paint();
        CleanlinessScenes.passers(c, street, 9);
        int side = c.chance(0.5) ? 1 : -1;
        double x = side * (street.road * 0.38);
        double z = 4.2;
        if (!settled) {
            for (int i = 0; i < 14; i++) {
                double w = c.between(0.6, 2.2) * c.scale(z);
                c.g.setColor(new Color(150, 170, 180, 46));
                c.g.fill(new java.awt.geom.Ellipse2D.Double(
                        c.screenX(x - side * c.between(0, 0.9), z) - w / 2,
                        c.screenY(0, z - 0.1) - w * 0.05,
                        w,
                        w * 0.13));
            }
        }
        c.shadow(x, z, 0.6, 0.4);
        Color red = settled ? new Color(0xc8281e) : new Color(0x9c4034);
        c.front(red.darker(), x - 0.2, x + 0.2, 0, 0.1, z);
        c.front(red, x - 0.13, x + 0.13, 0.08, 0.72, z - 0.02);
        c.front(red.brighter(), x - 0.09, x - 0.03, 0.1, 0.7, z - 0.03);
        c.front(red.darker(), x - 0.27, x + 0.27, 0.42, 0.56, z - 0.03);
        c.front(new Color(0xc9c5b8), x - 0.3, x - 0.25, 0.4, 0.58, z - 0.04);
        c.front(new Color(0xc9c5b8), x + 0.25, x + 0.3, 0.4, 0.58, z - 0.04);
        c.g.setColor(c.light.on(red, z, 0.3));
        double s = c.scale(z);
        c.g.fill(new java.awt.geom.Arc2D.Double(
                c.screenX(x, z) - 0.17 * s, c.screenY(0.88, z), 0.34 * s, 0.34 * s, 0, 180, java.awt.geom.Arc2D.CHORD));
        if (settled) {
            return;
        }
        for (int i = 0; i < 30; i++) {
            double reach = c.between(0.1, 0.9);
            c.cable(
                    new Color(210, 228, 236, 150),
                    -0.12,
                    x - side * 0.3,
                    0.48,
                    z - 0.05,
                    x - side * (0.3 + reach),
                    0,
                    z - c.between(-0.1, 0.2));
        }
    }

    /** A wasps' nest under the eaves. */
    static void waspNest(Canvas c, boolean settled) {
        c.sky();
        c.ground((x, z, detail) -> Canvas.lit(0x8f8a7c, 0.95f + Noise.grainy(x * 50, z * 50) * detail * 0.25f));
        Color wall = c.oneOf(new Color(0xd9c9a8), new Color(0xb9cbb3), new Color(0xe0c7b4), new Color(0xa9c0cc));
        c.front(wall, -9, 9, 0, 3.0, 6);
        for (double x = -4.4; x < 5; x += 3.1) {
            c.front(new Color(0xe6e0d2), x - 0.1, x + 1.5, 0.9, 2.3, 5.98);
            c.front(new Color(0x36434a), x, x + 0.68, 1.0, 2.2, 5.96);
            c.front(new Color(0x425058), x + 0.74, x + 1.4, 1.0, 2.2, 5.96);
        }
        c.flat(new Color(0x5a4a3a), 2.75, -9, 9, 4.8, 6);
        Color roof = c.oneOf(new Color(0x8a4b34), new Color(0x6f5a4c), new Color(0x7d7f80));
        c.g.setColor(c.light.on(roof, 6, 0.2));
        c.polygon(-9, 2.85, 4.8, -9, 4.8, 9, 9, 4.8, 9, 9, 2.85, 4.8);
        for (double x = -9; x < 9; x += 0.3) {
            c.rod(roof.darker(), 0.03, x, 2.86, 4.8, x, 4.8, 9);
        }
        c.front(new Color(0x4a3c30), -9, 9, 2.68, 2.9, 4.8);
        if (settled) {
            return;
        }
        double at = c.between(-0.9, 0.9);
        double s = c.scale(5);
        for (int ring = 0; ring < 8; ring++) {
            double w = (0.62 - Math.abs(ring - 3) * 0.11) * s;
            c.g.setColor(c.light.on(ring % 2 == 0 ? new Color(0xa48a62) : new Color(0x7d6645), 5, -0.1));
            c.g.fill(new java.awt.geom.Ellipse2D.Double(
                    c.screenX(at, 5) - w / 2, c.screenY(2.72 - ring * 0.085, 5), w, 0.17 * s));
        }
        c.g.setColor(new Color(0x201a14));
        c.g.fill(
                new java.awt.geom.Ellipse2D.Double(c.screenX(at, 5) - 0.05 * s, c.screenY(2.12, 5), 0.1 * s, 0.07 * s));
        for (int i = 0; i < 40; i++) {
            double x = c.screenX(at + c.random.nextGaussian() * 0.6, 5);
            double y = c.screenY(2.4 + c.random.nextGaussian() * 0.35, 5);
            c.g.fill(new java.awt.geom.Ellipse2D.Double(x, y, 5, 3));
        }
    }
}
