package id.sipakatau.demo.photo;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.RadialGradientPaint;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.Point2D;
import java.awt.geom.Rectangle2D;
import java.awt.geom.RoundRectangle2D;

/** What stands about in a street: people seen from behind, motorbikes, cars, lamps, cones. */
final class Things {

    private static final Color[] CLOTHES = {
        new Color(0x3d5a80),
        new Color(0x9a3b3b),
        new Color(0xe2dccb),
        new Color(0x4f6f52),
        new Color(0x2e2f36),
        new Color(0xc98f3d),
        new Color(0x7a5c8e),
        new Color(0x5f8fa3),
        new Color(0xb56576)
    };
    private static final Color[] PAINT = {
        new Color(0xd9dadb),
        new Color(0x2b2d31),
        new Color(0x8e9296),
        new Color(0x7c1f22),
        new Color(0x2f4a6d),
        new Color(0xe8e6df)
    };
    private static final Color HAIR = new Color(0x1c1713);
    private static final Color SKIN = new Color(0x8a5f42);
    private static final Color TYRE = new Color(0x1d1d1f);

    private Things() {}

    /** A person seen from behind, without a face. */
    static void person(Canvas c, double x, double z) {
        double s = c.scale(z) * c.between(0.92, 1.05);
        double cx = c.screenX(x, z);
        double foot = c.screenY(0, z);
        boolean veiled = c.chance(0.4);
        Color shirt = c.oneOf(CLOTHES);
        Color below = c.oneOf(new Color(0x2b3142), new Color(0x3c3a36), new Color(0x51473d), shirt.darker());
        c.shadow(x, z, 0.7, 0.35);
        double stride = c.between(0.02, 0.12) * s;
        c.g.setColor(c.light.on(below, z, -0.3));
        if (veiled) {
            var skirt = new Path2D.Double();
            skirt.moveTo(cx - 0.17 * s, foot - 0.9 * s);
            skirt.lineTo(cx + 0.17 * s, foot - 0.9 * s);
            skirt.lineTo(cx + 0.27 * s, foot - 0.04 * s);
            skirt.lineTo(cx - 0.27 * s, foot - 0.04 * s);
            c.g.fill(skirt);
        } else {
            c.g.fill(new RoundRectangle2D.Double(
                    cx - 0.17 * s - stride / 2, foot - 0.88 * s, 0.16 * s, 0.88 * s, 0.1 * s, 0.1 * s));
            c.g.fill(new RoundRectangle2D.Double(
                    cx + 0.01 * s + stride / 2, foot - 0.88 * s, 0.16 * s, 0.86 * s, 0.1 * s, 0.1 * s));
        }
        c.g.setColor(c.light.on(SKIN, z, 0));
        c.g.setStroke(new BasicStroke((float) (0.085 * s), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        arm(c, cx - 0.22 * s, foot, s, -1);
        arm(c, cx + 0.22 * s, foot, s, 1);
        c.g.setColor(c.light.on(shirt, z, 0.1));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.24 * s, foot - 1.42 * s, 0.48 * s, 0.62 * s, 0.22 * s, 0.26 * s));
        c.g.setColor(c.light.on(shirt.darker(), z, -0.2));
        c.g.fill(new Rectangle2D.Double(
                cx + (c.light.sunFromLeft() ? 0.1 : -0.22) * s, foot - 1.32 * s, 0.12 * s, 0.5 * s));
        Color head = veiled ? c.oneOf(CLOTHES) : HAIR;
        c.g.setColor(c.light.on(SKIN, z, -0.2));
        c.g.fill(new Rectangle2D.Double(cx - 0.05 * s, foot - 1.5 * s, 0.1 * s, 0.12 * s));
        c.g.setColor(c.light.on(head, z, 0));
        c.g.fill(new Ellipse2D.Double(cx - 0.12 * s, foot - 1.72 * s, 0.24 * s, 0.28 * s));
        if (veiled) {
            c.g.fill(new RoundRectangle2D.Double(cx - 0.18 * s, foot - 1.56 * s, 0.36 * s, 0.36 * s, 0.3 * s, 0.3 * s));
        }
    }

    private static void arm(Canvas c, double shoulder, double foot, double s, int side) {
        var arm = new Path2D.Double();
        arm.moveTo(shoulder, foot - 1.34 * s);
        arm.quadTo(
                shoulder + side * 0.09 * s,
                foot - 1.1 * s,
                shoulder + side * c.between(0.0, 0.08) * s,
                foot - 0.84 * s);
        c.g.draw(arm);
    }

