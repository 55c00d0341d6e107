package id.sipakatau.emergency.console;

import id.sipakatau.city.City;
import id.sipakatau.city.Localized;
import id.sipakatau.city.Place;
import id.sipakatau.city.Position;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/** The fire and police stations around a place, the nearest first, and of each kind at least the nearest. */
final class NearestPosts {

    private static final Set<Place.Kind> POSTS = Set.of(Place.Kind.FIRE, Place.Kind.POLICE);
    private static final int MOST = 3;

    private NearestPosts() {}

    /** A direction of the compass. */
    enum Compass {
        NORTH,
        NORTHEAST,
        EAST,
        SOUTHEAST,
        SOUTH,
        SOUTHWEST,
        WEST,
        NORTHWEST;

        /** Into which direction one goes from a point to another; on the spot it is north. */
        static Compass from(Position here, Position there) {
            double east = (there.longitude() - here.longitude())
                    * Math.cos(Math.toRadians((here.latitude() + there.latitude()) / 2));
            double north = there.latitude() - here.latitude();
            long eighths = Math.round(Math.toDegrees(Math.atan2(east, north)) / 45);
            return values()[Math.floorMod(eighths, 8)];
        }
    }

    /**
     * A station.
     *
     * @param metres as the crow flies
     * @param towards into which direction its people have to go
     * @param about whether only its area is known, so that distance and direction are rough
     */
    record Post(Localized name, double metres, Compass towards, boolean about) {}

    static List<Post> around(Position place, City city) {
        var near = city.places().stream()
                .filter(post -> POSTS.contains(post.kind()))
                .sorted(Comparator.comparingDouble(post -> post.position().metresTo(place)))
                .toList();
        var nearestOfKinds = POSTS.stream()
                .flatMap(kind ->
                        near.stream().filter(post -> post.kind() == kind).limit(1));
        return Stream.concat(nearestOfKinds, near.stream())
                .distinct()
                .limit(MOST)
                .map(post -> new Post(
                        post.name(),
                        post.position().metresTo(place),
                        Compass.from(post.position(), place),
                        post.accuracy() == Place.Accuracy.AREA_ONLY))
                .sorted(Comparator.comparingDouble(Post::metres))
                .toList();
    }
}
