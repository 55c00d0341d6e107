package id.sipakatau.emergency;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.city.City;
import id.sipakatau.city.Position;
import id.sipakatau.city.Whereabouts;
import id.sipakatau.complaint.Place;
import id.sipakatau.complaint.PositionSource;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A call as it comes from the phone. Nothing of it can be so wrong that the call is not taken: what can't be read is left
 * out.
 *
 * @param id made by the phone, so that sending twice is harmless
 * @param key drawn by the phone with the id and shown to nobody: only who knows it gets the caller's page again
 * @param agency who is called
 * @param where as measured by the phone; empty if it does not know
 * @param waited how long ago the person pressed, by the phone's clock
 * @param speaks whether anything was written or said with it
 */
public record Pressed(
        UUID id, String key, String agency, @Nullable Fix where, Duration waited, From from, boolean speaks) {

    /** What waited longer is not believed: a phone's clock may have been set meanwhile. */
    private static final Duration LONGEST_WAIT = Duration.ofDays(1);

    /**
     * Who calls, as far as it can be told apart from others.
     *
     * @param device digest of the device's cookie
     * @param known whether it had that cookie before this call
     * @param line keyed digest of its line of the internet, as {@link Lines} makes it; empty if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // digests for the database, never compared
    public record From(byte[] device, boolean known, byte @Nullable [] line) {}

    /**
     * Where a phone is.
     *
     * @param accuracyMetres radius of the measurement; empty if the phone does not say
     */
    public record Fix(Position position, @Nullable Double accuracyMetres) {

        /** A measurement as a browser writes it; empty if it is none. */
        public static @Nullable Fix of(
                @Nullable String latitude, @Nullable String longitude, @Nullable String accuracy) {
            var lat = number(latitude);
            var lon = number(longitude);
            if (lat == null || lon == null || Math.abs(lat) > 90 || Math.abs(lon) > 180) {
                return null;
            }
            var radius = number(accuracy);
            return new Fix(new Position(lat, lon), radius == null || radius < 0 ? null : radius);
        }

        private static @Nullable Double number(@Nullable String typed) {
            var text = typed == null ? "" : typed.strip();
            return text.matches("-?[0-9]{1,9}(\\.[0-9]{1,20})?") ? Double.valueOf(text) : null;
        }
    }

    public Pressed {
        waited = waited.isNegative() || waited.compareTo(LONGEST_WAIT) > 0 ? Duration.ZERO : waited;
    }

    /** The same under an id that is not taken. */
    Pressed anew() {
        return new Pressed(UuidCreator.getTimeOrderedEpoch(), key, agency, where, waited, from, speaks);
    }

    /** The place of its complaint; outside the city it has no kelurahan, and is taken all the same. */
    Place place(City city) {
        if (where == null) {
            return Place.UNKNOWN;
        }
        var kelurahan = switch (city.areas().locate(where.position)) {
            case Whereabouts.Inside(var inside) -> inside.code();
            case Whereabouts.Near(var near, double _) -> near.code();
            case Whereabouts.Outside _ -> null;
        };
        return new Place(where.position, where.accuracyMetres, PositionSource.GPS, null, kelurahan);
    }

    /** What is kept of something that was drawn by lot: its SHA-256. */
    public static byte[] digest(String drawn) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(drawn.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
