package id.sipakatau.demo.photo;

import java.awt.Color;

/** Dark streets, races, pavements full of motorbikes, storm damage: what police and disaster agency are sent. */
final class SafetyScenes {

    private SafetyScenes() {}

    static void darkStreet(Canvas c, boolean settled) {
        var street = Street.wide(c);
        street.paint();
        lamps(c, street, settled);
        Things.motorbike(c, -street.road * 0.4, 16, true);
        beam(c, -street.road * 0.4, 16);
    }

    static void darkAlley(Canvas c, boolean settled) {
        var street = Street.lane(c);
        street.paint();
        lamps(c, street, settled);
        if (c.chance(0.6)) {
            Things.person(c, 0.3, 13);
        }
    }

    private static void lamps(Canvas c, Street street, boolean settled) {
        int side = c.chance(0.5) ? 1 : -1;
        double height = street.road > 2 ? 7.2 : 4.2;
        for (double z = 70; z > 6; z -= 15) {
            boolean lit = settled || z > 45;
            Things.lamp(c, side * (street.road + 0.15), z, height, lit);
        }
    }

    private static void beam(Canvas c, double x, double z) {
        Things.glow(c, x, 0.5, z + 3, 2.6, new Color(255, 240, 200, 70));
        Things.glow(c, x, 0.7, z, 0.5, new Color(255, 60, 40, 200));
    }

    static void nightRace(Canvas c, boolean settled) {
        var street = Street.wide(c);
        street.paint();
        int side = c.chance(0.5) ? 1 : -1;
        for (double z = 70; z > 6; z -= 15) {
            Things.lamp(c, side * (street.road + 0.15), z, 7.2, true);
        }
        if (settled) {
            Things.car(c, street.road * 0.5, 22);
            return;
        }
        for (double z = 34; z > 5.5; z -= c.between(1.3, 2.4)) {
            double x = c.between(-0.85, 0.85) * street.road;
            Things.motorbike(c, x, z, true);
            beam(c, x, z);
        }
        for (int i = 0; i < 9; i++) {
            Things.person(c, -side * (street.road + c.between(0.2, 1.2)), 20 - i * 1.4);
        }
    }

    static void pavementParking(Canvas c, boolean settled) {
        var street = Street.wide(c);
        street.paint();
        CleanlinessScenes.passers(c, street, 8);
        int side = c.chance(0.5) ? 1 : -1;
        double x = side * (street.road + 0.2);
        if (settled) {
            for (double z = 16; z > 6; z -= 3) {
                Things.cone(c, x, z);
            }
            Things.person(c, x + side * 0.6, 9);
            return;
        }
        for (double z = 24; z > 4.4; z -= 0.95) {
            Things.motorbike(c, x + c.between(-0.25, 0.25), z, false);
            if (c.chance(0.3)) {
                Things.motorbike(c, x - side * 0.9, z - 0.4, false);
            }
        }
    }

    /** An ordinary street with police cones, or without. */
    static void quietStreet(Canvas c, boolean settled) {
        var street = c.chance(0.5) ? Street.narrow(c) : Street.lane(c);
        street.paint();
        CleanlinessScenes.passers(c, street, settled ? 5 : 9);
        if (!settled && c.chance(0.5)) {
            Things.motorbike(c, street.road * 0.7, 5.5, false);
        }
    }

    static void fallenTree(Canvas c, boolean settled) {
        var street = c.chance(0.6) ? Street.wide(c) : Street.narrow(c);
        street.paint();
        int side = c.chance(0.5) ? 1 : -1;
        double z = c.between(7, 9);
        double foot = side * (street.road + 0.7);
        Color bark = new Color(0x5b4a3a);
        if (settled) {
            c.rod(bark, 0.55, foot, 0, z, foot, 0.5, z);
            c.front(new Color(0xc9ab7c), foot - 0.24, foot + 0.24, 0.5, 0.62, z - 0.05);
            for (int i = 0; i < 5; i++) {
                c.rod(
                        bark,
                        0.32,
                        foot - side * 0.9 - i * 0.1,
                        0.16 + i * 0.12,
                        z - 0.4,
                        foot - side * 2.1,
                        0.16 + i * 0.12,
                        z - 0.2);
            }
            return;
        }
        double tip = -side * street.road * 0.7;
        c.shadow(0, z, street.road * 2.2, 1.6);
        Plants.crown(c, tip + side * 0.8, -0.3, z + 0.9, 3.6, 2.6);
        c.rod(bark, 0.62, foot, 0.5, z, foot - side * 2.4, 0.55, z - 0.3);
        c.rod(bark, 0.46, foot - side * 2.0, 0.55, z - 0.3, tip, 0.8, z - 0.4);
        for (int i = 0; i < 12; i++) {
            double start = foot - side * c.between(1.6, 5);
            c.rod(
                    bark,
                    0.14,
                    start,
                    0.6,
                    z - 0.3,
                    start - side * c.between(0.6, 1.6),
                    c.between(0.2, 2.4),
                    z + c.between(-0.9, 0.5));
        }
        for (int i = 0; i < 9; i++) {
            c.rod(
                    bark.darker(),
                    0.12,
                    foot,
                    0.5,
                    z,
                    foot + side * c.between(0.2, 0.9),
                    c.between(-0.1, 1.5),
                    z + c.between(-0.3, 0.3));
        }
        Plants.crown(c, tip, -0.4, z - 0.7, 3.2, 2.2);
        Plants.crown(c, tip - side * 0.9, -0.4, z - 1.2, 2.2, 1.5);
        if (c.light.wet()) {
            Smoke.rain(c);
        }
    }

