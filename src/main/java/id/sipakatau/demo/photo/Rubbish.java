package id.sipakatau.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;

/** Bags, boxes, bottles and leaves, alone, in heaps and afloat. */
final class Rubbish {

    private static final Color[] BAGS = {
        new Color(0x26282c), new Color(0x2f3136), new Color(0x1f2226), new Color(0xd9dcd8), new Color(0xc8423a),
        new Color(0x3b6fb0), new Color(0xd8b13a), new Color(0x5a9a6a), new Color(0x33363b), new Color(0xb9a58a)
    };
    private static final Color[] LITTER = {
        new Color(0xe8e6dd),
        new Color(0xb8d4df),
        new Color(0xc23b30),
        new Color(0xe3b93c),
        new Color(0x3f7fb5),
        new Color(0x8b6a45),
        new Color(0xf2f0ea),
        new Color(0x5f8a4c),
        new Color(0xd9926a)
    };
    private static final Color CARDBOARD = new Color(0xa9865a);

    private Rubbish() {}

    /** A heap of this width and height, its middle at a point on the ground. */
    static void heap(Canvas c, double x, double z, double width, double height) {
        c.shadow(x, z, width * 1.15, width * 0.5);
        scatter(c, x, z, width * 1.7, width * 0.8, (int) (width * 22));
        mound(c, x, z, width, height);
        int pieces = (int) (width * 20);
        for (int i = 0; i < pieces; i++) {
            // from the back and the top to the front and the foot
            double t = i / (double) pieces;
            double depth = (0.5 - t) * width * 0.45;
            double across = c.random.nextGaussian() * 0.27;
            double limit = height * Math.max(0, 1 - across * across * 4.5) * (1 - t * 0.85);
            double y = Math.max(0, limit * c.between(0.75, 1.0) - 0.1);
            piece(c, x + across * width, y, z + depth, c.between(0.16, 0.42));
        }
    }

    private static void mound(Canvas c, double x, double z, double width, double height) {
        var outline = new Path2D.Double();
        outline.moveTo(c.screenX(x - width * 0.6, z), c.screenY(0, z));
        for (int i = 1; i < 12; i++) {
            double across = -0.6 + i * 0.1;
            double y = height * 0.8 * Math.max(0, 1 - across * across * 3) * c.between(0.85, 1.1);
            outline.lineTo(c.screenX(x + across * width, z), c.screenY(y, z));
        }
        outline.lineTo(c.screenX(x + width * 0.6, z), c.screenY(0, z));
        outline.closePath();
        c.g.setColor(c.light.on(new Color(0x3d372d), z, -0.4));
        c.g.fill(outline);
    }

    static void piece(Canvas c, double x, double y, double z, double size) {
        double kind = c.random.nextDouble();
        if (kind < 0.55) {
            bag(c, x, y, z, size);
        } else if (kind < 0.72) {
            box(c, x, y, z, size);
        } else if (kind < 0.84) {
            bottle(c, x, y, z, size * 0.5);
        } else {
            scrap(c, x, y, z, size * 0.6);
        }
    }

    /** A tied plastic bag: a slack body, a lit shoulder, creases that run to the knot. */
    static void bag(Canvas c, double x, double y, double z, double size) {
        Color colour = c.oneOf(BAGS);
        double s = c.scale(z) * size;
        double cx = c.screenX(x, z);
        double foot = c.screenY(y, z);
        double lean = c.between(-0.25, 0.25) * s;
        var body = new Path2D.Double();
        body.moveTo(cx - s * 0.5, foot - s * 0.08);
        body.curveTo(
                cx - s * 0.68,
                foot - s * 0.5,
                cx - s * 0.3 + lean,
                foot - s * 0.75,
                cx - s * 0.07 + lean,
                foot - s * 0.82);
        body.lineTo(cx - s * 0.13 + lean, foot - s * 1.0);
        body.lineTo(cx + lean, foot - s * 0.9);
        body.lineTo(cx + s * 0.16 + lean, foot - s * 0.98);
        body.lineTo(cx + s * 0.07 + lean, foot - s * 0.81);
        body.curveTo(
                cx + s * 0.42 + lean, foot - s * 0.7, cx + s * 0.66, foot - s * 0.42, cx + s * 0.5, foot - s * 0.05);
        body.curveTo(cx + s * 0.2, foot + s * 0.05, cx - s * 0.25, foot + s * 0.05, cx - s * 0.5, foot - s * 0.08);
        c.g.setColor(c.light.on(colour, z, -0.6));
        c.g.fill(body);
        int side = c.light.sunFromLeft() ? -1 : 1;
        Color shine = c.light.on(
                Canvas.lit(colour.getRGB(), 1.0f) < 0x404040 ? new Color(0x6a7076) : colour.brighter(), z, 0.6);
        c.g.setColor(new Color(shine.getRed(), shine.getGreen(), shine.getBlue(), 150));
        c.g.fill(new Ellipse2D.Double(cx + side * s * 0.2 - s * 0.22 + lean * 0.5, foot - s * 0.64, s * 0.4, s * 0.36));
        c.g.setStroke(new BasicStroke((float) Math.max(0.8, s * 0.025)));
        c.g.setColor(new Color(10, 10, 14, 90));
        for (int crease = 0; crease < 3; crease++) {
            double across = (crease - 1) * 0.24 + c.between(-0.06, 0.06);
            var line = new Path2D.Double();
            line.moveTo(cx + lean, foot - s * 0.8);
            line.quadTo(
                    cx + across * s * 0.6 + lean,
                    foot - s * 0.55,
                    cx + across * s * 1.5,
                    foot - s * c.between(0.1, 0.35));
            c.g.draw(line);
        }
    }

