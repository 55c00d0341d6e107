package id.sipakatau.identity.signin;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.Accounts;
import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.SecretToken;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.journal.Actor;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class FirstAdministratorTest {

    private final Accounts accounts = new Accounts();
    private final FirstAdministrator first =
            new FirstAdministrator(accounts.jdbi, accounts.staff, accounts.invitations);

    @Test
    void an_installation_without_administrators_gets_a_link_to_the_first_account() {
        var person = accept(first.link().orElseThrow()).orElseThrow();
        assertThat(person.username()).isEqualTo("admin");
        assertThat(person.role()).isEqualTo(StaffRole.ADMINISTRATOR);
    }

    @Test
    void each_start_makes_a_fresh_link_for_the_same_account_and_the_one_before_stops_working() {
        var one = first.link().orElseThrow();
        var two = first.link().orElseThrow();
        assertThat(accept(one)).isEmpty();
        assertThat(accept(two)).isPresent();
        assertThat(accounts.jdbi.withHandle(accounts.staff::all).size()).isEqualTo(1);
    }

    @Test
    void there_is_none_once_an_administrator_has_a_password() {
        accept(first.link().orElseThrow());
        assertThat(first.link()).isEmpty();
    }

    @Test
    void an_operator_does_not_count_even_one_called_admin() {
        accounts.operator("admin");
        var person = accept(first.link().orElseThrow()).orElseThrow();
        assertThat(person.username()).isEqualTo("administrator");
    }

    @Test
    void an_administrator_who_was_only_invited_is_invited_again() {
        accounts.jdbi.useTransaction(handle ->
                accounts.staff.add(handle, NewStaff.administrator("balai-kota", "Administrator"), Actor.SYSTEM));
        assertThat(accept(first.link().orElseThrow()).orElseThrow().username()).isEqualTo("balai-kota");
    }

    private Optional<Invitations.Invited> accept(SecretToken link) {
        var hash = accounts.passwords.hash(Accounts.PASSWORD);
        return accounts.jdbi.inTransaction(handle -> accounts.invitations.accept(handle, link, hash));
    }
}