    /** Roof sheets and branches in the street after a squall. */
    static void stormDamage(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint();
        if (settled) {
            CleanlinessScenes.passers(c, street, 7);
            return;
        }
        for (int i = 0; i < 16; i++) {
            double z = 15 - i * 0.72;
            double x = c.between(-1, 1) * street.road;
            if (c.chance(0.55)) {
                sheet(c, x, z);
            } else {
                c.rod(
                        c.oneOf(new Color(0x7a5f43), new Color(0x5b4a3a)),
                        0.09,
                        x,
                        0.05,
                        z,
                        x + c.between(-1.4, 1.4),
                        c.between(0, 0.5),
                        z + c.between(-0.5, 0.5));
                Plants.bush(c, x + c.between(-0.6, 0.6), z - 0.1, c.between(0.4, 1.1));
            }
        }
        if (c.light.wet()) {
            Smoke.rain(c);
        }
    }

    private static void sheet(Canvas c, double x, double z) {
        Color zinc = c.oneOf(new Color(0x9aa0a2), new Color(0x8a5a44), new Color(0x7b8487), new Color(0xa9714f));
        double tilt = c.between(0.05, 0.9);
        double w = c.between(0.5, 1.1);
        double turn = c.between(-0.4, 0.4);
        c.shadow(x, z, w * 2.2, 0.8);
        c.g.setColor(c.light.on(zinc, z, tilt - 0.3));
        c.polygon(
                x - w,
                0.03,
                z - turn,
                x - w + turn,
                tilt,
                z + 0.9,
                x + w + turn,
                tilt * 0.8,
                z + 0.9 + turn,
                x + w,
                0.05,
                z + turn);
        for (double t = -0.9; t < 1; t += 0.2) {
            c.rod(zinc.darker(), 0.025, x + w * t, 0.04, z - turn * t * -1, x + w * t + turn, tilt * 0.9, z + 0.9);
        }
    }

    /** A bank or wall that gave way. */
    static void collapse(Canvas c, boolean settled) {
        var street = Street.narrow(c);
        street.paint();
        int side = c.chance(0.5) ? 1 : -1;
        double z = c.between(5.5, 7.5);
        if (settled) {
            c.side(new Color(0xb9b4a7), side * street.fronts * 0.98, 0, 1.5, z - 1.5, z + 4.5);
            return;
        }
        double x = side * (street.road + 0.3);
        c.shadow(x, z, 3.6, 2);
        for (int i = 0; i < 190; i++) {
            double t = i / 190.0;
            double across = c.random.nextGaussian() * 0.9;
            double y = Math.max(0, 1.15 * (1 - t) * (1 - Math.abs(across) * 0.4) * c.between(0.6, 1));
            brick(c, x - side * across * 0.9, y, z + 1.1 - t * 2, c.between(0.12, 0.36));
        }
    }

    private static void brick(Canvas c, double x, double y, double z, double size) {
        Color stone = c.oneOf(
                new Color(0xa45c3f),
                new Color(0x8f8a80),
                new Color(0xb0a999),
                new Color(0x7d5a48),
                new Color(0x6f6a60));
        double turn = c.between(-0.5, 0.5) * size;
        c.g.setColor(c.light.on(stone, z, -0.4));
        c.polygon(
                x - size / 2,
                y,
                z,
                x - size / 2 + turn * 0.3,
                y + size * 0.55,
                z,
                x + size / 2 + turn * 0.3,
                y + size * 0.5 + turn * 0.4,
                z,
                x + size / 2,
                y + turn * 0.3,
                z);
        c.g.setColor(c.light.on(stone.brighter(), z, 0.3));
        c.polygon(
                x - size / 2 + turn * 0.3,
                y + size * 0.55,
                z,
                x - size * 0.3 + turn,
                y + size * 0.75,
                z,
                x + size * 0.6 + turn,
                y + size * 0.7 + turn * 0.4,
                z,
                x + size / 2 + turn * 0.3,
                y + size * 0.5 + turn * 0.4,
                z);
    }
}
