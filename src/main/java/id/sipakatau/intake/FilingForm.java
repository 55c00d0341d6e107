package id.sipakatau.intake;

import id.sipakatau.city.Kind;
import id.sipakatau.evidence.Digest;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * What a reporter sent, exactly as it came: the fields of the page and of the API alike. Nothing is checked yet, any of
 * them may be missing.
 *
 * @param id UUIDv7 that the client made
 * @param kind {@code COMPLAINT}, {@code ASPIRATION} or {@code INFORMATION}; empty for a complaint
 * @param category id of a category
 * @param latitude degrees, with a point
 * @param accuracy radius of the phone's measurement in metres
 * @param positionSource {@code GPS} or {@code PIN} with a position, {@code AREA}, {@code NONE}; empty to let the other
 *     fields say it
 * @param kelurahan official code
 * @param anonymous on when the name is to be hidden from the agency too: {@code on}, {@code true} or {@code 1}
 * @param files photos; the name of the part says where each is from: {@code camera} or {@code gallery}
 * @param photo SHA-256 of the photos that were sent ahead, in their order
 * @param reduced SHA-256 of those among the photos that are reduced copies, whose full files will follow
 * @param dropped ordinals of the photos, kept from an earlier try, that are not wanted any more
 * @param checked what the page has shown before sending, so that it asks for each only once
 */
record FilingForm(
        @RestForm @Nullable String id,
        @RestForm @Nullable String kind,
        @RestForm @Nullable String category,
        @RestForm @Nullable String description,
        @RestForm @Nullable String latitude,
        @RestForm @Nullable String longitude,
        @RestForm @Nullable String accuracy,
        @RestForm @Nullable String positionSource,
        @RestForm @Nullable String address,
        @RestForm @Nullable String kelurahan,
        @RestForm @Nullable String anonymous,
        @RestForm @Nullable String confidential,
        @RestForm @Nullable String name,
        @RestForm @Nullable String contact,
        @RestForm(FileUpload.ALL) @Nullable List<FileUpload> files,
        @RestForm @Nullable List<String> photo,
        @RestForm @Nullable List<String> reduced,
        @RestForm @Nullable List<String> dropped,
        @RestForm @Nullable String checked) {

    /** The form as it is before anything was typed. */
    static FilingForm blank(String id, @Nullable String kind, @Nullable String category) {
        return new FilingForm(
                id, kind, category, null, null, null, null, null, null, null, null, null, null, null, List.of(),
                List.of(), List.of(), List.of(), null);
    }

    /** A form of which only the kind, the category and the place are known. */
    static FilingForm at(
            @Nullable String kind,
            @Nullable String category,
            @Nullable String latitude,
            @Nullable String longitude,
            @Nullable String kelurahan) {
        return new FilingForm(
                null, kind, category, null, latitude, longitude, null, null, null, kelurahan, null, null, null, null,
                List.of(), List.of(), List.of(), List.of(), null);
    }

    /** The same under another id. */
    FilingForm withId(String other) {
        return new FilingForm(
                other,
                kind,
                category,
                description,
                latitude,
                longitude,
                accuracy,
                positionSource,
                address,
                kelurahan,
                anonymous,
                confidential,
                name,
                contact,
                files,
                photo,
                reduced,
                List.of(),
                checked);
    }

    /** What the form says it is; a complaint where it says nothing, and empty where nobody can tell. */
    Optional<Kind> said() {
        var word = TypedText.line(kind);
        return word.isEmpty()
                ? Optional.of(Kind.COMPLAINT)
                : Stream.of(Kind.values())
                        .filter(each -> each.name().equals(word))
                        .findFirst();
    }

    /** Whether the photo in that place, kept from an earlier try, is not wanted any more. */
    boolean isDropped(int ordinal) {
        return dropped != null && dropped.contains(String.valueOf(ordinal));
    }

    /** The photos that were sent ahead; what can't be a digest is told by {@link #hasUnreadableDigest}. */
    List<Digest> ahead() {
        return digests(photo);
    }

    List<Digest> reducedCopies() {
        return digests(reduced);
    }

    boolean hasUnreadableDigest() {
        return Stream.of(photo, reduced)
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .anyMatch(each -> Digest.parse(each).isEmpty());
    }

    private static List<Digest> digests(@Nullable List<String> sent) {
        return sent == null
                ? List.of()
                : sent.stream().map(Digest::parse).flatMap(Optional::stream).toList();
    }

    static boolean isOn(@Nullable String box) {
        return box != null && (box.equals("on") || box.equals("true") || box.equals("1"));
    }
}
