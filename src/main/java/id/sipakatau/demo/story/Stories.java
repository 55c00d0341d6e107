package id.sipakatau.demo.story;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.PositionSource;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.demo.words.Neighbourhoods;
import id.sipakatau.demo.words.Surroundings;
import id.sipakatau.demo.words.Writer;
import id.sipakatau.identity.Reporter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Tells the stories of the demo, oldest first. The same city, cast, seed, count and moment tell the same stories. */
public final class Stories {

    private static final DismissalReason[] REASONS = DismissalReason.values();

    private final City city;
    private final long seed;
    private final Instant now;
    private final Rhythm rhythm;
    private final Spots spots;
    private final Neighbourhoods neighbourhoods;
    private final Writer writer;
    private final Course course;

    public Stories(City city, Cast cast, long seed, Instant now) {
        this.city = city;
        this.seed = seed;
        this.now = now.truncatedTo(ChronoUnit.MICROS);
        var matters = Matter.of(city);
        rhythm = new Rhythm(city, matters, seed, now);
        spots = new Spots(city);
        neighbourhoods = new Neighbourhoods(city);
        writer = new Writer(city);
        course = new Course(city, cast, writer, matters, this.now);
    }

    /** So many stories, told while they are asked for: day by day, each day's in the order of their sending. */
    public Stream<Story> tell(long count) {
        var days = Spliterators.spliteratorUnknownSize(rhythm.days(count), Spliterator.ORDERED);
        return StreamSupport.stream(days, false).flatMap(day -> told(day, count).stream());
    }

    private List<Story> told(List<Rhythm.Due> day, long count) {
        return day.parallelStream()
                .map(due -> story(due, count))
                .sorted(Comparator.comparing(
                        story -> story.history().complaint().receivedAt()))
                .toList();
    }

    private Story story(Rhythm.Due due, long count) {
        var random = new SplittableRandom(seed * 0x9E3779B97F4A7C15L + due.index() * 0xD1B54A32D192ED03L);
        var spot = spots.any(due.matter().ground(), random);
        var moment = due.day().atTime(rhythm.time(due, random));
        var at = moment.atZone(city.zone()).toInstant();
        var category = due.matter().category();
        boolean visiting = due.matter().ground() == Matter.Ground.SIGHT;
        var around = neighbourhoods.around(spot.kelurahan(), spot.position(), visiting, moment, random);
        var unfit = unfit(category, random);
        var kind = unfit == null ? kind(category, random) : Kind.COMPLAINT;
        var text = unfit == null ? written(kind, category, around, random) : writer.unfit(unfit, around, random);
        var sentAs = kind == Kind.COMPLAINT ? sentAs(category, random) : category;
        var id = id(at, random);
        var place = place(kind.place(sentAs), spot, around, random);
        var filing = new Filing(
                id,
                Channel.DEMO,
                kind,
                sentAs,
                text,
                place,
                privacy(category, random),
                Reporter.UNKNOWN,
                digest(id, text),
                List.of());
        var shots = new ArrayList<Shot>();
        reportShots(shots, due.matter(), kind.photo(sentAs), place, at, random);
        var history = History.filed(filing, number(city.trackingPrefix(), seed, due.index()), at, city);
        // Those with an index of their own never reach the upper half of the numbers.
        var spare = number(city.trackingPrefix(), seed, due.index() + (1L << 34));
        var parts = new ArrayList<Story>();
        var beginning =
                new Beginning(history, due.matter(), unfit, around, shots, waits(due.index(), count), spare, parts);
        course.run(beginning, random);
        return new Story(history, shots, Crowd.of(history.complaint(), around, writer, now), parts);
    }

    /** Of the newest complaints most still wait for the administrator; some forty when there are a few thousand. */
    private static boolean waits(long index, long count) {
        long waiting = Math.clamp(count / 62, 4, 400);
        return index >= count - waiting && new SplittableRandom(index).nextDouble() < 0.85;
    }

    private static @Nullable DismissalReason unfit(Category category, SplittableRandom random) {
        double share = category.emergency() ? 0.01 : 0.06;
        return random.nextDouble() < share ? REASONS[random.nextInt(REASONS.length)] : null;
    }

