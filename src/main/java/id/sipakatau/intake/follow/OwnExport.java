package id.sipakatau.intake.follow;

import com.fasterxml.jackson.annotation.JsonInclude;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.complaint.Timeline;
import id.sipakatau.identity.AccountComplaints;
import id.sipakatau.identity.Citizen;
import id.sipakatau.identity.CitizenData;
import id.sipakatau.identity.CitizensOnly;
import id.sipakatau.identity.Reporter;
import id.sipakatau.identity.Reporters;
import id.sipakatau.journal.Actor;
import id.sipakatau.web.Page;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** All that is kept about a citizen as one file, to take along (Law 27/2022, right to a copy). */
@Path("/akun/unduh")
@PermitAll
@CitizensOnly
class OwnExport {

    /** @param madeAt when the file was made */
    record Export(Instant madeAt, CitizenData account, List<Own> complaints) {}

    /**
     * A complaint of the list. What the reporter said of themselves is there only where the account itself filed it: a link
     * may have come from somebody else.
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Own(
            String trackingNumber,
            Instant receivedAt,
            String followUrl,
            String category,
            String description,
            @Nullable Double latitude,
            @Nullable Double longitude,
            @Nullable String address,
            @Nullable String kelurahan,
            boolean anonymous,
            boolean confidential,
            @Nullable String name,
            @Nullable String contact,
            String state,
            List<Step> timeline) {}

    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Step(Instant at, String act, @Nullable String words) {}

    private final Citizen citizen;
    private final AccountComplaints lists;
    private final Complaints complaints;
    private final Reporters reporters;
    private final Jdbi jdbi;
    private final Page page;
    private final InstantSource clock;

    OwnExport(
            Citizen citizen,
            AccountComplaints lists,
            Complaints complaints,
            Reporters reporters,
            Jdbi jdbi,
            Page page,
            InstantSource clock) {
        this.citizen = citizen;
        this.lists = lists;
        this.complaints = complaints;
        this.reporters = reporters;
        this.jdbi = jdbi;
        this.page = page;
        this.clock = clock;
    }

    /** A post, since looking at a reporter's name leaves a row in the journal. */
    @POST
    @RunOnVirtualThread
    public Response download() {
        var account = citizen.account().orElseThrow();
        var filed = jdbi.withHandle(handle -> lists.of(handle, account)).stream()
                .collect(Collectors.toMap(AccountComplaints.Kept::complaintId, AccountComplaints.Kept::filed));
        var own = complaints.all(filed.keySet()).stream()
                .map(complaint -> own(complaint, filed.getOrDefault(complaint.id(), false)))
                .toList();
        return Response.ok(new Export(clock.instant(), citizen.data(), own))
                .type(MediaType.APPLICATION_JSON_TYPE)
                .header("Content-Disposition", "attachment; filename=\"sipakatau-data-saya.json\"")
                .build();
    }

    private Own own(Complaint complaint, boolean filed) {
        var reporter = filed ? reporter(complaint.id()) : Reporter.UNKNOWN;
        var place = complaint.place();
        var position = place.position();
        return new Own(
                complaint.trackingNumber().text(),
                complaint.receivedAt(),
                page.address("/ikuti/" + complaints.secretOf(complaint.id()).text()),
                complaint.subject().category(),
                complaint.description(),
                position == null ? null : position.latitude(),
                position == null ? null : position.longitude(),
                place.address(),
                place.kelurahan(),
                complaint.privacy().anonymous(),
                complaint.privacy().confidential(),
                reporter.name(),
                reporter.contact(),
                FollowPage.state(complaint),
                Timeline.of(complaints.history(complaint.id()), Timeline.Reader.REPORTER).steps().stream()
                        .map(step -> new Step(step.at(), step.act().name(), step.words()))
                        .toList());
    }

    private Reporter reporter(UUID complaint) {
        return jdbi.inTransaction(transaction -> reporters.isKnown(transaction, complaint)
                ? reporters.reveal(transaction, complaint, Actor.REPORTER).orElse(Reporter.UNKNOWN)
                : Reporter.UNKNOWN);
    }
}