    /** A motorbike seen from behind. */
    static void motorbike(Canvas c, double x, double z, boolean ridden) {
        double s = c.scale(z);
        double cx = c.screenX(x, z);
        double foot = c.screenY(0, z);
        Color paint = c.oneOf(
                new Color(0xa52a2a),
                new Color(0x22252b),
                new Color(0x2c5f9e),
                new Color(0xd5d7d8),
                new Color(0x3f3f44));
        c.shadow(x, z, 0.75, 0.6);
        c.g.setColor(c.light.on(TYRE, z, 0));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.065 * s, foot - 0.56 * s, 0.13 * s, 0.56 * s, 0.12 * s, 0.12 * s));
        c.g.setColor(c.light.on(new Color(0x55585c), z, 0));
        c.g.fill(new RoundRectangle2D.Double(cx + 0.08 * s, foot - 0.42 * s, 0.12 * s, 0.18 * s, 0.08 * s, 0.08 * s));
        c.g.setColor(c.light.on(paint, z, -0.2));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.19 * s, foot - 0.8 * s, 0.38 * s, 0.34 * s, 0.2 * s, 0.2 * s));
        c.g.setColor(c.light.on(paint.brighter(), z, 0.5));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.15 * s, foot - 0.79 * s, 0.13 * s, 0.2 * s, 0.1 * s, 0.1 * s));
        c.g.setColor(c.light.dark() ? new Color(0xff4a3a) : c.light.on(new Color(0xc22a22), z, 0.2));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.1 * s, foot - 0.68 * s, 0.2 * s, 0.07 * s, 0.06 * s, 0.06 * s));
        c.g.setColor(c.light.on(new Color(0xe6e3da), z, 0));
        c.g.fill(new Rectangle2D.Double(cx - 0.09 * s, foot - 0.56 * s, 0.18 * s, 0.07 * s));
        c.g.setColor(c.light.on(HAIR, z, 0.2));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.16 * s, foot - 0.88 * s, 0.32 * s, 0.12 * s, 0.1 * s, 0.1 * s));
        c.g.setStroke(new BasicStroke((float) Math.max(1, 0.03 * s)));
        c.g.drawLine((int) (cx - 0.34 * s), (int) (foot - 1.0 * s), (int) (cx + 0.34 * s), (int) (foot - 1.0 * s));
        c.g.fill(new Ellipse2D.Double(cx - 0.4 * s, foot - 1.16 * s, 0.13 * s, 0.1 * s));
        c.g.fill(new Ellipse2D.Double(cx + 0.27 * s, foot - 1.16 * s, 0.13 * s, 0.1 * s));
        if (ridden) {
            rider(c, cx, foot, s, z);
        }
    }

    private static void rider(Canvas c, double cx, double foot, double s, double z) {
        Color shirt = c.oneOf(CLOTHES);
        c.g.setColor(c.light.on(new Color(0x2b3142), z, 0));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.27 * s, foot - 0.9 * s, 0.14 * s, 0.56 * s, 0.1 * s, 0.1 * s));
        c.g.fill(new RoundRectangle2D.Double(cx + 0.13 * s, foot - 0.9 * s, 0.14 * s, 0.56 * s, 0.1 * s, 0.1 * s));
        c.g.setColor(c.light.on(shirt, z, 0));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.25 * s, foot - 1.42 * s, 0.5 * s, 0.62 * s, 0.26 * s, 0.26 * s));
        c.g.setStroke(new BasicStroke((float) (0.09 * s), BasicStroke.CAP_ROUND, BasicStroke.JOIN_ROUND));
        c.g.drawLine((int) (cx - 0.2 * s), (int) (foot - 1.3 * s), (int) (cx - 0.36 * s), (int) (foot - 1.03 * s));
        c.g.drawLine((int) (cx + 0.2 * s), (int) (foot - 1.3 * s), (int) (cx + 0.36 * s), (int) (foot - 1.03 * s));
        c.g.setColor(c.light.on(c.oneOf(PAINT), z, 0.2));
        c.g.fill(new Ellipse2D.Double(cx - 0.15 * s, foot - 1.75 * s, 0.3 * s, 0.34 * s));
        c.g.setColor(new Color(255, 255, 255, 70));
        c.g.fill(new Ellipse2D.Double(cx - 0.08 * s, foot - 1.72 * s, 0.1 * s, 0.1 * s));
    }

    /** A car seen from behind, its foot at a point. */
    static void car(Canvas c, double x, double z) {
        double s = c.scale(z);
        double cx = c.screenX(x, z);
        double foot = c.screenY(0, z);
        Color paint = c.oneOf(PAINT);
        c.shadow(x, z, 2.1, 2.2);
        c.g.setColor(c.light.on(TYRE, z, -0.3));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.82 * s, foot - 0.4 * s, 0.26 * s, 0.4 * s, 0.1 * s, 0.1 * s));
        c.g.fill(new RoundRectangle2D.Double(cx + 0.56 * s, foot - 0.4 * s, 0.26 * s, 0.4 * s, 0.1 * s, 0.1 * s));
        c.g.setColor(c.light.on(paint, z, -0.1));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.86 * s, foot - 1.08 * s, 1.72 * s, 0.84 * s, 0.25 * s, 0.25 * s));
        var cabin = new Path2D.Double();
        cabin.moveTo(cx - 0.82 * s, foot - 0.98 * s);
        cabin.lineTo(cx - 0.64 * s, foot - 1.62 * s);
        cabin.quadTo(cx, foot - 1.76 * s, cx + 0.64 * s, foot - 1.62 * s);
        cabin.lineTo(cx + 0.82 * s, foot - 0.98 * s);
        c.g.fill(cabin);
        c.g.setColor(c.light.on(new Color(0x2c363c), z, 0));
        var glass = new Path2D.Double();
        glass.moveTo(cx - 0.68 * s, foot - 1.06 * s);
        glass.lineTo(cx - 0.55 * s, foot - 1.54 * s);
        glass.quadTo(cx, foot - 1.64 * s, cx + 0.55 * s, foot - 1.54 * s);
        glass.lineTo(cx + 0.68 * s, foot - 1.06 * s);
        c.g.fill(glass);
        c.g.setColor(new Color(220, 232, 236, 50));
        glass = new Path2D.Double();
        glass.moveTo(cx - 0.5 * s, foot - 1.08 * s);
        glass.lineTo(cx - 0.3 * s, foot - 1.56 * s);
        glass.lineTo(cx - 0.05 * s, foot - 1.58 * s);
        glass.lineTo(cx - 0.2 * s, foot - 1.08 * s);
        c.g.fill(glass);
        c.g.setColor(c.light.dark() ? new Color(0xff4434) : c.light.on(new Color(0xb3241e), z, 0.2));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.82 * s, foot - 0.98 * s, 0.24 * s, 0.2 * s, 0.08 * s, 0.08 * s));
        c.g.fill(new RoundRectangle2D.Double(cx + 0.58 * s, foot - 0.98 * s, 0.24 * s, 0.2 * s, 0.08 * s, 0.08 * s));
        c.g.setColor(c.light.on(new Color(0x2a2b2d), z, 0));
        c.g.fill(new RoundRectangle2D.Double(cx - 0.86 * s, foot - 0.46 * s, 1.72 * s, 0.18 * s, 0.1 * s, 0.1 * s));
        c.g.setColor(c.light.on(new Color(0xe6e3da), z, 0));
        c.g.fill(new Rectangle2D.Double(cx - 0.24 * s, foot - 0.7 * s, 0.48 * s, 0.13 * s));
    }

    static void cone(Canvas c, double x, double z) {
        c.shadow(x, z, 0.5, 0.3);
        c.g.setColor(c.light.on(new Color(0xe2592a), z, 0.2));
        c.polygon(x - 0.2, 0, z, x - 0.04, 0.7, z, x + 0.04, 0.7, z, x + 0.2, 0, z);
        c.g.setColor(c.light.on(new Color(0xf2efe6), z, 0.2));
        c.polygon(x - 0.13, 0.3, z, x - 0.09, 0.46, z, x + 0.09, 0.46, z, x + 0.13, 0.3, z);
    }

    /** A street lamp on a curved arm; a lit one throws its cone of light. */
    static void lamp(Canvas c, double x, double z, double height, boolean lit) {
        Color steel = new Color(0x8b9094);
        int inward = x > 0 ? -1 : 1;
        c.rod(steel, 0.16, x, 0, z, x, height - 0.6, z);
        c.rod(steel, 0.1, x, height - 0.6, z, x + inward * 0.5, height, z);
        c.rod(steel, 0.1, x + inward * 0.5, height, z, x + inward * 1.6, height + 0.1, z);
        c.front(
                lit ? new Color(0xfff4d0) : new Color(0x4b4f52),
                x + inward * 1.3,
                x + inward * 2.0,
                height - 0.02,
                height + 0.16,
                z);
        if (lit) {
            glow(c, x + inward * 1.65, height, z, 3.2, new Color(255, 222, 150, 235));
            glow(c, x + inward * 1.65, 0.2, z, 4.5, new Color(255, 214, 140, 90));
        }
    }

    /** Light that spills around a point, {@code reach} metres wide. */
    static void glow(Canvas c, double x, double y, double z, double reach, Color colour) {
        float radius = (float) Math.max(2, reach * c.scale(z));
        float cx = (float) c.screenX(x, z);
        float cy = (float) c.screenY(y, z);
        Color clear = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), 0);
        Color half = new Color(colour.getRed(), colour.getGreen(), colour.getBlue(), colour.getAlpha() / 4);
        c.g.setPaint(new RadialGradientPaint(
                new Point2D.Float(cx, cy), radius, new float[] {0f, 0.25f, 1f}, new Color[] {colour, half, clear}));
        c.g.fill(new Ellipse2D.Float(cx - radius, cy - radius, radius * 2, radius * 2));
    }
}
