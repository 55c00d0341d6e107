package id.sipakatau.demo.photo;

import java.awt.Color;
import java.awt.GradientPaint;

/** A street or lane of the city with houses, shop-houses, walls, trees, poles and cables on both sides. */
final class Street {

    private static final Color[] WALLS = {
        new Color(0xd9c9a8), new Color(0xcfd8d2), new Color(0xe4e0d6), new Color(0xb9cbb3), new Color(0xe0c7b4),
        new Color(0xa9c0cc), new Color(0xd8b98f), new Color(0xc7b7c4), new Color(0x9fb6a4), new Color(0xe8d9a6),
        new Color(0xc9a58a), new Color(0xbfc4c4)
    };
    private static final Color[] ROOFS = {
        new Color(0x8a4b34),
        new Color(0x6f5a4c),
        new Color(0x7d7f80),
        new Color(0x9a5f3f),
        new Color(0x5c6b66),
        new Color(0x8f8a80)
    };
    private static final Color[] SIGNS = {
        new Color(0xb8322a),
        new Color(0x1f6f9f),
        new Color(0xe0a020),
        new Color(0x2f7f4f),
        new Color(0xe9e4d4),
        new Color(0x66407f)
    };
    private static final Color CONCRETE = new Color(0x9b988f);
    private static final Color GLASS = new Color(0x3a474d);
    private static final Color IRON = new Color(0x4a4a48);

    private final Canvas c;

    /** Half the width of the roadway in metres. */
    final double road;

    /** From the middle of the road to the house fronts. */
    final double fronts;

    private final double shopShare;
    private final double offset;
    private boolean flush;

    private Street(Canvas canvas, double road, double verge, double shopShare) {
        this.c = canvas;
        this.road = road;
        this.fronts = road + verge;
        this.shopShare = shopShare;
        this.offset = canvas.between(0, 400);
    }

    /** A main street with shop-houses. */
    static Street wide(Canvas canvas) {
        return new Street(canvas, canvas.between(3.6, 4.6), canvas.between(1.8, 2.6), 0.65);
    }

    /** A street between houses. */
    static Street narrow(Canvas canvas) {
        return new Street(canvas, canvas.between(2.1, 2.7), canvas.between(0.9, 1.5), 0.2);
    }

    /** A lorong, so narrow that two motorbikes pass with care. */
    static Street lane(Canvas canvas) {
        return new Street(canvas, canvas.between(1.25, 1.6), canvas.between(0.25, 0.45), 0.05);
    }

    /** Puts all house fronts in one line, as where water must reach them. */
    void flush() {
        flush = true;
    }

    void paint() {
        paint(2.6);
    }

    /** Paints sky, ground, houses; the nearest house begins {@code nearest} metres away. */
    void paint(double nearest) {
        c.sky();
        distance();
        c.ground(this::groundAt);
        houses(nearest);
    }

    /** Roofs and trees where the street ends in haze. */
    void distance() {
        for (int i = 0; i < 60; i++) {
            double x = c.between(-90, 90);
            double z = c.between(90, 150);
            if (c.chance(0.5)) {
                Color green = new Color(0x4f6a45);
                c.g.setColor(c.light.on(green, z, 0));
                double s = c.scale(z);
                double w = c.between(5, 12) * s;
                double h = c.between(5, 9) * s;
                c.g.fillOval((int) (c.screenX(x, z) - w / 2), (int) (c.screenY(0, z) - h), (int) w, (int) (h * 1.3));
            } else {
                c.front(c.oneOf(WALLS), x - 4, x + 4, 0, c.between(3, 9), z);
            }
        }
    }

    int groundAt(double x, double z, float detail) {
        double away = Math.abs(x);
        float coarse = Noise.cloudy(x * 9 + offset, z * 9 + offset);
        float fine = Noise.grainy(x * 60, z * 60) * detail;
        if (away < road) {
            double track = Math.abs(away - road * 0.5);
            float worn = track < 0.45 ? 0.06f : 0;
            int base = c.light.wet() ? 0x55595b : 0x77756f;
            float puddle = c.light.wet() && coarse > 0.1f ? Math.min(1, (coarse - 0.1f) * 5) : 0;
            int asphalt = Canvas.lit(base, 1 + worn + coarse * 0.16f + fine * 0.17f);
            if (road > 3 && away < 0.07 && Math.floorMod((int) Math.floor((z + offset) / 1.5), 3) != 0) {
                asphalt = Canvas.mix(asphalt, 0xd8d5c8, 0.6f + fine * 0.3f);
            }
            return puddle > 0 ? Canvas.mix(asphalt, 0x9aa4a8, puddle * 0.7f) : asphalt;
        }
        if (away < road + 0.16) {
            return Canvas.lit(0x9f9b90, 0.95f + fine * 0.2f);
        }
        if (away < fronts + 0.2) {
            float soil = Math.clamp((coarse + 0.2f) * 2, 0, 1);
            return Canvas.lit(Canvas.mix(0xa5977c, 0x71754f, soil), 0.95f + fine * 0.3f + coarse * 0.1f);
        }
        return Canvas.lit(0x7f7a63, 0.9f + fine * 0.25f);
    }

