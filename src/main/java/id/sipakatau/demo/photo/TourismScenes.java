package id.sipakatau.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Path2D;

/** Promenades, signs, queues and facilities: what visitors complain about. */
final class TourismScenes {

    private static final double TILE = 0.42;
    private static final int HOLES = 5;

    private TourismScenes() {}

    /** A tiled promenade by the sea, with so many holes in the foreground. */
    private static void promenade(Canvas c, int holes) {
        c.sky();
        long salt = c.random.nextLong();
        double edge = c.between(3.5, 5.5);
        var broken = new double[HOLES * 3];
        for (int i = 0; i < HOLES; i++) {
            broken[i * 3] = c.between(-1.8, 1.8);
            broken[i * 3 + 1] = c.between(3.4, 8);
            broken[i * 3 + 2] = i < holes ? c.between(0.45, 1.1) : 0;
        }
        int sky = c.light.horizon().getRGB();
        c.ground((x, z, detail) -> {
            if (x > edge && z < 400) {
                float wave = Noise.cloudy(x * 5, z * 2.4) + Noise.cloudy(x, z * 0.7) * 0.6f;
                return Canvas.mix(Canvas.lit(0x4b7f90, 1 + wave * 0.25f), sky, 0.28f);
            }
            return isBroken(broken, x, z) ? rubble(x, z, detail) : tile(x, z, detail, salt);
        });
        c.side(new Color(0xc9c3b4), edge, 0, 0.5, 1.5, 90);
        c.flat(new Color(0xded8c8), 0.5, edge, edge + 0.4, 1.5, 90);
        for (double z = 80; z > 8; z -= 9) {
            Plants.palm(c, -5.2, z, c.between(6, 8));
            if (z < 60) {
                Things.lamp(c, edge - 0.3, z - 4, 4.4, c.light.dark());
            }
        }
    }

    /** Whole tiles are missing, so the edge of a hole follows their joints. */
    private static boolean isBroken(double[] holes, double x, double z) {
        if (z > 10) {
            return false;
        }
        double tileX = (Math.floor(x / TILE) + 0.5) * TILE;
        double tileZ = (Math.floor(z / TILE) + 0.5) * TILE;
        for (int i = 0; i < holes.length; i += 3) {
            double across = tileX - holes[i];
            double along = tileZ - holes[i + 1];
            double reach = holes[i + 2] * (1 + 0.5 * Noise.grainy(tileX * 40, tileZ * 40));
            if (across * across + along * along < reach * reach) {
                return true;
            }
        }
        return false;
    }

    private static int rubble(double x, double z, float detail) {
        float stones = Noise.grainy(x * 34, z * 34);
        float deep = Noise.cloudy(x * 60, z * 60);
        int earth = Canvas.mix(0x5b4c38, 0x8a7c66, Math.clamp(stones + 0.4f, 0, 1));
        return Canvas.lit(earth, 0.85f + deep * 0.35f + stones * 0.25f * detail);
    }

    private static int tile(double x, double z, float detail, long salt) {
        int column = (int) Math.floor(x / TILE);
        int row = (int) Math.floor(z / TILE);
        double inX = x / TILE - column;
        double inZ = z / TILE - row;
        long hash = (column * 73856093L ^ row * 19349663L ^ salt) * 0x9E3779B97F4A7C15L >>> 33;
        float fine = Noise.grainy(x * 60, z * 60) * detail;
        boolean joint = detail > 0.25 && (inX < 0.045 || inZ < 0.045);
        int base = (column + row & 3) == 0 ? 0xa8674f : hash % 5 == 0 ? 0xb3aa99 : 0xbfb6a5;
        return joint ? Canvas.lit(base, 0.72f) : Canvas.lit(base, 0.98f + fine * 0.14f + (hash % 13 - 6) * 0.008f);
    }

    static void damagedPavement(Canvas c, boolean settled) {
        promenade(c, settled ? 0 : HOLES);
        for (double z = 40; z > 12; z -= c.between(4, 8)) {
            Things.person(c, c.between(-2.5, 2.5), z);
        }
        if (!settled && c.chance(0.5)) {
            Things.cone(c, c.between(-1.2, 1.2), 7);
        }
    }

