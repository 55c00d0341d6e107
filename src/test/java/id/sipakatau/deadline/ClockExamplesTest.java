package id.sipakatau.deadline;

import static java.util.Objects.requireNonNull;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Term;
import id.sipakatau.complaint.History;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.complaint.Proof;
import id.sipakatau.complaint.TestComplaints;
import id.sipakatau.complaint.TrackingNumber;
import id.sipakatau.deadline.Reckoning.Happening;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Makassar;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Clocks of drawn complaints and of the Indonesian rules, against {@link PlainCount}. Times are those of Makassar. */
class ClockExamplesTest {

    private static final City CITY = Makassar.city();
    private static final int EXAMPLES = 500;
    private static final PlainCount PLAIN = new PlainCount();
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());

    @Test
    void five_hundred_complaints_are_due_when_a_person_with_a_calendar_says() {
        var random = new SplittableRandom(5);
        var wrong = new ArrayList<String>();
        for (int i = 0; i < EXAMPLES; i++) {
            example(random).ifPresent(wrong::add);
        }
        System.out.printf("clock examples: %d of %d right%n", EXAMPLES - wrong.size(), EXAMPLES);
        assertThat(wrong).isEmpty();
    }

    /** One complaint that is accepted, and in most cases asked and answered; empty if all its clocks are right. */
    private static Optional<String> example(SplittableRandom random) {
        var category = CITY.categories().get(random.nextInt(CITY.categories().size()));
        var kind = category.emergency() ? Kind.COMPLAINT : Kind.values()[random.nextInt(3)];
        var filed = LocalDateTime.of(2025, 1, 1, 0, 0).plusMinutes(random.nextInt(3 * 365 * 24 * 60 - 300_000));
        var accepted = filed.plusMinutes(random.nextInt(6 * 24 * 60));
        var asked = accepted.plusMinutes(random.nextInt(3 * 24 * 60));
        var answered = asked.plusMinutes(random.nextInt(40 * 24 * 60));

        var history =
                History.filed(TestComplaints.filing(kind, category), TrackingNumber.random("MKS"), at(filed), CITY);
        history.then(ADMINISTRATOR, at(accepted), (c, now) -> c.accept(ADMINISTRATOR, now, CITY));
        boolean asks = random.nextInt(4) > 0;
        if (asks) {
            var operator = Actor.operator(UUID.randomUUID(), category.agencyId());
            history.then(operator, at(asked), (c, now) -> c.ask(operator, now, "Di mana?"));
            history.then(Actor.REPORTER, at(answered), (c, now) -> c.reply(Actor.REPORTER, now, "Di sana.", 0, CITY));
        }
        var last = asks ? answered : accepted;
        var begun = last.plusMinutes(random.nextInt(3 * 24 * 60));
        var proposed = begun.plusMinutes(1 + random.nextInt(10 * 24 * 60));
        var decided = proposed.plusMinutes(1 + random.nextInt(9 * 24 * 60));
        boolean approves = random.nextBoolean();
        var approval = CITY.deadlines(kind, category, filed.toLocalDate()).approval();
        if (approval != null) {
            finish(history, category.agencyId(), at(begun), at(proposed), at(decided), approves);
        }
        var runs = Reckoning.of(
                history.entries().stream()
                        .map(entry -> new Happening(entry.at(), entry.act(), entry.facts()))
                        .toList(),
                CITY);

        var terms = CITY.deadlines(kind, category, filed.toLocalDate());
        var reached = category.emergency() ? filed : accepted;
        var work = PLAIN.end(reached, written(terms.resolution()));
        if (asks) {
            var pauseEnds = PLAIN.end(asked, "10 working days");
            var until = answered.isBefore(pauseEnds) ? answered : pauseEnds;
            work = terms.resolution().unit().isAroundTheClock()
                    ? work.plus(Duration.between(asked, until))
                    : PLAIN.onward(work, PLAIN.minutes(asked, until));
        }
        var found = List.of(due(runs, Clock.VALIDATION), due(runs, Clock.FIRST_ANSWER), due(runs, Clock.RESOLUTION));
        var expected = List.of(
                PLAIN.end(filed, written(terms.validation())), PLAIN.end(reached, written(terms.firstAnswer())), work);
        if (approval != null) {
            expected = Stream.concat(expected.stream(), Stream.of(PLAIN.end(proposed, written(approval)), decided))
                    .toList();
            found = Stream.concat(found.stream(), Stream.of(due(runs, Clock.APPROVAL), met(runs, Clock.APPROVAL)))
                    .toList();
            // The work counts to the proposal; what was sent back is still at work.
            var worked = last(runs, Clock.RESOLUTION);
            if (!Objects.equals(worked.metAt(), approves ? at(proposed) : null)) {
                return Optional.of("%s proposed %s: %s".formatted(category.id(), proposed, worked));
            }
        }
        return found.equals(expected)
                ? Optional.empty()
                : Optional.of("%s %s filed %s accepted %s asked %s answered %s: %s, but plainly %s"
                        .formatted(
                                kind, category.id(), filed, accepted, asks ? asked : "-", answered, found, expected));
    }

    /** Section 3 of the digest of the Indonesian rules, each with the date that a person counts on the calendar of 2026. */
    @ParameterizedTest(name = "{0}: {1}")
    @CsvSource(delimiter = '|', textBlock = """
        LAPOR!, verification and forwarding (App Store text of SP4N-LAPOR!)     | 3 working days   | 2026-07-10T17:30 | 2026-07-15T16:00
        LAPOR!, the agency formulates its follow-up (the same)                  | 5 working days   | 2026-07-15T10:00 | 2026-07-22T16:00
        LAPOR!, closing without a reply of the reporter (the same)              | 10 working days  | 2026-07-22T16:00 | 2026-08-05T16:00
        first response forwarded in 3 days over Independence Day (Republika 2018) | 3 working days | 2026-08-13T09:00 | 2026-08-19T16:00
        information or grievance, normatif (ministry's spokesman, 2018)         | 5 working days   | 2026-12-21T09:00 | 2026-12-30T16:00
        no field check, tidak berkadar pengawasan (the same)                    | 14 working days  | 2026-03-13T10:00 | 2026-04-10T16:30
        field examination, berkadar pengawasan (the same)                       | 60 working days  | 2026-07-13T10:00 | 2026-10-07T16:00
        light, one district's standard (agency standards)                       | 2 working days   | 2026-07-09T15:59 | 2026-07-13T16:00
        light, one province office's standard (agency standards)                | 3 working hours  | 2026-07-10T15:00 | 2026-07-13T09:00
        receipt within 14 days, days of the calendar (Law 25/2009, Art. 44)     | 336 hours        | 2026-12-20T08:00 | 2027-01-03T08:00
        decision within 60 days, days of the calendar (Perpres 76/2013)         | 1440 hours       | 2026-07-13T08:00 | 2026-09-11T08:00
        request under Law 14/2008, through the PPID                             | 10 working days  | 2026-05-11T08:00 | 2026-05-29T16:30
        notice of a data breach, 3 times 24 hours (Law 27/2022, Art. 46)        | 72 hours         | 2026-12-31T22:15 | 2027-01-03T22:15
        emergency, 112, in the night of Idul Fitri                              | 30 minutes       | 2026-03-20T23:50 | 2026-03-21T00:20
        joint leave is no working day (decree of three ministers)               | 1 working day    | 2026-05-13T16:00 | 2026-05-18T16:00
        hours of Ramadan, until 15:00                                           | 1 working day    | 2026-03-02T08:00 | 2026-03-03T15:00
        """)
    void the_cases_of_the_rules_end_on_the_day_that_they_say(
            String source, String term, LocalDateTime start, LocalDateTime end) {
        var counted = CITY.calendar()
                .after(at(start), Term.parse(term.strip()).orElseThrow())
                .atZone(CITY.zone())
                .toLocalDateTime();
        assertThat(counted).isEqualTo(end);
        assertThat(PLAIN.end(start, term.strip())).isEqualTo(end);
    }

    private static void finish(
            History history, String agency, Instant begun, Instant proposed, Instant decided, boolean approves) {
        var operator = Actor.operator(UUID.randomUUID(), agency);
        var head = Actor.head(UUID.randomUUID(), agency);
        history.then(operator, begun, (c, now) -> c.start(operator, now, ""));
        history.then(
                operator,
                proposed,
                (c, now) -> c.propose(operator, now, Outcome.DECLINED, "Tidak bisa.", Proof.of(0), CITY));
        history.then(
                head,
                decided,
                (c, now) -> approves ? c.approve(head, now, true, CITY) : c.sendBack(head, true, "Bisa."));
    }

    private static LocalDateTime due(List<ClockRun> runs, Clock clock) {
        return LocalDateTime.ofInstant(last(runs, clock).dueAt(), CITY.zone());
    }

    private static LocalDateTime met(List<ClockRun> runs, Clock clock) {
        return LocalDateTime.ofInstant(requireNonNull(last(runs, clock).metAt()), CITY.zone());
    }

    private static ClockRun last(List<ClockRun> runs, Clock clock) {
        return runs.stream()
                .filter(run -> run.clock() == clock)
                .reduce((first, last) -> last)
                .orElseThrow();
    }

    private static String written(Term term) {
        return term.amount() + " " + term.unit().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    private static Instant at(LocalDateTime local) {
        return local.atZone(CITY.zone()).toInstant();
    }
}
