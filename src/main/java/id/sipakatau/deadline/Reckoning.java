package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Deadlines;
import id.sipakatau.city.Kind;
import id.sipakatau.city.WorkingCalendar;
import id.sipakatau.complaint.Act;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * Reads the clocks of one complaint from its journal, row by row. The promise of the end of the work stands in the rows
 * themselves; the two other terms are those of the day on which the complaint was sent, as the city's data say.
 */
final class Reckoning {

    /** A row of the journal, written or read. */
    record Happening(Instant at, String act, Map<String, Object> facts) {
        @Nullable
        String fact(String name) {
            var value = facts.get(name);
            return value == null ? null : value.toString();
        }
    }

    private final City city;
    /** Whether all is reckoned by today's calendar, as if it had always been known, or each step by that of its day. */
    private final boolean anew;

    private final List<ClockRun> runs = new ArrayList<>();
    /** What a dismissal dropped and an appeal takes up again. */
    private final Set<Integer> setAside = new HashSet<>();

    private Instant received = Instant.EPOCH;
    private Instant last = Instant.EPOCH;
    private Kind kind = Kind.COMPLAINT;
    private @Nullable Category category;
    private String agency = "";
    private boolean promised;
    /** The run of the resolution that was met by a completion which still waits for approval. */
    private @Nullable Integer proposed;

    private Reckoning(City city, boolean anew) {
        this.city = city;
        this.anew = anew;
    }

    /** Every run of a clock, in the order in which they began. */
    static List<ClockRun> of(List<Happening> history, City city) {
        return read(history, new Reckoning(city, false));
    }

    /** The same runs, due as they would be if today's calendar had always been known. */
    static List<ClockRun> anew(List<Happening> history, City city) {
        return read(history, new Reckoning(city, true));
    }

    private static List<ClockRun> read(List<Happening> history, Reckoning reckoning) {
        history.forEach(reckoning::read);
        return reckoning.runs.stream().map(reckoning::climbing).toList();
    }

    private void read(Happening row) {
        last = row.at;
        if (row.act.equals(Escalating.ESCALATED)) {
            change(
                    Integer.parseInt(requireNonNull(row.fact("ordinal"))),
                    run -> run.escalated(Integer.parseInt(requireNonNull(row.fact("level")))));
            return;
        }
        var act = Act.named(row.act);
        if (act.isEmpty()) {
            return;
        }
        var before = agency;
        var wasPromised = promised;
        readSubject(row);
        switch (act.get()) {
            case FILED -> {
                received = row.at;
                beginValidation(row.at);
                reachAgency(row);
            }
            case ACCEPTED -> {
                meet(Clock.VALIDATION, row.at);
                if (!wasPromised) {
                    reachAgency(row);
                }
            }
            case DISMISSED -> {
                meet(Clock.VALIDATION, row.at);
                setAside.clear();
                setAside.addAll(leaveAgency(row.at));
            }
            case MERGED -> {
                meet(Clock.VALIDATION, row.at);
                leaveAgency(row.at);
            }
            case APPEALED -> {
                beginValidation(row.at);
                setAside.forEach(ordinal -> change(ordinal, run -> run.dropped(null)));
                setAside.clear();
            }
            // An emergency alone is promised before it is accepted.
            case CORRECTED -> {
                if (!agency.equals(before) || promised != wasPromised) {
                    leaveAgency(row.at);
                    reachAgency(row);
                } else {
                    // An open question moves the promise by the time that the new category counts.
                    running(Clock.RESOLUTION)
                            .filter(run -> run.standsSince() != null)
                            .ifPresent(run -> change(
                                    run.ordinal(), each -> stopped(each, requireNonNull(each.standsSince()), row.at)));
                }
            }
            case HANDED_OVER -> {
                leaveAgency(row.at);
                reachAgency(row);
            }
            case SETTLED -> {
                if (!agency.equals(before)) {
                    leaveAgency(row.at);
                    reachAgency(row);
                }
            }
            case STARTED -> {
                if ("true".equals(row.fact("answered"))) {
                    meet(Clock.FIRST_ANSWER, row.at);
                }
            }
            case ASKED -> {
                meet(Clock.FIRST_ANSWER, row.at);
                running(Clock.RESOLUTION)
                        .ifPresent(run -> change(run.ordinal(), each -> stopped(each, row.at, row.at)));
            }
            case REPLIED -> resume(row);
            case PROPOSED -> {
                resume(row);
                proposed = running(Clock.RESOLUTION).map(ClockRun::ordinal).orElse(null);
                meet(Clock.RESOLUTION, row.at);
                begin(Clock.APPROVAL, agency, row.at, approval(row));
            }
            case RETURNED, WITHDRAWN -> {
                meet(Clock.APPROVAL, row.at);
                workOn();
            }
            case FINISHED -> {
                meet(Clock.FIRST_ANSWER, row.at);
                meet(Clock.APPROVAL, row.at);
                proposed = null;
                resume(row);
            }
            case CONTESTED -> begin(Clock.RESOLUTION, agency, row.at, promise(row));
            case RESCHEDULED -> {
                if (!anew) {
                    reschedule(row);
                }
            }
            // Of a part it is the beginning; to the whole it changes nothing.
            case INVOLVED -> {
                if (row.fact("partOf") != null) {
                    received = row.at;
                    reachAgency(row);
                }
            }
            case RECALLED -> leaveAgency(row.at);
            case DISPUTED, SHARPENED, SHIELDED, CONFIRMED, PART_STARTED, PART_FINISHED, PART_RECALLED -> {}
        }
        // What was approved was met when it was proposed.
        if ("DONE".equals(row.fact("progress"))) {
            meet(Clock.RESOLUTION, row.at);
        }
    }

