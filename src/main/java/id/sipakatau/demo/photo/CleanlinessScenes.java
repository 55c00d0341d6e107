package id.sipakatau.demo.photo;

import java.awt.Color;

/** What people send to the cleaning agency: heaps, full containers, blocked canals, burning rubbish, illegal dumps. */
final class CleanlinessScenes {

    private static final Color STEEL = new Color(0x4f6a4f);

    private CleanlinessScenes() {}

    static void heap(Canvas c, boolean settled) {
        var street = c.chance(0.5) ? Street.narrow(c) : Street.wide(c);
        street.paint();
        int side = c.chance(0.5) ? 1 : -1;
        double x = side * (street.road * c.between(0.55, 0.85));
        double z = c.between(4.6, 6.5);
        if (settled) {
            Rubbish.scatter(c, x, z, 3, 1.5, 7);
            passers(c, street, z);
            return;
        }
        passers(c, street, z);
        Rubbish.heap(c, x + side * 0.4, z + 1.8, c.between(1.6, 2.6), c.between(0.5, 0.9));
        Rubbish.heap(c, x, z, c.between(2.0, 3.2), c.between(0.7, 1.25));
    }

    static void container(Canvas c, boolean settled) {
        var street = Street.wide(c);
        street.paint();
        int side = c.chance(0.5) ? 1 : -1;
        double x = side * (street.road * 0.5);
        double z = c.between(7, 9);
        passers(c, street, z);
        Color steel = c.oneOf(STEEL, new Color(0x9a7b2e), new Color(0x3f5f7f), new Color(0x6b6f70));
        if (!settled) {
            Rubbish.heap(c, x, z + 1.2, 3.2, 2.3);
        }
        c.shadow(x, z + 0.8, 4.2, 2.4);
        c.front(steel.darker(), x - 1.7, x + 1.7, 0.15, 1.45, z + 1.6);
        box(c, steel, x, z);
        if (!settled) {
            for (int i = 0; i < 26; i++) {
                Rubbish.piece(c, x + c.between(-1.4, 1.4), c.between(1.25, 1.75), z + 0.3, c.between(0.25, 0.5));
            }
            Rubbish.heap(c, x - side * 1.6, z - 0.9, 2.4, 0.6);
        }
    }

    private static void box(Canvas c, Color steel, double x, double z) {
        double inner = x > 0 ? x - 1.7 : x + 1.7;
        c.side(steel, inner, 0.15, 1.45, z, z + 1.6);
        c.front(steel, x - 1.7, x + 1.7, 0.15, 1.45, z);
        for (double rib = -1.6; rib <= 1.61; rib += 0.4) {
            c.front(steel.darker(), x + rib - 0.04, x + rib + 0.04, 0.15, 1.45, z - 0.02);
        }
        c.front(steel.brighter(), x - 1.75, x + 1.75, 1.36, 1.5, z - 0.03);
        for (int i = 0; i < 14; i++) {
            double at = x + c.between(-1.6, 1.6);
            c.g.setColor(new Color(110, 62, 30, 90));
            double low = c.between(0.2, 0.9);
            c.polygon(
                    at,
                    low,
                    z - 0.03,
                    at - 0.05,
                    1.36,
                    z - 0.03,
                    at + c.between(0.04, 0.2),
                    1.36,
                    z - 0.03,
                    at + 0.08,
                    low,
                    z - 0.03);
        }
    }

    static void burning(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint();
        double x = (c.chance(0.5) ? 1 : -1) * street.road * 0.7;
        double z = c.between(6, 9);
        if (settled) {
            ashes(c, x, z);
            return;
        }
        Rubbish.heap(c, x, z, 2.4, 0.6);
        Smoke.flames(c, x, 0.25, z - 0.1, 1.3, 0.9);
        Smoke.column(c, x, 0.7, z, 1.4, 6, c.between(-0.5, 0.5), 0.25);
        Smoke.veil(c, z - 2, 8, 0.3);
    }

    static void ashes(Canvas c, double x, double z) {
        for (int ring = 0; ring < 26; ring++) {
            int shade = 25 + c.random.nextInt(50);
            c.g.setColor(new Color(shade, shade, shade, 70));
            double s = c.scale(z);
            double w = c.between(0.3, 1.5) * s;
            c.g.fill(new java.awt.geom.Ellipse2D.Double(
                    c.screenX(x + c.between(-0.8, 0.8), z) - w / 2,
                    c.screenY(0, z + c.between(-0.6, 0.6)) - w / 12,
                    w,
                    w / 6));
        }
    }

    static void canal(Canvas c, boolean settled) {
        var canal = new Canal(c);
        canal.paint();
        if (settled) {
            return;
        }
        canal.clog();
    }

    /** Rubble, wood and sacks tipped on an open plot. */
    static void dump(Canvas c, boolean settled) {
        c.sky();
        var street = Street.narrow(c);
        street.distance();
        double drift = c.between(0, 300);
        c.ground((x, z, detail) -> {
            float coarse = Noise.cloudy(x * 7 + drift, z * 7);
            float fine = Noise.grainy(x * 50, z * 50) * detail;
            int soil = Canvas.mix(0x9c8760, 0x6f7c48, Math.clamp(coarse * 2.2f + 0.45f, 0, 1));
            return Canvas.lit(soil, 0.95f + fine * 0.35f);
        });
        for (double z = 44; z > 12; z -= 4) {
            Plants.bush(c, c.between(-16, -6), z, c.between(1.5, 3));
            Plants.bush(c, c.between(6, 16), z, c.between(1.5, 3));
            if (c.chance(0.5)) {
                Plants.palm(c, c.between(-20, 20), z, c.between(6, 10));
            }
        }
        c.front(new Color(0xb5ada0), -30, 30, 0, 2.1, 26);
        if (settled) {
            Rubbish.scatter(c, 0, 6, 7, 4, 10);
            sign(c);
            return;
        }
        for (int i = 0; i < 5; i++) {
            Rubbish.heap(c, c.between(-4, 4), 12 - i * 1.7, c.between(2, 3.6), c.between(0.6, 1.3));
        }
    }

    private static void sign(Canvas c) {
        c.rod(new Color(0x6b5a45), 0.08, -1.3, 0, 7, -1.3, 1.6, 7);
        c.front(new Color(0xf0ead8), -2.1, -0.5, 1.05, 1.85, 6.95);
        for (double y = 1.2; y < 1.8; y += 0.2) {
            c.front(new Color(0xa83228), -1.9, -0.75, y, y + 0.08, 6.93);
        }
    }

    static void passers(Canvas c, Street street, double nearest) {
        for (double z = 40; z > nearest + 2; z -= c.between(4, 9)) {
            double lane = street.road * c.between(-0.8, 0.8);
            double kind = c.random.nextDouble();
            if (kind < 0.5) {
                Things.motorbike(c, lane, z, true);
            } else if (kind < 0.7 && street.road > 2) {
                Things.car(c, street.road * 0.45 * Math.signum(lane), z);
            } else {
                Things.person(c, Math.signum(lane) * (street.road - 0.2), z);
            }
        }
    }
}