    /** Some have a wish or a question; hardly about what is kept from the public, and never in an emergency. */
    private static Kind kind(Category category, SplittableRandom random) {
        double which = random.nextDouble();
        if (category.emergency() || !category.publishable()) {
            return Kind.COMPLAINT;
        }
        return which < 0.06 ? Kind.INFORMATION : which < 0.11 ? Kind.ASPIRATION : Kind.COMPLAINT;
    }

    private String written(Kind kind, Category category, Surroundings around, SplittableRandom random) {
        return kind == Kind.COMPLAINT
                ? writer.complaint(category, around, random)
                : writer.wishOrQuestion(kind, category, around, random);
    }

    /** A few choose the wrong category; the administrator puts it right. */
    private Category sentAs(Category meant, SplittableRandom random) {
        if (meant.emergency() || random.nextDouble() >= 0.035) {
            return meant;
        }
        var others = random.nextDouble() < 0.7 ? city.categories(meant.agencyId()) : city.categories();
        var other = others.get(random.nextInt(others.size()));
        return other.emergency() ? meant : other;
    }

    private static Place place(Requirement asked, Spots.Spot spot, Surroundings around, SplittableRandom random) {
        if (asked == Requirement.NONE || asked == Requirement.OPTIONAL && random.nextDouble() < 0.4) {
            return Place.UNKNOWN;
        }
        var address = random.nextDouble() < 0.35 ? address(around, random) : null;
        double kind = random.nextDouble();
        var kelurahan = spot.kelurahan().code();
        if (kind < 0.62) {
            double accuracy = Math.round(Math.exp(1.6 + random.nextGaussian() * 0.8) * 10) / 10.0 + 3;
            return new Place(spot.position(), Math.min(accuracy, 400), PositionSource.GPS, address, kelurahan);
        }
        if (kind < 0.93) {
            return new Place(spot.position(), null, PositionSource.PIN, address, kelurahan);
        }
        return new Place(null, null, PositionSource.AREA, address(around, random), kelurahan);
    }

    private static String address(Surroundings around, SplittableRandom random) {
        return switch (random.nextInt(4)) {
            case 0 -> around.street() + ", " + around.lane();
            case 1 -> around.street() + " dekat " + around.landmark();
            case 2 -> around.lane() + ", " + around.hamlet();
            default -> around.street() + " " + around.hamlet();
        };
    }

    private static Complaint.Privacy privacy(Category category, SplittableRandom random) {
        boolean delicate = !category.publishable();
        return new Complaint.Privacy(
                random.nextDouble() < (delicate ? 0.7 : 0.16), random.nextDouble() < (delicate ? 0.5 : 0.03));
    }

    private static void reportShots(
            List<Shot> shots, Matter matter, Requirement asked, Place place, Instant at, SplittableRandom random) {
        boolean required = asked == Requirement.REQUIRED;
        if (asked == Requirement.NONE || !required && random.nextDouble() >= matter.photoShare()) {
            return;
        }
        int count = random.nextDouble() < 0.85 ? 1 : random.nextDouble() < 0.8 ? 2 : 3;
        var scene = matter.scenes().get(random.nextInt(matter.scenes().size()));
        int variant = random.nextInt(1 << 16);
        for (int i = 0; i < count; i++) {
            shots.add(new Photographer(random).reports(scene, variant + i, i, place, at));
        }
    }

    /** Tracking numbers of which no two are the same, however many are taken. */
    static Stream<TrackingNumber> numbers(String prefix, long seed) {
        return LongStream.iterate(0, index -> index + 1).mapToObj(index -> number(prefix, seed, index));
    }

    /** A bijection on the 35 bits that a number has. */
    private static TrackingNumber number(String prefix, long seed, long index) {
        long mask = (1L << 35) - 1;
        long bits = index + seed * 1_000_003 & mask;
        for (int round = 0; round < 3; round++) {
            bits = bits * 0x2545F4914F6CDD1DL & mask;
            bits ^= bits >>> 17;
        }
        return TrackingNumber.spelling(prefix, bits);
    }

    /** A UUIDv7 (RFC 9562) of that moment. */
    static UUID id(Instant at, SplittableRandom random) {
        long high = at.toEpochMilli() << 16 | 0x7000 | random.nextInt(1 << 12);
        long low = random.nextLong() >>> 2 | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }

    private static byte[] digest(UUID id, String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            digest.update(id.toString().getBytes(StandardCharsets.US_ASCII));
            return digest.digest(text.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
