package id.sipakatau.complaint;

import static id.sipakatau.complaint.LifecycleTest.ADMINISTRATOR;
import static id.sipakatau.complaint.LifecycleTest.CITY;
import static id.sipakatau.complaint.LifecycleTest.HEAD;
import static id.sipakatau.complaint.LifecycleTest.isDoubtful;

import id.sipakatau.city.Category;
import id.sipakatau.complaint.LifecycleTest.Attempt;
import id.sipakatau.journal.Actor;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The complaint as the people would describe it. */
final class LifecycleModel {
    String validation = "pending";
    String progress = "belum";
    Category category;
    boolean anonymous;
    boolean confidential;
    boolean appealed;
    boolean confirmed;

    @Nullable
    Instant asked;

    /** Who proposed a completion that waits for approval. */
    @Nullable
    UUID proposedBy;

    boolean disputed;
    final Set<String> gaveItAway = new HashSet<>();

    /** Agencies at work on parts of it. */
    final Set<String> involved = new TreeSet<>();

    /** Of a part, the agency that has the whole; empty for what a reporter sent. */
    @Nullable
    String lead;

    boolean visible;
    Instant contestableUntil = Instant.MIN;

    LifecycleModel(Category category, boolean anonymous, boolean confidential) {
        this.category = category;
        this.anonymous = anonymous;
        this.confidential = confidential;
    }

    /** The part that an agency is asked to do by another one. */
    static LifecycleModel part(Category category, String lead) {
        var part = new LifecycleModel(category, false, false);
        part.validation = "valid";
        part.lead = lead;
        return part;
    }

    Actor whoMay(Act act, Instant now) {
        return switch (act) {
            // What waits somebody else approves; of what needs no approval the operator says so.
            case FINISHED -> proposedBy == null ? worker() : head(proposedBy);
            case RETURNED -> head(proposedBy == null ? ADMINISTRATOR : proposedBy);
            case STARTED, ASKED, PROPOSED, WITHDRAWN, HANDED_OVER, DISPUTED ->
                Actor.operator(ADMINISTRATOR, category.agencyId());
            case APPEALED, SHARPENED, REPLIED, CONTESTED, FILED -> Actor.REPORTER;
            // In time the reporter, afterwards time itself.
            case CONFIRMED -> now.isAfter(contestableUntil) ? Actor.SYSTEM : Actor.REPORTER;
            case RESCHEDULED -> Actor.SYSTEM;
            case ACCEPTED, DISMISSED, MERGED, CORRECTED, SHIELDED, SETTLED, INVOLVED ->
                Actor.administrator(ADMINISTRATOR);
            case RECALLED ->
                lead == null || disputed ? Actor.administrator(ADMINISTRATOR) : Actor.operator(ADMINISTRATOR, lead);
            case PART_STARTED, PART_FINISHED, PART_RECALLED -> Actor.SYSTEM;
        };
    }

    private Actor worker() {
        return Actor.operator(ADMINISTRATOR, category.agencyId());
    }

    private Actor head(UUID notMe) {
        return Actor.head(notMe.equals(HEAD) ? ADMINISTRATOR : HEAD, category.agencyId());
    }

    boolean atTheAgency() {
        return validation.equals("valid") || (validation.equals("pending") && category.emergency());
    }

    boolean byItsOperator(Actor actor) {
        return actor.role() == Actor.Role.OPERATOR && category.agencyId().equals(actor.agency());
    }

