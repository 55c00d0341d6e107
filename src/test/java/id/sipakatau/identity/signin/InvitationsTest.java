package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.identity.Accounts;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.PasswordHash;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.StaffRefusal;
import id.sipakatau.journal.Actor;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class InvitationsTest {

    private final Accounts accounts = new Accounts();
    private final Invitations invitations = accounts.invitations;
    private final PasswordHash hash = accounts.passwords.hash("perahu-kecil-42");

    @Test
    void a_link_sets_a_password_once() {
        var account = newAccount();
        var link = invite(account);
        assertThat(find(link).orElseThrow().account()).isEqualTo(account);
        assertThat(accept(link)).isPresent();
        assertThat(find(link)).isEmpty();
        assertThat(accept(link)).isEmpty();
    }

    @Test
    void looking_at_a_link_does_not_use_it_up() {
        var link = invite(newAccount());
        for (int looks = 0; looks < 3; looks++) {
            assertThat(find(link)).isPresent();
        }
    }

    @Test
    void a_link_works_for_72_hours() {
        var link = invite(newAccount());
        accounts.clock.pass(Duration.ofHours(72).minusSeconds(1));
        assertThat(find(link)).isPresent();
        accounts.clock.pass(Duration.ofSeconds(1));
        assertThat(find(link)).isEmpty();
        assertThat(accept(link)).isEmpty();
    }

    @Test
    void only_the_last_link_works() {
        var account = newAccount();
        var first = invite(account);
        var second = invite(account);
        assertThat(accept(first)).isEmpty();
        assertThat(accept(second)).isPresent();
    }

    @Test
    void a_new_link_takes_the_old_password_away_and_signs_out_everywhere() {
        var account = accounts.operator("kebersihan");
        var session = accounts.session(account);
        assertThat(accounts.sessions.holder(session)).isPresent();
        invite(account);
        assertThat(accounts.sessions.holder(session)).isEmpty();
        var hasPassword = accounts.jdbi.withHandle(
                handle -> accounts.staff.find(handle, account).orElseThrow().hasPassword());
        assertThat(hasPassword).isFalse();
    }

    @Test
    void a_closed_account_is_not_invited_and_its_link_does_not_work() {
        var admin = accounts.administrator("admin");
        var account = newAccount();
        var link = invite(account);
        accounts.jdbi.useTransaction(handle -> accounts.staff.deactivate(handle, account, Actor.administrator(admin)));
        assertThat(find(link)).isEmpty();
        assertThat(accept(link)).isEmpty();
        assertThatThrownBy(() -> invite(account))
                .isInstanceOfSatisfying(
                        StaffRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(StaffRefusal.Reason.CLOSED));
    }

    @Test
    void the_database_holds_no_secret_that_would_open_an_account() {
        var link = invite(newAccount());
        var stored = accounts.jdbi.withHandle(
                handle -> handle.createQuery("SELECT staff_invitation::text FROM staff_invitation")
                        .mapTo(String.class)
                        .one());
        assertThat(stored).doesNotContain(link.text());
    }

    private UUID newAccount() {
        return accounts.jdbi.inTransaction(handle -> accounts.staff
                .add(handle, NewStaff.operator("baru", "Operator baru", "pemadam"), Actor.SYSTEM)
                .id());
    }

    private SecretToken invite(UUID account) {
        return accounts.jdbi.inTransaction(handle -> invitations.make(handle, account, Actor.SYSTEM));
    }

    private Optional<Invitations.Invited> find(SecretToken link) {
        return accounts.jdbi.withHandle(handle -> invitations.find(handle, link));
    }

    private Optional<Invitations.Invited> accept(SecretToken link) {
        return accounts.jdbi.inTransaction(handle -> invitations.accept(handle, link, hash));
    }
}
