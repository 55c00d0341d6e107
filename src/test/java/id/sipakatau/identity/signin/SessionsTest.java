package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.Accounts;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.journal.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SessionsTest {

    private final Accounts accounts = new Accounts();
    private final Sessions sessions = accounts.sessions;
    private UUID operator;

    @BeforeEach
    void an_operator() {
        operator = accounts.operator("kebersihan");
    }

    @Test
    void a_session_tells_who_holds_it() {
        var token = accounts.session(operator);
        var person = sessions.holder(token).orElseThrow();
        assertThat(person.name()).isEqualTo("Operator Kebersihan");
        assertThat(person.actor()).isEqualTo(Actor.operator(operator, "kebersihan"));
    }

    @Test
    void an_unknown_secret_opens_nothing() {
        assertThat(sessions.holder(SecretToken.random())).isEmpty();
    }

    @Test
    void the_database_holds_no_secret_that_would_open_a_session() {
        var token = accounts.session(operator);
        var stored =
                accounts.jdbi.withHandle(handle -> handle.createQuery("SELECT staff_session::text FROM staff_session")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain(token.text());
        assertThat(stored).contains("203.0.113.0/24").doesNotContain("203.0.113.7");
    }

    @Test
    void it_ends_after_twelve_hours_without_a_visit() {
        var token = accounts.session(operator);
        accounts.clock.pass(Duration.ofHours(11));
        assertThat(sessions.holder(token)).isPresent();
        accounts.clock.pass(Duration.ofHours(11));
        assertThat(sessions.holder(token)).isPresent();
        accounts.clock.pass(Duration.ofHours(12));
        assertThat(sessions.holder(token)).isEmpty();
    }

    @Test
    void it_ends_after_seven_days_however_often_it_is_used() {
        var token = accounts.session(operator);
        for (int half = 1; half <= 14; half++) {
            accounts.clock.pass(Duration.ofHours(12).minusMinutes(1));
            assertThat(sessions.holder(token)).isPresent();
        }
        accounts.clock.pass(Duration.ofHours(1));
        assertThat(sessions.holder(token)).isEmpty();
    }

    @Test
    void signing_out_takes_effect_at_once_although_look_ups_are_remembered() {
        var token = accounts.session(operator);
        var other = accounts.session(operator);
        assertThat(sessions.holder(token)).isPresent();
        assertThat(sessions.holder(other)).isPresent();
        sessions.end(token);
        assertThat(sessions.holder(token)).isEmpty();
        assertThat(sessions.holder(other)).isPresent();
    }

    @Test
    void signing_out_everywhere_ends_every_session_of_that_account_only() {
        var tokens = java.util.List.of(accounts.session(operator), accounts.session(operator));
        var somebodyElse = accounts.session(accounts.administrator("admin"));
        tokens.forEach(sessions::holder);
        accounts.jdbi.useTransaction(handle -> sessions.endAll(handle, operator));
        assertThat(tokens).allMatch(token -> sessions.holder(token).isEmpty());
        assertThat(sessions.holder(somebodyElse)).isPresent();
    }

    @Test
    void a_transaction_that_is_rolled_back_signs_nobody_out() {
        var token = accounts.session(operator);
        accounts.jdbi.useTransaction(handle -> {
            sessions.endAll(handle, operator);
            handle.rollback();
        });
        assertThat(sessions.holder(token)).isPresent();
    }

    @Test
    void another_node_forgets_within_seconds() {
        var token = accounts.session(operator);
        var anotherNode = new Sessions(accounts.jdbi, accounts.clock);
        assertThat(anotherNode.holder(token)).isPresent();
        sessions.end(token);
        accounts.clock.pass(Sessions.REMEMBERED.plusMillis(1));
        assertThat(anotherNode.holder(token)).isEmpty();
    }

    @Test
    void people_see_their_own_open_sessions_this_one_first() {
        var here = accounts.session(operator);
        accounts.clock.pass(Duration.ofMinutes(1));
        accounts.session(operator);
        accounts.session(accounts.administrator("admin"));
        var open = accounts.jdbi.withHandle(handle -> sessions.of(handle, operator, Optional.of(here)));
        assertThat(open).extracting(Sessions.Open::current).containsExactly(true, false);
    }

    @Test
    void what_has_expired_is_removed() {
        accounts.session(operator);
        accounts.clock.pass(Sessions.LONGEST.plusSeconds(1));
        accounts.jdbi.useTransaction(sessions::removeExpired);
        assertThat(accounts.jdbi.<Integer, RuntimeException>withHandle(
                        handle -> handle.createQuery("SELECT count(*) FROM staff_session")
                                .mapTo(Integer.class)
                                .one()))
                .isZero();
    }
}