    boolean allows(Attempt a, Instant now) {
        var administrator = a.actor().role() == Actor.Role.ADMINISTRATOR;
        var reporter = a.actor().role() == Actor.Role.REPORTER;
        var pending = validation.equals("pending");
        return switch (a.act()) {
            // What happens to a part the whole tells; nobody does it there.
            case FILED, PART_STARTED, PART_FINISHED, PART_RECALLED -> false;
            case INVOLVED ->
                lead == null
                        && (administrator || byItsOperator(a.actor()))
                        && validation.equals("valid")
                        && !progress.equals("telah")
                        && proposedBy == null
                        && (!visible || a.category().publishable())
                        && !a.category().agencyId().equals(category.agencyId())
                        && !involved.contains(a.category().agencyId());
            case RECALLED ->
                lead != null
                        && validation.equals("valid")
                        && (administrator
                                ? progress.equals("belum") || disputed
                                : a.actor().role() == Actor.Role.OPERATOR
                                        && lead.equals(a.actor().agency())
                                        && progress.equals("belum"));
            case RESCHEDULED -> a.actor().role() == Actor.Role.SYSTEM;
            case ACCEPTED, DISMISSED, MERGED -> administrator && pending;
            case CORRECTED -> administrator && pending && a.category() != category;
            case SHIELDED ->
                administrator && lead == null && ((a.flag() && !anonymous) || (!a.flag() && !confidential));
            case APPEALED -> reporter && validation.equals("invalid") && !appealed;
            case SHARPENED -> reporter && pending;
            case STARTED -> byItsOperator(a.actor()) && atTheAgency() && progress.equals("belum");
            case FINISHED -> proposedBy == null ? mayComplete(a) && !approved() : mayDecide(a);
            case PROPOSED -> mayComplete(a) && approved() && proposedBy == null;
            case RETURNED -> mayDecide(a);
            case WITHDRAWN -> byItsOperator(a.actor()) && atTheAgency() && proposedBy != null;
            case HANDED_OVER ->
                byItsOperator(a.actor())
                        && lead == null
                        && atTheAgency()
                        && !progress.equals("telah")
                        && proposedBy == null
                        && !disputed
                        && !involved.contains(a.category().agencyId())
                        && !gaveItAway.contains(a.category().agencyId())
                        && !a.category().agencyId().equals(category.agencyId());
            case DISPUTED ->
                byItsOperator(a.actor())
                        && atTheAgency()
                        && !progress.equals("telah")
                        && proposedBy == null
                        && !disputed;
            case SETTLED ->
                administrator
                        && disputed
                        && (lead == null || a.category() == category)
                        && !involved.contains(a.category().agencyId());
            case ASKED ->
                byItsOperator(a.actor())
                        && lead == null
                        && atTheAgency()
                        && !progress.equals("telah")
                        && proposedBy == null
                        && asked == null;
            case REPLIED -> reporter && atTheAgency() && asked != null;
            case CONFIRMED ->
                validation.equals("valid")
                        && lead == null
                        && progress.equals("telah")
                        && !confirmed
                        && (now.isAfter(contestableUntil)
                                ? a.actor().role() == Actor.Role.SYSTEM
                                : reporter && a.photos() > 0);
            case CONTESTED ->
                reporter
                        && lead == null
                        && validation.equals("valid")
                        && progress.equals("telah")
                        && !confirmed
                        && !now.isAfter(contestableUntil);
        };
    }

    /** The city's data demand it where a deadline for the approval stands. */
    boolean approved() {
        return category.deadlines().getLast().approval() != null;
    }

    private boolean mayComplete(Attempt a) {
        return byItsOperator(a.actor())
                && atTheAgency()
                && progress.equals("sedang")
                && involved.isEmpty()
                && !(a.flag() && category.proofRequired() && a.photos() == 0)
                && !(isDoubtful(a) && !a.flag());
    }

    /** The flag of an attempt says that the agency has a head beside whoever proposed it. */
    private boolean mayDecide(Attempt a) {
        var may = a.actor().role() == Actor.Role.ADMINISTRATOR
                ? !a.flag()
                : byItsOperator(a.actor()) && a.actor().head();
        return may
                && atTheAgency()
                && proposedBy != null
                && !proposedBy.equals(a.actor().account());
    }

    void apply(Attempt a, Instant now) {
        switch (a.act()) {
            case ACCEPTED -> {
                validation = "valid";
                visible = category.publishable() && !confidential;
                // An emergency that was done before: until now its reporter could not say anything.
                contestableUntil = CITY.calendar().after(now, CITY.contestPeriod());
            }
            case DISMISSED -> {
                validation = "invalid";
                proposedBy = null;
                disputed = false;
            }
            case MERGED -> {
                validation = "merged";
                proposedBy = null;
                disputed = false;
            }
            case APPEALED -> {
                validation = "pending";
                appealed = true;
            }
            case CORRECTED -> {
                if (category.emergency() != a.category().emergency()
                        || !category.agencyId().equals(a.category().agencyId())) {
                    progress = "belum";
                    asked = null;
                    proposedBy = null;
                    disputed = false;
                }
                category = a.category();
            }
            case SHIELDED -> {
                anonymous |= a.flag();
                confidential |= !a.flag();
                visible &= !confidential;
            }
            case STARTED -> progress = "sedang";
            case ASKED -> asked = now;
            case REPLIED -> asked = null;
            case PROPOSED -> {
                proposedBy = a.actor().account();
                asked = null;
            }
            case RETURNED, WITHDRAWN -> proposedBy = null;
            case FINISHED -> {
                disputed = false;
                proposedBy = null;
                progress = "telah";
                confirmed = false;
                asked = null;
                contestableUntil = CITY.calendar().after(now, CITY.contestPeriod());
            }
            case HANDED_OVER -> taken(a.category());
            case DISPUTED -> disputed = true;
            case SETTLED -> {
                disputed = false;
                if (category.agencyId().equals(a.category().agencyId())) {
                    category = a.category();
                    visible &= category.publishable();
                } else {
                    taken(a.category());
                }
            }
            case CONTESTED -> progress = "belum";
            case CONFIRMED -> confirmed = true;
            case INVOLVED -> involved.add(a.category().agencyId());
            case RECALLED -> {
                validation = "recalled";
                disputed = false;
                proposedBy = null;
            }
            case SHARPENED, RESCHEDULED -> {}
            case FILED, PART_STARTED, PART_FINISHED, PART_RECALLED -> throw new AssertionError();
        }
    }

    private void taken(Category by) {
        gaveItAway.add(category.agencyId());
        gaveItAway.remove(by.agencyId());
        category = by;
        proposedBy = null;
        progress = "belum";
        asked = null;
        visible &= category.publishable();
    }
}
