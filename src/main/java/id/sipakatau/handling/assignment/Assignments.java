package id.sipakatau.handling.assignment;

import id.sipakatau.journal.Actor;
import id.sipakatau.journal.Entry;
import id.sipakatau.journal.Journal;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Gives cases to people and teams of their agency. Each time is a row of the journal that names ids only. */
@ApplicationScoped
public class Assignments {

    public static final String ASSIGNED = "ASSIGNED";

    private final Jdbi jdbi;
    private final Journal journal;
    private final Teams teams;
    private final InstantSource clock;

    Assignments(Jdbi jdbi, Journal journal, Teams teams, InstantSource clock) {
        this.jdbi = jdbi;
        this.journal = journal;
        this.teams = teams;
        this.clock = clock;
    }

    /** Why a case was not given to anybody; nothing was changed then. */
    public enum Refusal {
        /** Somebody else gave it to somebody first. */
        MEANWHILE,
        /** It is done, or another agency has it. */
        NOT_OPEN,
        /** Not of this agency, or an account that is closed. */
        NO_SUCH_ASSIGNEE
    }

    /**
     * Whose a case is.
     *
     * @param version grows with every assignment; 0 where there was none
     * @param name what the assignee is called; empty for nobody
     */
    public record Assignment(
            Assignee assignee, int version, @Nullable String name) {
        static final Assignment NONE = new Assignment(Assignee.NOBODY, 0, null);
    }

    private record Row(@Nullable UUID staffId, @Nullable UUID teamId, int version) {
        Assignee assignee() {
            return new Assignee(staffId, teamId);
        }
    }

    /** Whose a case of an agency is now. */
    public Assignment of(UUID complaint, String agency) {
        return jdbi.withHandle(handle -> read(handle, complaint, agency));
    }

    private Assignment read(Handle handle, UUID complaint, String agency) {
        return handle.createQuery("""
                        SELECT staff_id, team_id, version FROM case_assignment
                        WHERE complaint_id = :complaint AND agency = :agency
                        """) // primary key
                .bind("complaint", complaint)
                .bind("agency", agency)
                .mapTo(Row.class)
                .findOne()
                .map(row -> new Assignment(
                        row.assignee(),
                        row.version,
                        teams.names(handle, List.of(row.assignee())).get(row.assignee())))
                .orElse(Assignment.NONE);
    }

    /**
     * Gives a case to somebody, in the name of an operator of its agency.
     *
     * @param version of the assignment that the operator saw
     * @return why not; null if it was done
     */
    public @Nullable Refusal assign(UUID complaint, int version, Assignee to, Actor by) {
        var agency = Objects.requireNonNull(by.agency());
        return jdbi.inTransaction(transaction -> {
            if (!teams.isOf(transaction, to, agency)) {
                return Refusal.NO_SUCH_ASSIGNEE;
            }
            var before = read(transaction, complaint, agency);
            if (before.version() != version) {
                return Refusal.MEANWHILE;
            }
            if (!isOpen(transaction, complaint, agency)) {
                return Refusal.NOT_OPEN;
            }
            if (store(transaction, complaint, agency, version, to) == 0) {
                return Refusal.MEANWHILE;
            }
            var facts = facts(agency, before.assignee(), to);
            journal.append(transaction, new Entry(complaint, clock.instant(), ASSIGNED, by, facts, Map.of()));
            return null;
        });
    }

    private static boolean isOpen(Handle handle, UUID complaint, String agency) {
        return handle.createQuery("""
                        SELECT EXISTS (SELECT FROM agency_complaint
                                       WHERE id = :complaint AND agency = :agency AND progress <> 'DONE')
                        """) // index complaint_pkey
                .bind("complaint", complaint)
                .bind("agency", agency)
                .mapTo(Boolean.class)
                .one();
    }

    /** The row may be another agency's that had the case before; to this one it is as if there was none. */
    private int store(Handle transaction, UUID complaint, String agency, int version, Assignee to) {
        return transaction
                .createUpdate("""
                        INSERT INTO case_assignment AS a (complaint_id, agency, staff_id, team_id, version, at)
                        SELECT :complaint, :agency, :person, :team, :version + 1, :now
                        WHERE :version = 0 OR EXISTS (SELECT FROM case_assignment WHERE complaint_id = :complaint)
                        ON CONFLICT (complaint_id) DO UPDATE
                        SET agency = excluded.agency, staff_id = excluded.staff_id, team_id = excluded.team_id,
                            version = excluded.version, at = excluded.at
                        WHERE CASE WHEN a.agency = excluded.agency THEN a.version ELSE 0 END = :version
                        """)
                .bind("complaint", complaint)
                .bind("agency", agency)
                .bindByType("person", to.person(), UUID.class)
                .bindByType("team", to.team(), UUID.class)
                .bind("version", version)
                .bind("now", clock.instant())
                .execute();
    }

    private static Map<String, Object> facts(String agency, Assignee before, Assignee to) {
        var facts = new HashMap<String, Object>();
        facts.put("agency", agency);
        put(facts, "person", to.person());
        put(facts, "team", to.team());
        put(facts, "fromPerson", before.person());
        put(facts, "fromTeam", before.team());
        return facts;
    }

    private static void put(Map<String, Object> facts, String name, @Nullable UUID id) {
        if (id != null) {
            facts.put(name, id.toString());
        }
    }
}