    private void houses(double nearest) {
        double left = 95;
        double right = 92;
        double pole = 88;
        int poleSide = c.chance(0.5) ? 1 : -1;
        while (left > nearest || right > nearest) {
            if (left >= right) {
                left = lot(-1, left, nearest);
            } else {
                right = lot(1, right, nearest);
            }
            double reached = Math.max(left, right);
            while (pole > reached) {
                if (pole > nearest + 1.5) {
                    pole(poleSide * (road + 0.45), pole, Math.max(nearest, pole - 22));
                }
                pole -= 22;
            }
        }
    }

    private double lot(int side, double far, double nearest) {
        double near = Math.max(nearest, far - c.between(5, 10));
        double setBack = fronts + (flush ? 0 : c.between(0, road > 2 ? 1.4 : 0.3));
        double kind = c.random.nextDouble();
        if (kind < shopShare) {
            shop(side, setBack, near, far);
        } else if (kind < 0.86) {
            house(side, setBack, near, far);
        } else {
            garden(side, setBack, near, far);
        }
        if (road > 2 && c.chance(0.4) && near > 6) {
            Plants.tree(c, side * (fronts - c.between(0.1, 0.5)), (near + far) / 2, c.between(3.5, 6.5));
        }
        return near - c.between(0, 0.6);
    }

    private void shop(int side, double x, double near, double far) {
        int floors = 1 + c.random.nextInt(3);
        double height = 3.4 * floors + 0.6;
        Color wall = c.oneOf(WALLS);
        c.front(wall, side * x, side * (x + 9), 0, height, near);
        c.side(wall, side * x, 0, height, near, far);
        for (int floor = 1; floor < floors; floor++) {
            windows(side, x, near, far, 3.4 * floor + 1.0, 1.4);
        }
        c.side(IRON, side * (x - 0.02), 0.1, 2.6, near + 0.5, far - 0.5);
        boolean open = c.chance(0.5);
        Color shutter =
                open ? new Color(0x3a332b) : c.oneOf(new Color(0x8c9496), new Color(0x7f8f88), new Color(0x9a8f7c));
        c.side(shutter, side * (x - 0.03), 0.1, 2.5, near + 0.7, far - 0.7);
        if (!open) {
            for (double y = 0.3; y < 2.5; y += 0.28) {
                c.side(new Color(0x6c7274), side * (x - 0.035), y, y + 0.05, near + 0.7, far - 0.7);
            }
        }
        Color sign = c.oneOf(SIGNS);
        c.side(sign, side * (x - 0.12), 2.75, 3.5, near + 0.4, far - 0.4);
        c.side(sign.brighter(), side * (x - 0.13), 3.0, 3.2, near + 1, near + (far - near) * c.between(0.4, 0.8));
        awning(side, x, near + 0.3, far - 0.3, c.oneOf(SIGNS));
        grime(side, x, near, far, height);
    }

    private void awning(int side, double x, double near, double far, Color cloth) {
        double out = x - c.between(0.9, 1.5);
        c.g.setColor(c.light.on(cloth, near, side > 0 == c.light.sunFromLeft() ? 0.9 : -0.2));
        c.polygon(side * x, 2.8, near, side * out, 2.35, near, side * out, 2.35, far, side * x, 2.8, far);
        c.side(cloth.darker(), side * out, 2.2, 2.36, near, far);
    }

    private void house(int side, double x, double near, double far) {
        double height = c.between(2.7, 3.4);
        Color wall = c.oneOf(WALLS);
        Color roof = c.oneOf(ROOFS);
        boolean twoFloors = c.chance(0.25);
        double top = twoFloors ? height + 2.8 : height;
        c.front(wall, side * x, side * (x + 7), 0, top, near);
        gable(side, x, near, top, wall);
        c.side(wall, side * x, 0, top, near, far);
        windows(side, x, near, far, 0.95, 1.25);
        if (twoFloors) {
            windows(side, x, near, far, height + 0.9, 1.2);
        }
        double door = near + (far - near) * c.between(0.3, 0.6);
        c.side(
                c.oneOf(new Color(0x6b4a30), new Color(0x4f6b7a), new Color(0x7b3b2e)),
                side * (x - 0.02),
                0.05,
                2.05,
                door,
                door + 0.9);
        c.g.setColor(c.light.on(roof, near, side > 0 == c.light.sunFromLeft() ? 0.5 : -0.5));
        c.polygon(
                side * (x - 0.7),
                top - 0.15,
                near - 0.4,
                side * (x + 3.4),
                top + 1.9,
                near - 0.4,
                side * (x + 3.4),
                top + 1.9,
                far,
                side * (x - 0.7),
                top - 0.15,
                far);
        for (double z = near; z < far; z += 0.8) {
            c.rod(roof.darker(), 0.03, side * (x - 0.7), top - 0.14, z, side * (x + 3.4), top + 1.9, z);
        }
        c.side(new Color(0x5a4636), side * (x - 0.7), top - 0.32, top - 0.14, near - 0.4, far);
        grime(side, x, near, far, top);
        if (c.chance(0.45) && fronts - road > 0.6) {
            fence(side, fronts - 0.1, near, far);
        }
    }

