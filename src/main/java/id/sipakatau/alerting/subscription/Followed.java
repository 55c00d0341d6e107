package id.sipakatau.alerting.subscription;

import id.sipakatau.alerting.subscription.Subscription.Audience;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants to hear of: one complaint, or all public ones of a place, a kind, or both.
 *
 * @param area official code of a kelurahan or kecamatan; empty for the whole city
 * @param category empty for all kinds
 */
public record Followed(
        Audience audience,
        @Nullable UUID complaint,
        @Nullable String area,
        @Nullable String category) {

    /** Of a code of the Ministry of Home Affairs, the part that names the kecamatan: {@code 73.71.04} of {@code 73.71.04.1003}. */
    private static final int KECAMATAN = 8;

    /** @throws IllegalArgumentException unless it is either one complaint or a choice among the public ones */
    public Followed {
        if ((complaint == null) != (area != null || category != null)
                || (complaint == null && audience != Audience.PUBLIC)) {
            throw new IllegalArgumentException("Either one complaint is followed, or what the public sees of many");
        }
    }

    /** A complaint, by its reporter. */
    public static Followed byReporter(UUID complaint) {
        return new Followed(Audience.REPORTER, complaint, null, null);
    }

    /** A public complaint, by anybody. */
    public static Followed byPublic(UUID complaint) {
        return new Followed(Audience.PUBLIC, complaint, null, null);
    }

    /** All public complaints of a place, a kind, or both. */
    public static Followed filter(@Nullable String area, @Nullable String category) {
        return new Followed(Audience.PUBLIC, null, area, category);
    }

    /** As the column {@code followed} has it, by which the trigger finds who is to be told. */
    String key() {
        return complaint == null
                ? Objects.requireNonNullElse(area, "") + "/" + Objects.requireNonNullElse(category, "")
                : complaint.toString();
    }

    /** The kecamatan that it is, or lies in. */
    public Optional<String> kecamatan() {
        return Optional.ofNullable(area).map(Followed::kecamatan);
    }

    /** Whether a public complaint there, of that kind, is among those followed. */
    public boolean isOf(@Nullable String kelurahan, String kind) {
        return (category == null || category.equals(kind))
                && (area == null
                        || (kelurahan != null && (area.equals(kelurahan) || area.equals(kecamatan(kelurahan)))));
    }

    private static String kecamatan(String code) {
        return code.length() <= KECAMATAN ? code : code.substring(0, KECAMATAN);
    }
}