    static void box(Canvas c, double x, double y, double z, double size) {
        double w = size * c.between(0.5, 0.8);
        double h = size * c.between(0.4, 0.8);
        double depth = size * 0.6;
        double turn = c.between(-0.12, 0.12);
        Color colour = c.chance(0.75) ? CARDBOARD : c.oneOf(LITTER);
        c.g.setColor(c.light.on(colour, z, -0.4));
        c.polygon(x - w, y, z, x - w + turn, y + h, z, x + w + turn, y + h + turn, z, x + w, y + turn, z);
        c.g.setColor(c.light.on(colour.brighter(), z, 0.2));
        c.polygon(
                x - w + turn,
                y + h,
                z,
                x - w + turn,
                y + h,
                z + depth,
                x + w + turn,
                y + h + turn,
                z + depth,
                x + w + turn,
                y + h + turn,
                z);
    }

    static void bottle(Canvas c, double x, double y, double z, double size) {
        double s = c.scale(z) * size;
        var turned = c.g.getTransform();
        c.g.translate(c.screenX(x, z), c.screenY(y, z) - s * 0.2);
        c.g.rotate(c.between(-0.7, 0.7));
        Color plastic = c.light.on(c.oneOf(new Color(0xbfdbe4), new Color(0xcfe3d2), new Color(0xd9cdb0)), z, 0);
        c.g.setColor(new Color(plastic.getRed(), plastic.getGreen(), plastic.getBlue(), 215));
        c.g.fill(
                new java.awt.geom.RoundRectangle2D.Double(-s * 0.5, -s * 0.17, s * 0.72, s * 0.34, s * 0.16, s * 0.16));
        c.g.fill(new java.awt.geom.Rectangle2D.Double(s * 0.2, -s * 0.08, s * 0.22, s * 0.16));
        c.g.setColor(c.light.on(c.oneOf(new Color(0x2d6fb3), new Color(0xc0392b), new Color(0x2e8b57)), z, 0));
        c.g.fill(new java.awt.geom.Rectangle2D.Double(s * 0.4, -s * 0.1, s * 0.1, s * 0.2));
        c.g.fill(new java.awt.geom.Rectangle2D.Double(-s * 0.25, -s * 0.17, s * 0.22, s * 0.34));
        c.g.setTransform(turned);
    }

    static void scrap(Canvas c, double x, double y, double z, double size) {
        double s = c.scale(z) * size;
        double cx = c.screenX(x, z);
        double cy = c.screenY(y, z);
        c.g.setColor(c.light.on(c.oneOf(LITTER), z, c.between(-0.6, 0.4)));
        var path = new Path2D.Double();
        for (int i = 0; i < 5; i++) {
            double angle = i * Math.PI * 2 / 5 + c.between(-0.4, 0.4);
            double px = cx + Math.cos(angle) * s * c.between(0.3, 0.6);
            double py = cy + Math.sin(angle) * s * c.between(0.12, 0.3);
            if (i == 0) {
                path.moveTo(px, py);
            } else {
                path.lineTo(px, py);
            }
        }
        path.closePath();
        c.g.fill(path);
    }

    /** Small litter lying about, {@code width} metres across and {@code depth} metres deep. */
    static void scatter(Canvas c, double x, double z, double width, double depth, int count) {
        for (int i = 0; i < count; i++) {
            double at = z + depth * (0.5 - i / (double) count) + c.between(-0.2, 0.2);
            if (at < 1.6) {
                continue;
            }
            double across = x + c.random.nextGaussian() * width * 0.25;
            double kind = c.random.nextDouble();
            if (kind < 0.15) {
                bottle(c, across, 0.02, at, c.between(0.14, 0.22));
            } else if (kind < 0.22) {
                bag(c, across, 0, at, c.between(0.14, 0.25));
            } else {
                scrap(c, across, 0.01, at, c.between(0.06, 0.2));
            }
        }
    }
}
