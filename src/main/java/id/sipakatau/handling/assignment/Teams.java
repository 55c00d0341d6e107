package id.sipakatau.handling.assignment;

import com.github.f4b6a3.uuid.UuidCreator;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.StaffAccount;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** The people and the field teams of an agency. */
@ApplicationScoped
public class Teams {

    static final int LONGEST_NAME = 60;

    private final Jdbi jdbi;
    private final Staff staff;
    private final InstantSource clock;

    public Teams(Jdbi jdbi, Staff staff, InstantSource clock) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.clock = clock;
    }

    /** @param members accounts of operators, those that are closed too */
    public record Team(UUID id, String name, Set<UUID> members) {
        public boolean has(UUID account) {
            return members.contains(account);
        }
    }

    /** Somebody or some team that a case can be given to. */
    public record Choice(String value, String name) {}

    /** All whom a case can be given to. */
    public record Choices(List<Choice> people, List<Choice> teams) {}

    private record Row(UUID id, String name) {}

    private record Member(UUID teamId, UUID staffId) {}

    public List<StaffAccount> people(String agency) {
        return jdbi.withHandle(handle -> staff.operators(handle, agency));
    }

    public List<Team> of(String agency) {
        return jdbi.withHandle(handle -> {
            var members = new HashMap<UUID, Set<UUID>>();
            handle.createQuery("""
                            SELECT m.team_id, m.staff_id
                            FROM agency_team t JOIN agency_team_member m ON m.team_id = t.id
                            WHERE t.agency = :agency
                            """) // index agency_team_agency_name_key
                    .bind("agency", agency)
                    .mapTo(Member.class)
                    .forEach(each -> members.computeIfAbsent(each.teamId, id -> new HashSet<>())
                            .add(each.staffId));
            return handle.createQuery("SELECT id, name FROM agency_team WHERE agency = :agency ORDER BY name")
                    .bind("agency", agency) // index agency_team_agency_name_key
                    .mapTo(Row.class)
                    .map(row -> new Team(row.id, row.name, members.getOrDefault(row.id, Set.of())))
                    .list();
        });
    }

    public Choices choices(String agency) {
        return new Choices(
                people(agency).stream()
                        .map(each -> new Choice(Assignee.person(each.id()).value(), each.name()))
                        .toList(),
                of(agency).stream()
                        .map(each -> new Choice(Assignee.team(each.id()).value(), each.name()))
                        .toList());
    }

    /** What these are called; whoever is unknown is left out. */
    public Map<Assignee, String> names(Handle handle, List<Assignee> all) {
        var names = new HashMap<Assignee, String>();
        var people = all.stream()
                .map(Assignee::person)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!people.isEmpty()) {
            staff.names(handle, people).forEach((id, name) -> names.put(Assignee.person(id), name));
        }
        var teams = all.stream()
                .map(Assignee::team)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
        if (!teams.isEmpty()) {
            handle.createQuery("SELECT id, name FROM agency_team WHERE id = ANY (:ids)")
                    .bindArray("ids", UUID.class, teams)
                    .mapTo(Row.class)
                    .forEach(row -> names.put(Assignee.team(row.id), row.name));
        }
        return names;
    }

    /** Whether a case of an agency can be given to them: the agency's own, and no closed account. */
    boolean isOf(Handle handle, Assignee assignee, String agency) {
        var person = assignee.person();
        if (person != null) {
            return staff.find(handle, person)
                    .filter(account -> account.active() && agency.equals(account.agency()))
                    .isPresent();
        }
        var team = assignee.team();
        return team == null
                || handle.createQuery("SELECT EXISTS (SELECT FROM agency_team WHERE id = :id AND agency = :agency)")
                        .bind("id", team)
                        .bind("agency", agency)
                        .mapTo(Boolean.class)
                        .one();
    }

    /** Makes a team; false if the agency has one of that name. */
    boolean make(String agency, String name, List<UUID> members) {
        return jdbi.inTransaction(transaction -> {
            var id = UuidCreator.getTimeOrderedEpoch();
            int made = transaction
                    .createUpdate("""
                            INSERT INTO agency_team (id, agency, name, created_at) VALUES (:id, :agency, :name, :now)
                            ON CONFLICT DO NOTHING
                            """)
                    .bind("id", id)
                    .bind("agency", agency)
                    .bind("name", name)
                    .bind("now", clock.instant())
                    .execute();
            if (made == 1) {
                setMembers(transaction, agency, id, members);
            }
            return made == 1;
        });
    }

    /** Says anew who belongs to a team of the agency; false where there is no such team. */
    boolean change(String agency, UUID team, List<UUID> members) {
        return jdbi.inTransaction(transaction -> {
            // Two who change it at once wait for each other: both would put the same member in.
            var own = transaction
                    .createQuery("SELECT id FROM agency_team WHERE id = :id AND agency = :agency FOR UPDATE")
                    .bind("id", team)
                    .bind("agency", agency)
                    .mapTo(UUID.class)
                    .findOne()
                    .isPresent();
            if (own) {
                transaction
                        .createUpdate("DELETE FROM agency_team_member WHERE team_id = :team")
                        .bind("team", team)
                        .execute();
                setMembers(transaction, agency, team, members);
            }
            return own;
        });
    }

    /** Dissolves a team; its cases are nobody's then. */
    void dissolve(String agency, UUID team) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM agency_team WHERE id = :id AND agency = :agency")
                .bind("id", team)
                .bind("agency", agency)
                .execute());
    }

    private void setMembers(Handle transaction, String agency, UUID team, List<UUID> members) {
        var own = staff.operators(transaction, agency).stream()
                .map(StaffAccount::id)
                .collect(Collectors.toSet());
        for (var member : Set.copyOf(members)) {
            if (own.contains(member)) {
                transaction
                        .createUpdate("INSERT INTO agency_team_member (team_id, staff_id) VALUES (:team, :member)")
                        .bind("team", team)
                        .bind("member", member)
                        .execute();
            }
        }
    }
}
