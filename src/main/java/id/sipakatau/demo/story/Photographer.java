package id.sipakatau.demo.story;

import id.sipakatau.city.Position;
import id.sipakatau.complaint.Place;
import id.sipakatau.demo.photo.Scene;
import id.sipakatau.evidence.CaptureData;
import id.sipakatau.evidence.Photo;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.SplittableRandom;
import org.jspecify.annotations.Nullable;

/** Whoever stands on the spot with a phone: mostly there and then, sometimes with an older picture from elsewhere. */
record Photographer(SplittableRandom random) {

    private static final double METRES_PER_DEGREE = 111_195;

    /** A citizen's photo of what is complained about. */
    Shot reports(Scene scene, int variant, int ordinal, Place place, Instant sent) {
        boolean camera = random.nextDouble() < 0.72;
        long secondsBefore = camera ? random.nextLong(30, 900) : (long) Math.exp(7 + random.nextGaussian() * 1.6);
        return shot(Photo.Role.REPORT, scene, variant, ordinal, camera, place, sent, secondsBefore);
    }

    /** The agency's photo of what is done. */
    Shot proves(Scene scene, int variant, int ordinal, Place place, Instant sent) {
        return shot(Photo.Role.COMPLETION, scene, variant, ordinal, true, place, sent, random.nextLong(60, 5400));
    }

    /** A citizen's photo of the same spot, later. */
    Shot again(Photo.Role role, Scene scene, int variant, int ordinal, Place place, Instant sent) {
        return shot(role, scene, variant, ordinal, true, place, sent, random.nextLong(30, 1800));
    }

    private Shot shot(
            Photo.Role role,
            Scene scene,
            int variant,
            int ordinal,
            boolean camera,
            Place place,
            Instant sent,
            long secondsBefore) {
        var taken = sent.minusSeconds(secondsBefore).truncatedTo(ChronoUnit.SECONDS);
        boolean told = random.nextDouble() < (camera ? 0.85 : 0.5);
        var near = told ? near(place.position(), random.nextDouble() < 0.93 ? 25 : 700) : null;
        var accuracy = near == null ? null : (Double) (double) random.nextInt(4, 40);
        var capture = new CaptureData(random.nextDouble() < 0.92 ? taken : null, false, near, accuracy, null, 1);
        var source = camera ? Photo.Source.CAMERA : Photo.Source.GALLERY;
        return new Shot(Stories.id(sent, random), role, ordinal, scene, variant, source, capture, sent);
    }

    private @Nullable Position near(@Nullable Position position, double metres) {
        if (position == null) {
            return null;
        }
        double latitude = position.latitude() + random.nextGaussian() * metres / METRES_PER_DEGREE;
        double longitude = position.longitude() + random.nextGaussian() * metres / METRES_PER_DEGREE;
        return new Position(Math.round(latitude * 1e6) / 1e6, Math.round(longitude * 1e6) / 1e6);
    }
}
