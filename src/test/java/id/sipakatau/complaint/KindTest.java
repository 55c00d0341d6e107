package id.sipakatau.complaint;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.identity.Reporter;
import id.sipakatau.journal.Actor;
import id.sipakatau.testing.Makassar;
import id.sipakatau.testing.TestDatabase;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What a wish and a question have of their own in the life that they share with complaints. */
class KindTest {

    private static final City CITY = Makassar.city();
    private static final Instant NOW = Instant.parse("2026-07-01T02:00:00Z");
    private static final Actor ADMINISTRATOR = Actor.administrator(UUID.randomUUID());
    private static final Category RUBBISH = CITY.category("sampah-menumpuk").orElseThrow();
    private static final Category FLOOD = CITY.category("banjir").orElseThrow();

    @Test
    void each_kind_is_promised_what_the_city_says_of_it_and_not_of_the_category() {
        for (var kind : Kind.values()) {
            var accepted = accepted(pending(kind, RUBBISH));
            var day = NOW.atZone(CITY.zone()).toLocalDate();
            var term = CITY.deadlines(kind, RUBBISH, day).resolution();
            assertThat(accepted.handling().promisedBy())
                    .as(kind.name())
                    .isEqualTo(CITY.calendar().after(NOW, term));
        }
    }

    @Test
    void an_emergency_is_a_complaint_and_nothing_else() {
        assertThatIllegalArgumentException().isThrownBy(() -> pending(Kind.INFORMATION, FLOOD));
        assertThat(pending(Kind.COMPLAINT, FLOOD).handling().promisedBy()).isNotNull();
    }

    @Test
    void a_question_that_is_an_emergency_becomes_a_complaint_when_the_administrator_says_so() {
        var question = pending(Kind.INFORMATION, RUBBISH);
        var corrected = question.correct(ADMINISTRATOR, NOW, Kind.INFORMATION, FLOOD.id(), CITY)
                .after();
        assertThat(corrected.subject().kind()).isEqualTo(Kind.COMPLAINT);
        assertThat(corrected.handling().promisedBy()).isNotNull();
    }

    @Test
    void the_administrator_corrects_the_kind_alone_and_the_journal_knows_both() {
        var wish = pending(Kind.ASPIRATION, RUBBISH);
        var change = wish.correct(ADMINISTRATOR, NOW, Kind.INFORMATION, RUBBISH.id(), CITY);
        assertThat(change.after().subject().kind()).isEqualTo(Kind.INFORMATION);
        assertThat(change.facts()).containsEntry("fromKind", "ASPIRATION").containsEntry("kind", "INFORMATION");
        assertThatThrownBy(() -> wish.correct(ADMINISTRATOR, NOW, Kind.ASPIRATION, RUBBISH.id(), CITY))
                .isInstanceOf(IllegalTransition.class);
    }

    @Test
    void another_agency_takes_a_question_over_as_a_question() {
        var accepted = accepted(pending(Kind.INFORMATION, RUBBISH));
        var operator = Actor.operator(UUID.randomUUID(), RUBBISH.agencyId());
        var taken = accepted.handOver(operator, NOW, "layanan-polisi", "Ini urusan polisi", CITY)
                .after();
        assertThat(taken.subject().kind()).isEqualTo(Kind.INFORMATION);
    }

    @Test
    void a_question_is_answered_or_declined_but_nothing_of_it_is_put_right() {
        var operator = Actor.operator(UUID.randomUUID(), RUBBISH.agencyId());
        var begun = accepted(pending(Kind.INFORMATION, RUBBISH))
                .start(operator, NOW, "")
                .after();
        assertThatThrownBy(() -> begun.finish(operator, NOW, Outcome.RESOLVED, "Beres", Proof.of(1), CITY))
                .isInstanceOfSatisfying(
                        IllegalTransition.class,
                        refused -> assertThat(refused.why()).isEqualTo(IllegalTransition.Why.WRONG_OUTCOME));
        assertThat(begun.finish(operator, NOW, Outcome.ANSWERED, "Setiap Senin", Proof.of(0), CITY)
                        .after()
                        .handling()
                        .outcome())
                .isEqualTo(Outcome.ANSWERED);
    }

    @Test
    void only_a_question_is_done_without_the_photo_that_its_category_asks_for() {
        assertThat(RUBBISH.proofRequired()).isTrue();
        assertThat(pending(Kind.COMPLAINT, RUBBISH).needsProof(CITY)).isTrue();
        assertThat(pending(Kind.ASPIRATION, RUBBISH).needsProof(CITY)).isTrue();
        assertThat(pending(Kind.INFORMATION, RUBBISH).needsProof(CITY)).isFalse();
    }

    @Test
    void the_form_asks_for_less_where_nobody_has_to_be_sent() {
        assertThat(RUBBISH.photo()).isEqualTo(Requirement.REQUIRED);
        assertThat(RUBBISH.place()).isEqualTo(Requirement.REQUIRED);
        assertThat(Kind.COMPLAINT.photo(RUBBISH)).isEqualTo(Requirement.REQUIRED);
        assertThat(Kind.ASPIRATION.photo(RUBBISH)).isEqualTo(Requirement.OPTIONAL);
        assertThat(Kind.INFORMATION.photo(RUBBISH)).isEqualTo(Requirement.NONE);
        assertThat(Kind.ASPIRATION.place(RUBBISH)).isEqualTo(Requirement.OPTIONAL);
        assertThat(Kind.INFORMATION.place(RUBBISH)).isEqualTo(Requirement.OPTIONAL);
    }

    @Test
    void the_database_knows_three_kinds_and_no_emergency_that_is_a_question() {
        var jdbi = TestDatabase.jdbi();
        var checks = jdbi.withHandle(
                handle -> handle.createQuery("""
                        SELECT pg_get_constraintdef(oid) FROM pg_constraint
                        WHERE conrelid = 'complaint'::regclass AND contype = 'c'
                        """).mapTo(String.class).list());
        assertThat(checks).anyMatch(check -> check.contains("'COMPLAINT'") && check.contains("NOT emergency"));
        for (var kind : Kind.values()) {
            assertThat(checks).anyMatch(check -> check.contains("'" + kind + "'"));
        }
    }

    private static Complaint accepted(Complaint pending) {
        return pending.accept(ADMINISTRATOR, NOW, CITY).after();
    }

    private static Complaint pending(Kind kind, Category category) {
        var filing = new Filing(
                UUID.randomUUID(),
                Channel.APP,
                kind,
                category,
                "Tempat sampah di pasar",
                Place.UNKNOWN,
                new Complaint.Privacy(false, false),
                Reporter.UNKNOWN,
                new byte[32],
                List.of());
        return filing.complaint(TrackingNumber.random("MKS"), NOW, CITY);
    }
}
