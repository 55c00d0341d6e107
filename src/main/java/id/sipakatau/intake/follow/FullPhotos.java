package id.sipakatau.intake.follow;

import id.sipakatau.city.City;
import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.FollowSecret;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.complaint.Validation;
import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PreparedPhoto;
import id.sipakatau.intake.IntakeSettings;
import id.sipakatau.intake.PhotoUploads;
import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import id.sipakatau.web.Problem;
import id.sipakatau.web.SecretPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import io.vertx.core.http.HttpServerRequest;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.io.InputStream;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * The full file of a photo whose reduced copy was sent with the complaint. As long as the complaint waits for validation it
 * takes the copy's place; afterwards it is kept beside it for staff only, since nobody has checked it. Sending it again is
 * harmless.
 */
@Path("/ikuti/{secret}/photos/{sha256: [0-9a-f]{64}}")
@PermitAll
@SecretPage
class FullPhotos {

    /** RFC 9530; other algorithms may stand beside it. */
    private static final Pattern CONTENT_DIGEST =
            Pattern.compile("(?:^|,)\\s*sha-256=:([A-Za-z0-9+/]{43}=):\\s*(?:,|$)");

    /** An act of the journal that is no step of the complaint. */
    private static final String DETAIL_KEPT = "DETAIL_KEPT";

    /** The answer to a full file that is kept. */
    record Kept(String sha256) {}

    private final Complaints complaints;
    private final PhotoVault vault;
    private final PhotoUploads uploads;
    private final Journal journal;
    private final Jdbi jdbi;
    private final City city;
    private final IntakeSettings settings;
    private final InstantSource clock;

    FullPhotos(
            Complaints complaints,
            PhotoVault vault,
            PhotoUploads uploads,
            Journal journal,
            Jdbi jdbi,
            City city,
            IntakeSettings settings,
            InstantSource clock) {
        this.complaints = complaints;
        this.vault = vault;
        this.uploads = uploads;
        this.journal = journal;
        this.jdbi = jdbi;
        this.city = city;
        this.settings = settings;
        this.clock = clock;
    }

    /** @param sha256 of the reduced copy */
    @PUT
    @Consumes(MediaType.WILDCARD)
    @RunOnVirtualThread
    public Response take(
            @RestPath String secret,
            @RestPath String sha256,
            @RestHeader("Content-Digest") @Nullable String contentDigest,
            InputStream body,
            HttpServerRequest request) {
        var complaint = complaint(secret);
        var reduced = new Digest(sha256);
        var full = digest(contentDigest).orElseThrow(() -> new Problem(400, "lapor_photo_torn"));
        var copy = copy(complaint.id(), reduced);
        if (has(complaint.id(), reduced, full)) {
            return answer(200, full);
        }
        if (clock.instant().isAfter(complaint.receivedAt().plus(settings.takeFull()))) {
            throw new Problem(404, "ikuti_photo_late");
        }
        try (var arrival = uploads.receive(body, full, request)) {
            return switch (vault.prepare(arrival.file(), copy.source(), city.zone())) {
                case PhotoVault.Intake.Refused(var refusal) -> throw PhotoUploads.refused(refusal);
                case PhotoVault.Intake.Kept(var photo) -> put(secret, reduced, photo);
            };
        }
    }

    private Response put(String secret, Digest reduced, PreparedPhoto full) {
        while (true) {
            var complaint = complaint(secret);
            if (has(complaint.id(), reduced, full.original())) {
                return answer(200, full.original());
            }
            var pending = complaint.verdict().validation() == Validation.PENDING;
            if (pending ? replace(complaint, reduced, full) : keepBeside(complaint, reduced, full)) {
                return answer(201, full.original());
            }
            // Somebody was faster: the administrator, or the same file on another line. So look again.
        }
    }

    /** By the complaint's version: an administrator never accepts a photo other than the one on the screen. */
    private boolean replace(Complaint complaint, Digest reduced, PreparedPhoto full) {
        try {
            complaints.change(
                    complaint.id(),
                    complaint.version(),
                    Actor.REPORTER,
                    (c, now) -> c.sharpen(Actor.REPORTER, now),
                    (transaction, changed) -> {
                        if (!vault.replace(transaction, changed.id(), reduced, full)) {
                            throw new Problem(409, "ikuti_photo_other");
                        }
                    });
            return true;
        } catch (ChangedMeanwhile | IllegalTransition faster) {
            return false;
        }
    }

    private boolean keepBeside(Complaint complaint, Digest reduced, PreparedPhoto full) {
        var copy = copy(complaint.id(), reduced);
        if (!copy.isReduced()) {
            throw new Problem(409, "ikuti_photo_other");
        }
        return jdbi.inTransaction(transaction -> {
            if (!vault.attachDetail(transaction, copy, full)) {
                return false;
            }
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            var facts = Map.<String, Object>of("ordinal", copy.ordinal() + 1);
            journal.append(transaction, new Entry(complaint.id(), now, DETAIL_KEPT, Actor.REPORTER, facts, Map.of()));
            return true;
        });
    }

    /** The photo that was sent as that reduced copy, whatever stands in its place now. */
    private Photo copy(UUID complaint, Digest reduced) {
        return photos(complaint, reduced).stream()
                .filter(photo -> photo.role() == Photo.Role.REPORT)
                .findFirst()
                .orElseThrow(() -> new Problem(404, "ikuti_photo_unknown"));
    }

    /**
     * Whether that full file is there.
     *
     * @throws Problem 409 if another one is
     */
    private boolean has(UUID complaint, Digest reduced, Digest full) {
        var there = photos(complaint, reduced).stream()
                .filter(photo -> !photo.isReduced())
                .map(Photo::original)
                .findFirst();
        if (there.isPresent() && !there.get().equals(full)) {
            throw new Problem(409, "ikuti_photo_other");
        }
        return there.isPresent();
    }

    private List<Photo> photos(UUID complaint, Digest reduced) {
        return jdbi.withHandle(handle -> vault.withDetails(handle, complaint)).stream()
                .filter(photo -> reduced.equals(photo.reduced()))
                .toList();
    }

    private Complaint complaint(String secret) {
        return FollowSecret.parse(secret)
                .flatMap(complaints::find)
                .orElseThrow(() -> new Problem(404, "ikuti_unknown"));
    }

    private static Response answer(int status, Digest kept) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(new Kept(kept.hex()))
                .build();
    }

    private static Optional<Digest> digest(@Nullable String contentDigest) {
        var found = CONTENT_DIGEST.matcher(contentDigest == null ? "" : contentDigest);
        return found.find() ? Optional.of(Digest.of(Base64.getDecoder().decode(found.group(1)))) : Optional.empty();
    }
}
