package id.sipakatau.desk;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.identity.Staff;
import id.sipakatau.identity.Visitor;
import jakarta.enterprise.context.RequestScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** Who may approve a completion: another head of the agency, and where it has none an administrator. */
@RequestScoped
public class Approvers {

    private final Jdbi jdbi;
    private final Staff staff;
    private final City city;
    private final Visitor visitor;

    Approvers(Jdbi jdbi, Staff staff, City city, Visitor visitor) {
        this.jdbi = jdbi;
        this.staff = staff;
        this.city = city;
        this.visitor = visitor;
    }

    /**
     * Where an administrator decides.
     *
     * @param headless agencies that have no head at all
     * @param alone accounts of those who lead an agency alone: what they propose themselves
     */
    public record Unled(List<String> headless, List<UUID> alone) {}

    public Unled unled() {
        var headless = new ArrayList<String>();
        var alone = new ArrayList<UUID>();
        jdbi.useHandle(handle -> {
            for (var agency : city.agencies()) {
                var heads = staff.heads(handle, agency.id());
                if (heads.isEmpty()) {
                    headless.add(agency.id());
                } else if (heads.size() == 1) {
                    alone.add(heads.getFirst().id());
                }
            }
        });
        return new Unled(headless, alone);
    }

    /** Whether its agency has a head who may, beside whoever proposed it. */
    public boolean isLed(Complaint complaint) {
        var proposal = complaint.handling().proposal();
        return jdbi.withHandle(handle -> staff.heads(handle, complaint.subject().agency())).stream()
                .anyMatch(head -> proposal == null || !head.id().equals(proposal.by()));
    }

    /** Whether the person who is signed in may decide on what waits; the complaint itself asks again. */
    public boolean mayDecide(Complaint complaint) {
        var person = visitor.staff();
        var proposal = complaint.handling().proposal();
        if (proposal == null || proposal.by().equals(person.account())) {
            return false;
        }
        return switch (person.role()) {
            case OPERATOR -> person.head() && complaint.isHandledBy(String.valueOf(person.agency()));
            case ADMINISTRATOR -> !isLed(complaint);
            case MAYOR -> false;
        };
    }
}