    private void readSubject(Happening row) {
        kind = Kind.valueOf(requireNonNull(row.fact("kind")));
        agency = requireNonNull(row.fact("agency"));
        promised = row.fact("promisedBy") != null;
        var id = requireNonNull(row.fact("category"));
        category = city.category(id).orElseThrow(() -> new IllegalStateException("The city lost its category " + id));
    }

    private void beginValidation(Instant at) {
        begin(Clock.VALIDATION, null, at, calendar(at).after(at, deadlines().validation()));
    }

    /** The agency has it, if it was promised anything; an emergency at once, others once accepted. */
    private void reachAgency(Happening row) {
        if (promised) {
            begin(
                    Clock.FIRST_ANSWER,
                    agency,
                    row.at,
                    calendar(row.at).after(row.at, deadlines().firstAnswer()));
            begin(Clock.RESOLUTION, agency, row.at, promise(row));
        }
    }

    /** Drops what is running at the agency and tells which runs those were. What was met stays as it was. */
    private Set<Integer> leaveAgency(Instant at) {
        running(Clock.APPROVAL).ifPresent(run -> change(run.ordinal(), each -> each.dropped(at)));
        workOn();
        var left = new HashSet<Integer>();
        for (var clock : List.of(Clock.FIRST_ANSWER, Clock.RESOLUTION)) {
            running(clock).ifPresent(run -> {
                change(run.ordinal(), each -> each.dropped(at));
                left.add(run.ordinal());
            });
        }
        return left;
    }

    /** What was proposed does not count: the work is waited for as before. */
    private void workOn() {
        if (proposed != null) {
            change(proposed, run -> run.due(run.dueAt(), null));
            proposed = null;
        }
    }

    private ClockRun stopped(ClockRun run, Instant asked, Instant known) {
        var calendar = calendar(known);
        var until = calendar.after(asked, city.questionPause());
        return run.standing(
                asked, until, calendar.postponed(run.dueAt(), deadlines().resolution(), asked, until));
    }

    /** The promise as it is afterwards: moved by what was waited for. */
    private void resume(Happening row) {
        running(Clock.RESOLUTION).ifPresent(run -> change(run.ordinal(), each -> each.due(resumed(each, row), null)));
    }

    private Instant resumed(ClockRun run, Happening row) {
        if (!anew) {
            return promise(row);
        }
        var since = run.standsSince();
        var until = run.standsUntil();
        return since == null || until == null
                ? run.dueAt()
                : calendar(row.at)
                        .postponed(
                                run.dueAt(), deadlines().resolution(), since, row.at.isBefore(until) ? row.at : until);
    }

    /** What moved is told with the row, each clock by its name. */
    private void reschedule(Happening row) {
        for (var clock : Clock.values()) {
            if (row.facts.get(clock.name()) instanceof Map<?, ?> moved) {
                running(clock)
                        .or(() -> proposed(clock))
                        .ifPresent(run ->
                                change(run.ordinal(), each -> Moved.read(moved).applied(each)));
            }
        }
    }

    /** The work that is done if it is approved: its deadline still follows the calendar. */
    private Optional<ClockRun> proposed(Clock clock) {
        return proposed == null || clock != Clock.RESOLUTION ? Optional.empty() : Optional.of(runs.get(proposed - 1));
    }

    private void begin(Clock clock, @Nullable String whose, Instant at, Instant due) {
        runs.add(ClockRun.begun(runs.size() + 1, clock, whose, at, due));
    }

    private void meet(Clock clock, Instant at) {
        running(clock).ifPresent(run -> change(run.ordinal(), each -> each.met(at)));
    }

    private Optional<ClockRun> running(Clock clock) {
        return runs.stream()
                .filter(run -> run.clock() == clock && run.isRunning())
                .findFirst();
    }

    private void change(int ordinal, UnaryOperator<ClockRun> into) {
        runs.set(ordinal - 1, into.apply(runs.get(ordinal - 1)));
    }

    private Deadlines deadlines() {
        return city.deadlines(
                kind, requireNonNull(category), received.atZone(city.zone()).toLocalDate());
    }

    private ClockRun climbing(ClockRun run) {
        var term = switch (run.clock()) {
            case VALIDATION -> deadlines().validation();
            case FIRST_ANSWER -> deadlines().firstAnswer();
            case RESOLUTION -> deadlines().resolution();
            case APPROVAL -> deadlines().approval();
        };
        // A correction may have put it where nothing is approved; what waits keeps its deadline.
        var aroundTheClock = term != null && term.unit().isAroundTheClock();
        return run.climbing(city.escalation(), calendar(last), aroundTheClock);
    }

    private WorkingCalendar calendar(Instant at) {
        return anew ? city.calendar() : city.calendar().asOf(at);
    }

    private Instant approval(Happening row) {
        var term = deadlines().approval();
        return anew && term != null
                ? calendar(row.at).after(row.at, term)
                : Instant.parse(requireNonNull(row.fact("approvalBy")));
    }

    private Instant promise(Happening row) {
        return anew
                ? calendar(row.at).after(row.at, deadlines().resolution())
                : Instant.parse(requireNonNull(row.fact("promisedBy")));
    }
}
