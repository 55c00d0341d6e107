package id.sipakatau.demo.photo;

import java.util.List;
import java.util.SplittableRandom;

/** What a drawn photograph shows. Each scene can be drawn as it was reported and as it looks once settled. */
public enum Scene {
    RUBBISH_HEAP(CleanlinessScenes::heap, Hours.ANY),
    FULL_CONTAINER(CleanlinessScenes::container, Hours.ANY),
    CLOGGED_CANAL(CleanlinessScenes::canal, Hours.ANY),
    BURNING_RUBBISH(CleanlinessScenes::burning, Hours.DRY),
    ILLEGAL_DUMP(CleanlinessScenes::dump, Hours.ANY),
    DARK_STREET(SafetyScenes::darkStreet, Hours.DARK),
    DARK_ALLEY(SafetyScenes::darkAlley, Hours.DARK),
    NIGHT_RACE(SafetyScenes::nightRace, Hours.DARK),
    PAVEMENT_PARKING(SafetyScenes::pavementParking, Hours.ANY),
    QUIET_STREET(SafetyScenes::quietStreet, Hours.ANY),
    HOUSE_FIRE(FireScenes::houseFire, Hours.DRY),
    WIRE_SPARKS(FireScenes::wireSparks, Hours.ANY),
    BLOCKED_LANE(FireScenes::blockedLane, Hours.DRY),
    HYDRANT(FireScenes::hydrant, Hours.DRY),
    WASP_NEST(FireScenes::waspNest, Hours.DRY),
    FLOODED_LANE(WaterScenes::flood, Hours.WET),
    FALLEN_TREE(SafetyScenes::fallenTree, Hours.WET),
    STORM_DAMAGE(SafetyScenes::stormDamage, Hours.WET),
    COLLAPSED_WALL(SafetyScenes::collapse, Hours.WET),
    BEACH_LITTER(WaterScenes::beach, Hours.DRY),
    BROKEN_SIGN(TourismScenes::brokenSign, Hours.DRY),
    DAMAGED_PAVEMENT(TourismScenes::damagedPavement, Hours.ANY),
    TICKET_CROWD(TourismScenes::ticketCrowd, Hours.DRY),
    VANDALISM(TourismScenes::vandalism, Hours.ANY),
    DIRTY_FACILITY(TourismScenes::facility, Hours.INDOORS);

    private interface Painter {
        void paint(Canvas canvas, boolean settled);
    }

    private static final class Hours {
        static final List<Light.Mood> ANY = List.of(
                Light.Mood.CLEAR,
                Light.Mood.HAZY,
                Light.Mood.OVERCAST,
                Light.Mood.CLEAR,
                Light.Mood.DUSK,
                Light.Mood.RAIN);
        static final List<Light.Mood> DRY =
                List.of(Light.Mood.CLEAR, Light.Mood.HAZY, Light.Mood.DUSK, Light.Mood.CLEAR, Light.Mood.OVERCAST);
        static final List<Light.Mood> WET =
                List.of(Light.Mood.OVERCAST, Light.Mood.RAIN, Light.Mood.OVERCAST, Light.Mood.HAZY);
        static final List<Light.Mood> DARK = List.of(Light.Mood.NIGHT);
        static final List<Light.Mood> INDOORS = List.of(Light.Mood.OVERCAST, Light.Mood.HAZY);
    }

    private final Painter painter;
    private final List<Light.Mood> moods;

    Scene(Painter painter, List<Light.Mood> moods) {
        this.painter = painter;
        this.moods = moods;
    }

    /**
     * The photograph of this scene as a JPEG of 1280 by 960 dots.
     *
     * @param variant the same number gives the same street at the same hour
     * @param settled whether the matter complained of has been put right
     */
    public byte[] photograph(int variant, boolean settled) {
        var random = new SplittableRandom(ordinal() * 7919L + variant * 104_729L + 17);
        var light = Light.of(moods.get(Math.floorMod(variant, moods.size())), random);
        var canvas = new Canvas(light, random, random.nextDouble(1.5, 1.8));
        painter.paint(canvas, settled);
        return Darkroom.jpeg(Darkroom.developed(canvas));
    }
}
