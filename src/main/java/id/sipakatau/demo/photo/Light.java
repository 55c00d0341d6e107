package id.sipakatau.demo.photo;

import java.awt.Color;
import java.util.SplittableRandom;

/**
 * The hour and the weather of a picture.
 *
 * @param zenith colour of the sky overhead
 * @param horizon colour of the sky low down, which is also the haze that distance fades into
 * @param tint what the light multiplies every colour by, red, green and blue each from 0 to 1.2
 * @param contrast how much sunlit and shaded sides differ, from 0 to 1
 * @param clouds how much of the sky is clouded, from 0 to 1
 * @param sunFromLeft whether the sunlit walls are those on the right
 */
record Light(Mood mood, Color zenith, Color horizon, float[] tint, float contrast, float clouds, boolean sunFromLeft) {

    enum Mood {
        CLEAR,
        HAZY,
        OVERCAST,
        RAIN,
        DUSK,
        NIGHT
    }

    static Light of(Mood mood, SplittableRandom random) {
        boolean left = random.nextBoolean();
        float clouds = random.nextFloat();
        return switch (mood) {
            case CLEAR ->
                new Light(
                        mood,
                        new Color(0x4f8fcf),
                        new Color(0xcfe2ea),
                        tint(1.06, 1.02, 0.95),
                        0.85f,
                        0.25f + 0.4f * clouds,
                        left);
            case HAZY ->
                new Light(
                        mood,
                        new Color(0x9fb9c6),
                        new Color(0xe6e3d6),
                        tint(1.02, 1.0, 0.94),
                        0.5f,
                        0.3f + 0.3f * clouds,
                        left);
            case OVERCAST ->
                new Light(
                        mood,
                        new Color(0x97a3ad),
                        new Color(0xd3d8d9),
                        tint(0.9, 0.93, 0.95),
                        0.22f,
                        0.8f + 0.2f * clouds,
                        left);
            case RAIN ->
                new Light(mood, new Color(0x6c7983), new Color(0xb3bcbf), tint(0.74, 0.8, 0.84), 0.12f, 1f, left);
            case DUSK ->
                new Light(
                        mood,
                        new Color(0x54618f),
                        new Color(0xf0a76a),
                        tint(0.92, 0.74, 0.68),
                        0.6f,
                        0.5f + 0.3f * clouds,
                        left);
            case NIGHT ->
                new Light(mood, new Color(0x0b1220), new Color(0x243043), tint(0.26, 0.3, 0.42), 0.1f, 0.4f, left);
        };
    }

    boolean wet() {
        return mood == Mood.RAIN;
    }

    boolean dark() {
        return mood == Mood.NIGHT;
    }

    /** A colour as this light shows it, {@code distance} metres away, {@code facing} from -1 (shaded) to 1 (sunlit). */
    Color on(Color colour, double distance, double facing) {
        double shade = 1 + facing * contrast * 0.3;
        double haze = hazeAt(distance);
        return new Color(
                channel(colour.getRed() * tint[0] * shade, horizon.getRed(), haze),
                channel(colour.getGreen() * tint[1] * shade, horizon.getGreen(), haze),
                channel(colour.getBlue() * tint[2] * shade, horizon.getBlue(), haze),
                colour.getAlpha());
    }

    double hazeAt(double distance) {
        double reach = switch (mood) {
            case RAIN -> 60;
            case HAZY -> 90;
            case OVERCAST -> 120;
            case NIGHT -> 110;
            case CLEAR, DUSK -> 170;
        };
        return 1 - Math.exp(-Math.max(0, distance - 3) / reach);
    }

    private static int channel(double value, int haze, double share) {
        return (int) Math.clamp(value + (haze - value) * share, 0, 255);
    }

    private static float[] tint(double red, double green, double blue) {
        return new float[] {(float) red, (float) green, (float) blue};
    }
}