    static void brokenSign(Canvas c, boolean settled) {
        promenade(c, 0);
        for (double z = 40; z > 14; z -= c.between(5, 9)) {
            Things.person(c, c.between(-3, 2), z);
        }
        double lean = settled ? 0 : c.between(0.35, 0.7) * (c.chance(0.5) ? 1 : -1);
        double z = 6;
        Color post = new Color(0x6d5a45);
        c.shadow(-0.9, z, 2.8, 0.7);
        c.rod(post, 0.12, -1.9, 0, z, -1.9 + lean, 2.5, z);
        c.rod(post, 0.12, 0.3, 0, z, 0.3 + lean, settled ? 2.5 : 2.1, z);
        Color board = c.oneOf(new Color(0x1f5f6f), new Color(0x7a3b2a), new Color(0x2f6b4f));
        c.g.setColor(c.light.on(board, z, 0));
        double drop = settled ? 0 : 0.45;
        c.polygon(
                -2.2 + lean * 0.6,
                1.3,
                z - 0.05,
                -2.2 + lean,
                2.45,
                z - 0.05,
                0.6 + lean,
                2.45 - drop,
                z - 0.05,
                0.6 + lean * 0.6,
                1.3 - drop,
                z - 0.05);
        c.g.setColor(c.light.on(new Color(0xf3ecd9), z, 0.2));
        for (int line = 0; line < 3; line++) {
            double y = 2.2 - line * 0.28;
            double end = line == 2 ? -0.6 : 0.3;
            c.polygon(
                    -1.95 + lean,
                    y,
                    z - 0.07,
                    -1.95 + lean,
                    y - 0.11,
                    z - 0.07,
                    end + lean,
                    y - 0.11 - drop * 0.9,
                    z - 0.07,
                    end + lean,
                    y - drop * 0.9,
                    z - 0.07);
        }
        if (!settled) {
            scribble(c, -1.9 + lean, 1.5, 2.2, 0.7, z - 0.08, 3);
        }
    }

    static void ticketCrowd(Canvas c, boolean settled) {
        promenade(c, 0);
        double x = -2.2;
        Color wall = c.oneOf(new Color(0xe4d7bd), new Color(0xcfdcd8), new Color(0xd8b98f));
        c.shadow(x, 15, 5, 3);
        c.front(wall, x - 2.2, x + 2.2, 0, 3, 15);
        c.front(new Color(0x3a332b), x - 1.6, x - 0.2, 1.0, 2.1, 14.96);
        c.front(new Color(0x3a332b), x + 0.3, x + 1.6, 1.0, 2.1, 14.96);
        c.front(new Color(0x8a6a48), x - 1.8, x + 1.8, 0.88, 1.0, 14.8);
        c.g.setColor(c.light.on(new Color(0x8a4b34), 14, 0.3));
        c.polygon(x - 2.8, 2.9, 14.4, x - 1, 4.4, 16, x + 1, 4.4, 16, x + 2.8, 2.9, 14.4);
        c.front(new Color(0x1f5f6f), x - 1.6, x + 1.6, 2.35, 2.8, 14.9);
        c.front(new Color(0xf3ecd9), x - 1.2, x + 1.2, 2.5, 2.64, 14.88);
        int people = settled ? 3 : 34;
        for (int i = 0; i < people; i++) {
            double t = i / (double) people;
            Things.person(c, x + c.between(-2.4, 3.6) * (0.5 + t), 14 - t * 7.6);
        }
    }

    /** A wall of a monument sprayed with paint. */
    static void vandalism(Canvas c, boolean settled) {
        c.sky();
        Street.wide(c).distance();
        c.ground((x, z, detail) -> tile(x, z, detail, 7));
        Color stone = c.oneOf(new Color(0xc4b69a), new Color(0xb5b1a6), new Color(0xd8cdb6));
        Plants.tree(c, -7, 14, 8);
        Plants.tree(c, 7.5, 13, 7);
        c.front(stone, -5.5, 5.5, 0, 3.6, 7.5);
        for (double y = 0; y < 3.6; y += 0.45) {
            double shift = (int) (y / 0.45) % 2 * 0.5;
            for (double x = -5.5 - shift; x < 5.5; x += 1) {
                c.front(
                        Canvas.lit(stone.getRGB(), 1) == 0
                                ? stone
                                : new Color(Canvas.lit(stone.getRGB(), (float) c.between(0.93, 1.04))),
                        Math.max(-5.5, x + 0.02),
                        Math.min(5.5, x + 0.97),
                        y + 0.02,
                        Math.min(3.6, y + 0.43),
                        7.49);
            }
        }
        c.front(stone.brighter(), -5.7, 5.7, 3.55, 3.85, 7.4);
        c.front(stone.darker(), -5.7, 5.7, 0, 0.25, 7.4);
        if (settled) {
            Things.person(c, 3.2, 6.6);
            return;
        }
        for (int i = 0; i < 6; i++) {
            scribble(c, c.between(-4.8, 2.4), c.between(0.7, 2.2), c.between(1, 2.4), c.between(0.5, 1.1), 7.45, 5);
        }
    }

