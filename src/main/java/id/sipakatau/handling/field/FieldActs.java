package id.sipakatau.handling.field;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Complaints;
import id.sipakatau.identity.Visitor;
import id.sipakatau.web.Problem;
import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/**
 * Steps that an operator's phone sends, some of them long after they were taken, and some twice because an answer was lost.
 * The phone names each by an id and says whose it is; under the same id a step is taken once.
 */
@RequestScoped
public class FieldActs {

    /** A step that was taken, as the phone reads it. @param version that the complaint has after it */
    record Taken(int version) {}

    private final Jdbi jdbi;
    private final Visitor visitor;
    private final InstantSource clock;
    private final HttpHeaders headers;

    FieldActs(Jdbi jdbi, Visitor visitor, InstantSource clock, HttpHeaders headers) {
        this.jdbi = jdbi;
        this.visitor = visitor;
        this.clock = clock;
        this.headers = headers;
    }

    /** Takes a step, given what has to be stored beside the change; tells the complaint after it. */
    @FunctionalInterface
    public interface Step {
        Complaint take(Complaints.Beside beside);
    }

    /**
     * Takes a step unless it was taken already.
     *
     * @param id by which the phone names it; empty where a browser without an outbox sends it
     * @param owner whose step it is, as the phone says; empty likewise
     * @return the version of the complaint after it
     * @throws Problem 403 if it is another account's, 400 if the id is none, and whatever the step throws
     */
    public int once(@Nullable String id, @Nullable String owner, Complaint complaint, Step step) {
        checkOwner(owner);
        if (id == null || id.isBlank()) {
            return step.take(Complaints.Beside.NOTHING).version();
        }
        var act = parsed(id);
        return version(act, complaint).orElseGet(() -> taken(act, complaint, step));
    }

    /** A phone that two people share sends nobody's steps under the other one's name. */
    public void checkOwner(@Nullable String owner) {
        if (owner != null
                && !owner.isBlank()
                && !owner.equals(visitor.staff().account().toString())) {
            throw new Problem(403, "petugas_not_yours");
        }
    }

    private int taken(UUID act, Complaint complaint, Step step) {
        try {
            return step.take((transaction, after) -> transaction
                            .createUpdate("""
                                    INSERT INTO case_act (staff_id, id, complaint_id, version, at)
                                    SELECT :staff, :id, id, version, :at FROM agency_complaint WHERE id = :complaint
                                    """)
                            .bind("staff", visitor.staff().account())
                            .bind("id", act)
                            .bind("complaint", after.id())
                            .bind("at", clock.instant().atOffset(ZoneOffset.UTC))
                            .execute())
                    .version();
        } catch (Problem refused) {
            // The same step, sent again while the first one was under way, comes second to itself.
            return version(act, complaint).orElseThrow(() -> refused);
        }
    }

    private Optional<Integer> version(UUID act, Complaint complaint) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT version FROM case_act WHERE staff_id = :staff AND id = :id AND complaint_id = :complaint
                        """) // primary key
                .bind("staff", visitor.staff().account())
                .bind("id", act)
                .bind("complaint", complaint.id())
                .mapTo(Integer.class)
                .findOne());
    }

    private static UUID parsed(String id) {
        try {
            return UUID.fromString(id);
        } catch (IllegalArgumentException none) {
            throw new Problem(400, "error_400");
        }
    }

    /** Whether a phone sends what waited on it, rather than a page its form. */
    public boolean isLater() {
        return headers.getAcceptableMediaTypes().contains(MediaType.APPLICATION_JSON_TYPE);
    }

    /** The answer to a step that was taken: for a phone the version, for a page what it shows next. */
    public Response taken(int version, Supplier<Response> page) {
        return isLater()
                ? Response.ok(new Taken(version), MediaType.APPLICATION_JSON_TYPE)
                        .build()
                : page.get();
    }

    /** The answer to a phone where something is missing. @param words what, in the operator's language */
    public Response missing(String words) {
        return Response.status(422)
                .type("application/problem+json")
                .entity(Map.of("status", 422, "detail", words))
                .build();
    }
}