    private void gable(int side, double x, double near, double top, Color wall) {
        c.g.setColor(c.light.on(wall, near, -0.3));
        c.polygon(side * x, top, near, side * (x + 3.4), top + 1.8, near, side * (x + 7), top, near);
    }

    private void fence(int side, double x, double near, double far) {
        c.side(c.oneOf(WALLS), side * x, 0, 0.7, near, far);
        Color bars = c.oneOf(IRON, new Color(0x2f5a4a), new Color(0x7a5a3a));
        for (double z = far; z > near; z -= 0.35) {
            c.rod(bars, 0.035, side * x, 0.7, z, side * x, 1.35, z);
        }
        c.rod(bars, 0.05, side * x, 1.3, near, side * x, 1.3, far);
    }

    private void garden(int side, double x, double near, double far) {
        c.side(c.oneOf(CONCRETE, WALLS[2], WALLS[7]), side * x, 0, c.between(1.3, 2.1), near, far);
        grime(side, x, near, far, 1.8);
        for (double z = far; z > near; z -= 3) {
            if (c.chance(0.3)) {
                Plants.palm(c, side * (x + 2), z, c.between(5, 9));
            } else {
                Plants.tree(c, side * (x + 1.5), z, c.between(3.5, 6));
            }
        }
    }

    private void windows(int side, double x, double near, double far, double y, double height) {
        boolean lit = c.light.dark() || c.light.mood() == Light.Mood.DUSK;
        for (double z = near + 0.6; z + 1.2 < far; z += 2.3) {
            c.side(new Color(0xdad4c6), side * (x - 0.01), y - 0.1, y + height + 0.1, z - 0.1, z + 1.3);
            if (lit && c.chance(0.4)) {
                c.g.setColor(new Color(0xf2c877));
                c.polygon(side * x, y, z, side * x, y + height, z, side * x, y + height, z + 1.2, side * x, y, z + 1.2);
            } else {
                c.side(GLASS, side * (x - 0.02), y, y + height, z, z + 1.2);
                c.side(new Color(0x6d7f86), side * (x - 0.025), y + height * 0.55, y + height, z, z + 0.55);
            }
        }
    }

    /** Rain has splashed the foot of every wall. */
    private void grime(int side, double x, double near, double far, double height) {
        float top = (float) c.screenY(Math.min(height, 1.3), near);
        float foot = (float) c.screenY(0, near);
        c.g.setPaint(new GradientPaint(0, top, new Color(60, 52, 40, 0), 0, foot, new Color(48, 42, 34, 95)));
        c.polygon(
                side * (x - 0.02),
                0,
                near,
                side * (x - 0.02),
                1.3,
                near,
                side * (x - 0.02),
                1.3,
                far,
                side * (x - 0.02),
                0,
                far);
        double z = c.between(near, far);
        c.g.setColor(new Color(50, 46, 38, 38));
        c.polygon(
                side * (x - 0.02),
                0.2,
                z,
                side * (x - 0.02),
                height,
                z,
                side * (x - 0.02),
                height,
                Math.min(far, z + 0.7),
                side * (x - 0.02),
                0,
                Math.min(far, z + 0.3));
    }

    private void pole(double x, double z, double next) {
        c.rod(CONCRETE, 0.24, x, 0, z, x, 8.2, z);
        c.rod(IRON, 0.12, x - 0.8, 7.6, z, x + 0.8, 7.6, z);
        for (double shift : new double[] {-0.7, 0, 0.7}) {
            c.cable(IRON, 0.35, x + shift, 7.65, z, x + shift, 7.65, next);
        }
        for (int i = 0; i < 4; i++) {
            c.cable(new Color(0x2b2b2b), c.between(0.2, 0.8), x, 5.6 + 0.15 * i, z, x, 5.6 + 0.1 * i, next);
        }
    }
}
