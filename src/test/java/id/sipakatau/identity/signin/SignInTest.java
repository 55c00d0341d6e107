package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.database.Tries;
import id.sipakatau.identity.Accounts;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.signin.SignIn.Answer;
import id.sipakatau.journal.Actor;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SignInTest {

    private static final String HOME = "203.0.113.7";
    private static final String ELSEWHERE = "198.51.100.9";

    private final Accounts accounts = new Accounts();
    private final SignIn signIn = new SignIn(
            accounts.jdbi,
            accounts.passwords,
            accounts.sessions,
            new SignInLimits(new Tries(accounts.source, "sign_in_limit", accounts.clock)));

    @BeforeEach
    void an_operator() {
        accounts.operator("kebersihan");
    }

    @Test
    void the_right_password_opens_a_session() {
        var answer = attempt("kebersihan", Accounts.PASSWORD, HOME);
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Welcome.class,
                        welcome -> assertThat(accounts.sessions.holder(welcome.session()))
                                .contains(welcome.person()));
    }

    @Test
    void the_user_name_may_be_typed_in_capitals_and_with_spaces() {
        assertThat(attempt(" Kebersihan ", Accounts.PASSWORD, HOME)).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void a_wrong_password_an_unknown_name_and_a_closed_account_get_the_same_answer() {
        var closed = accounts.operator("tutup");
        var admin = accounts.administrator("admin");
        accounts.jdbi.useTransaction(handle -> accounts.staff.deactivate(handle, closed, Actor.administrator(admin)));
        assertThat(attempt("kebersihan", "salah-sekali", HOME)).isEqualTo(new Answer.Wrong());
        assertThat(attempt("tidak-ada", Accounts.PASSWORD, HOME)).isEqualTo(new Answer.Wrong());
        assertThat(attempt("tutup", Accounts.PASSWORD, HOME)).isEqualTo(new Answer.Wrong());
    }

    @Test
    void an_account_without_a_password_lets_nobody_in() {
        accounts.jdbi.useTransaction(
                handle -> accounts.staff.add(handle, NewStaff.mayor("walikota", "Wali Kota"), Actor.SYSTEM));
        assertThat(attempt("walikota", "", HOME)).isEqualTo(new Answer.Wrong());
    }

    @Test
    void after_five_wrong_tries_even_the_right_password_has_to_wait() {
        useUp("kebersihan", HOME);
        assertThat(attempt("kebersihan", Accounts.PASSWORD, HOME))
                .isInstanceOfSatisfying(
                        Answer.Wait.class,
                        wait -> assertThat(wait.time()).isPositive().isLessThanOrEqualTo(Duration.ofMinutes(3)));
    }

    @Test
    void waiting_as_long_as_it_says_gives_another_try() {
        useUp("kebersihan", HOME);
        var wait = (Answer.Wait) attempt("kebersihan", Accounts.PASSWORD, HOME);
        accounts.clock.pass(wait.time());
        assertThat(attempt("kebersihan", Accounts.PASSWORD, HOME)).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void somebody_guessing_from_elsewhere_does_not_lock_the_person_out() {
        useUp("kebersihan", ELSEWHERE);
        assertThat(attempt("kebersihan", Accounts.PASSWORD, HOME)).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void unknown_names_have_to_wait_as_well_so_waiting_tells_nothing() {
        useUp("tidak-ada", HOME);
        assertThat(attempt("tidak-ada", "apa-saja-boleh", HOME)).isInstanceOf(Answer.Wait.class);
    }

    @Test
    void an_address_that_tries_many_names_is_locked_out_for_all_of_them() {
        for (int tries = 0; tries < SignInLimits.PER_ADDRESS; tries++) {
            assertThat(attempt("nama-" + tries, "apa-saja-boleh", ELSEWHERE)).isEqualTo(new Answer.Wrong());
        }
        assertThat(attempt("kebersihan", Accounts.PASSWORD, ELSEWHERE)).isInstanceOf(Answer.Wait.class);
        assertThat(attempt("kebersihan", Accounts.PASSWORD, HOME)).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void a_name_that_is_tried_from_very_many_addresses_has_to_wait_everywhere() {
        for (int tries = 0; tries < SignInLimits.PER_NAME; tries++) {
            assertThat(attempt("kebersihan", "salah-sekali", "192.0.2." + tries))
                    .isEqualTo(new Answer.Wrong());
        }
        assertThat(attempt("kebersihan", "salah-sekali", HOME)).isInstanceOf(Answer.Wait.class);
    }

    @Test
    void addresses_of_one_IPv6_network_count_as_one() {
        for (int tries = 0; tries < SignInLimits.PER_NAME_AND_ADDRESS; tries++) {
            attempt("kebersihan", "salah-sekali", "2001:db8:1:2::" + tries);
        }
        assertThat(attempt("kebersihan", Accounts.PASSWORD, "2001:db8:1:2:a:b:c:d"))
                .isInstanceOf(Answer.Wait.class);
        assertThat(attempt("kebersihan", Accounts.PASSWORD, "2001:db8:1:3::1")).isInstanceOf(Answer.Welcome.class);
    }

    @Test
    void people_who_sign_in_rightly_are_not_counted() {
        for (int times = 0; times < SignInLimits.PER_ADDRESS + 5; times++) {
            assertThat(attempt("kebersihan", Accounts.PASSWORD, HOME)).isInstanceOf(Answer.Welcome.class);
        }
    }

    @Test
    void the_limits_keep_neither_name_nor_address_and_forget_in_time() {
        useUp("kebersihan", HOME);
        assertThat(limits()).isPositive();
        // What has expired is swept away by the real time at later tries, which a test cannot wait for.
        var latest = accounts.jdbi.withHandle(handle -> handle.createQuery("SELECT max(expires_at) FROM sign_in_limit")
                .mapTo(Long.class)
                .one());
        var soon = accounts.clock.instant().plus(Duration.ofMinutes(20)).toEpochMilli();
        assertThat(latest).isLessThan(soon);
        var ids = accounts.jdbi.withHandle(handle -> handle.createQuery("SELECT id FROM sign_in_limit")
                .mapTo(String.class)
                .list());
        assertThat(ids).allMatch(id -> id.matches("[0-9a-f]{64}"));
    }

    private Answer attempt(String username, String password, String address) {
        return signIn.with(username, password, accounts.device(address));
    }

    private void useUp(String username, String address) {
        for (int tries = 0; tries < SignInLimits.PER_NAME_AND_ADDRESS; tries++) {
            assertThat(attempt(username, "salah-sekali", address)).isEqualTo(new Answer.Wrong());
        }
    }

    private int limits() {
        return accounts.jdbi.<Integer, RuntimeException>withHandle(
                handle -> handle.createQuery("SELECT count(*) FROM sign_in_limit")
                        .mapTo(Integer.class)
                        .one());
    }
}
