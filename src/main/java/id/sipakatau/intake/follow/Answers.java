package id.sipakatau.intake.follow;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Act;
import id.sipakatau.complaint.ChangedMeanwhile;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Complaints.Step;
import id.sipakatau.complaint.IllegalTransition;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PreparedPhoto;
import id.sipakatau.intake.TypedText;
import id.sipakatau.intake.follow.FollowView.Typed;
import id.sipakatau.journal.Actor;
import id.sipakatau.web.Page;
import id.sipakatau.web.SecretPage;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.jboss.resteasy.reactive.RestForm;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.multipart.FileUpload;
import org.jspecify.annotations.Nullable;

/**
 * What the reporter says to the agency or the administrator, on the reporter's own page. Each is a resource of its own, taken
 * by posting to it; what can't be taken comes back with its reason and all that was written.
 */
@Path("/ikuti/{secret}")
@PermitAll
@SecretPage
@RunOnVirtualThread
class Answers {

    private static final int MOST_PHOTOS = 4;

    /** The version of no complaint. */
    private static final int NEVER = 0;

    private final Complaints complaints;
    private final FollowPage followPage;
    private final PhotoVault vault;
    private final City city;
    private final Page page;
    private final InstantSource clock;

    Answers(Complaints complaints, FollowPage followPage, PhotoVault vault, City city, Page page, InstantSource clock) {
        this.complaints = complaints;
        this.followPage = followPage;
        this.vault = vault;
        this.city = city;
        this.page = page;
        this.clock = clock;
    }

    @POST
    @Path("appeal")
    public Response appeal(@RestPath String secret, @RestForm int version, @RestForm @Nullable String words) {
        var typed = new Typed("appeal", TypedText.lines(words), 0);
        return change(
                secret,
                version,
                typed,
                "ikuti_appealed",
                (complaint, now) -> complaint.appeal(Actor.REPORTER, now, typed.words()));
    }

    /** The answer to a question of the agency. */
    @POST
    @Path("answer")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response answer(
            @RestPath String secret,
            @RestForm int version,
            @RestForm @Nullable String words,
            @RestForm("photos") List<FileUpload> uploads) {
        var typed = new Typed("answer", TypedText.lines(words), 0);
        var sent = chosen(uploads);
        return change(
                secret,
                version,
                typed,
                "ikuti_answered",
                Photo.Role.ANSWER,
                sent,
                (complaint, now) -> complaint.reply(Actor.REPORTER, now, typed.words(), sent.size(), city));
    }

    @POST
    @Path("confirmation")
    public Response confirm(
            @RestPath String secret,
            @RestForm int version,
            @RestForm @DefaultValue("0") int stars,
            @RestForm @Nullable String words) {
        var typed = new Typed("confirmation", TypedText.lines(words), stars);
        return change(
                secret,
                version,
                typed,
                "ikuti_confirmed",
                (complaint, now) -> complaint.confirm(Actor.REPORTER, now, stars, typed.words()));
    }

    @POST
    @Path("contest")
    @Consumes(MediaType.MULTIPART_FORM_DATA)
    public Response contest(
            @RestPath String secret,
            @RestForm int version,
            @RestForm @Nullable String words,
            @RestForm("photos") List<FileUpload> uploads) {
        var typed = new Typed("contest", TypedText.lines(words), 0);
        var sent = chosen(uploads);
        return change(
                secret,
                version,
                typed,
                "ikuti_contested",
                Photo.Role.CONTEST,
                sent,
                (complaint, now) -> complaint.contest(Actor.REPORTER, now, typed.words(), sent.size(), city));
    }

    private Response change(String secret, int version, Typed typed, String done, Step step) {
        return change(secret, version, typed, done, Photo.Role.ANSWER, List.of(), step);
    }

    private Response change(
            String secret, int version, Typed typed, String done, Photo.Role role, List<FileUpload> sent, Step step) {
        var complaint = followPage.complaint(secret);
        try {
            // What would be refused anyhow is refused before a photo is decoded.
            step.apply(complaint, clock.instant());
            if (sent.size() > MOST_PHOTOS) {
                return followPage.again(secret, typed, page.text("ikuti_photos_too_many", MOST_PHOTOS));
            }
            var photos = new ArrayList<PreparedPhoto>();
            for (int i = 0; i < sent.size(); i++) {
                switch (vault.prepare(sent.get(i).uploadedFile(), Photo.Source.UNKNOWN, city.zone())) {
                    case PhotoVault.Intake.Kept(var photo) -> photos.add(photo);
                    case PhotoVault.Intake.Refused(var reason) -> {
                        var why = page.text("ikuti_photo_not_taken", i + 1, page.text(reason.key()));
                        return followPage.again(secret, typed, why);
                    }
                }
            }
            take(secret, version, step, (transaction, changed) -> {
                for (int i = 0; i < photos.size(); i++) {
                    vault.attach(transaction, changed.id(), role, i, photos.get(i));
                }
            });
        } catch (IllegalTransition refused) {
            var key = "ikuti_refused_" + refused.why();
            var error = page.text(key, Complaint.LONGEST_WORDS, TypedText.length(typed.words()));
            return followPage.again(secret, typed, error);
        } catch (ChangedMeanwhile meanwhile) {
            return followPage.again(secret, typed, page.text("ikuti_refused_CHANGED"));
        }
        page.leaveNotice(done);
        return Response.seeOther(URI.create("/ikuti/" + secret)).build();
    }

    /**
     * The reporter saw all that a reporter may know. What staff do inside meanwhile is no reason to refuse, and none that could
     * be given.
     *
     * @throws ChangedMeanwhile if there is something that the reporter has not seen
     */
    private void take(String secret, int version, Step step, Complaints.Beside beside) {
        while (true) {
            var complaint = followPage.complaint(secret);
            var seen = followPage.isNewest(complaint, version) ? complaint.version() : NEVER;
            try {
                complaints.change(complaint.id(), seen, Actor.REPORTER, step, beside);
                return;
            } catch (ChangedMeanwhile faster) {
                if (seen == NEVER || !Act.staysInside(faster.last().act())) {
                    throw faster;
                }
            }
        }
    }

    /** Browsers send an empty part where nothing was chosen. */
    private static List<FileUpload> chosen(List<FileUpload> uploads) {
        return uploads.stream().filter(upload -> upload.size() > 0).toList();
    }
}