    /** A looping line of spray paint that spells nothing. */
    private static void scribble(Canvas c, double x, double y, double width, double height, double z, int loops) {
        Color paint = c.oneOf(
                new Color(0x1c1c20),
                new Color(0xb3261e),
                new Color(0x1f4fa0),
                new Color(0x2a7a3a),
                new Color(0x7a2a8a));
        c.g.setColor(c.light.on(paint, z, 0));
        c.g.setStroke(new BasicStroke((float) (0.07 * c.scale(z)), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        var line = new Path2D.Double();
        line.moveTo(c.screenX(x, z), c.screenY(y, z));
        for (int i = 1; i <= loops; i++) {
            double at = x + width * i / loops;
            double swing = (i % 2 == 0 ? 1 : -1) * height * c.between(0.3, 0.9);
            line.curveTo(
                    c.screenX(at - width * c.between(0.1, 0.7), z),
                    c.screenY(y + swing, z),
                    c.screenX(at + width * c.between(-0.2, 0.5), z),
                    c.screenY(y - swing * c.between(0.2, 1), z),
                    c.screenX(at, z),
                    c.screenY(y + height * c.between(-0.4, 0.4), z));
        }
        c.g.draw(line);
    }

    /** A public toilet, seen from its door. */
    static void facility(Canvas c, boolean settled) {
        long salt = c.random.nextLong();
        int tiles = c.oneOf(0xc9d6d8, 0xd8d2c0, 0xbfd0c4);
        c.front(new Color(0xd9d6cc), -6, 6, -1, 9, 4.6);
        c.ground((x, z, detail) -> {
            if (z > 4.6) {
                return 0xd9d6cc;
            }
            int column = (int) Math.floor(x / 0.3);
            int row = (int) Math.floor(z / 0.3);
            boolean joint = x / 0.3 - column < 0.05 || z / 0.3 - row < 0.05;
            float stain = settled ? 0 : Math.max(0, Noise.cloudy(x * 22 + (salt & 127), z * 22));
            return Canvas.mix(Canvas.lit(0xa3a8a6, joint ? 0.7f : 1), 0x5a4f38, Math.min(0.85f, stain * 1.6f));
        });
        for (double y = 0; y < 3.2; y += 0.3) {
            for (double x = -3.6; x < 3.6; x += 0.3) {
                float stain = settled
                        ? 0
                        : Math.max(0, Noise.cloudy(x * 25 + (salt & 63), y * 25) + 0.35f - (float) y * 0.25f);
                Color tile = new Color(
                        Canvas.mix(Canvas.lit(tiles, (float) c.between(0.96, 1.03)), 0x6b5c40, Math.min(0.75f, stain)));
                c.front(tile, x + 0.008, x + 0.29, y + 0.008, y + 0.29, 4.58);
            }
        }
        c.side(new Color(0xb9c4c2), -2.2, 0, 3.4, 1.5, 4.6);
        c.side(new Color(0xc9d2cf), 2.2, 0, 3.4, 1.5, 4.6);
        c.front(new Color(0xf2f0ea), -0.9, -0.1, 0.75, 0.95, 4.0);
        c.front(new Color(0xd9d6ce), -0.6, -0.4, 0, 0.75, 4.1);
        c.rod(new Color(0x8f979b), 0.05, -0.5, 0.95, 4.2, -0.5, 1.2, 4.2);
        c.front(new Color(0x2f6f9f), 0.6, 1.2, 0, 0.55, 3.6);
        c.front(new Color(0x6f8b96), -0.95, -0.05, 1.5, 2.3, 4.5);
        if (settled) {
            return;
        }
        Rubbish.scatter(c, 0.2, 3.0, 3, 1.6, 26);
        c.g.setColor(new Color(20, 24, 26));
        c.g.setStroke(new BasicStroke(2f));
        for (int i = 0; i < 6; i++) {
            c.g.drawLine(
                    (int) c.screenX(-0.5, 4.5),
                    (int) c.screenY(1.9, 4.5),
                    (int) c.screenX(c.between(-0.95, -0.05), 4.5),
                    (int) c.screenY(c.between(1.5, 2.3), 4.5));
        }
    }
}
