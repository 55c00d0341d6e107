package id.sipakatau.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.journal.Actor;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class StaffTest {

    private final Accounts accounts = new Accounts();
    private final Staff staff = accounts.staff;

    @Test
    void a_user_name_is_kept_in_lower_case_and_taken_once() {
        accounts.administrator(" Admin.Utama ");
        assertThatThrownBy(() -> accounts.operator("admin.utama"))
                .isInstanceOfSatisfying(
                        StaffRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(StaffRefusal.Reason.USERNAME_TAKEN));
    }

    @Test
    void an_operator_and_nobody_else_works_for_an_agency() {
        assertThatThrownBy(() -> new NewStaff("budi", "Operator", StaffRole.OPERATOR, null))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new NewStaff("budi", "Wali kota", StaffRole.MAYOR, "kebersihan"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void a_deactivated_account_is_out_at_once_and_comes_back_only_with_a_new_sign_in() {
        var admin = accounts.administrator("admin");
        var operator = accounts.operator("kebersihan");
        var token = accounts.session(operator);
        assertThat(accounts.sessions.holder(token)).isPresent();

        deactivate(operator, admin);
        assertThat(accounts.sessions.holder(token)).isEmpty();

        accounts.jdbi.useTransaction(handle -> staff.activate(handle, operator, Actor.administrator(admin)));
        assertThat(accounts.sessions.holder(token)).isEmpty();
        assertThat(accounts.sessions.holder(accounts.session(operator))).isPresent();
    }

    @Test
    void the_right_of_a_head_is_given_and_taken_at_once_and_signs_nobody_out() {
        var admin = Actor.administrator(accounts.administrator("admin"));
        var operator = accounts.operator("kebersihan");
        var token = accounts.session(operator);
        assertThat(accounts.sessions.holder(token).orElseThrow().head()).isFalse();

        accounts.jdbi.useTransaction(handle -> staff.lead(handle, operator, true, admin));
        accounts.jdbi.useTransaction(handle -> staff.lead(handle, operator, true, admin));
        assertThat(accounts.sessions.holder(token).orElseThrow().head()).isTrue();

        accounts.jdbi.useTransaction(handle -> staff.lead(handle, operator, false, admin));
        assertThat(accounts.sessions.holder(token).orElseThrow().head()).isFalse();
        assertThat(accounts.journal())
                .extracting(row -> row.getKey())
                .filteredOn(act -> act.contains("HEAD"))
                .containsExactly("STAFF_MADE_HEAD", "STAFF_NO_LONGER_HEAD");
    }

    @Test
    void only_an_operator_leads_an_agency() {
        var admin = accounts.administrator("admin");
        assertRefused(
                StaffRefusal.Reason.NO_OPERATOR,
                () -> accounts.jdbi.useTransaction(
                        handle -> staff.lead(handle, admin, true, Actor.administrator(admin))));
        assertThatThrownBy(() -> new NewStaff("budi", "Wali kota", StaffRole.MAYOR, null, true))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void nobody_deactivates_their_own_account() {
        var admin = accounts.administrator("admin");
        accounts.administrator("admin2");
        assertRefused(StaffRefusal.Reason.YOURSELF, () -> deactivate(admin, admin));
    }

    @Test
    void the_last_administrator_who_can_sign_in_stays() {
        var admin = accounts.administrator("admin");
        var invitedOnly = accounts.jdbi.inTransaction(
                handle -> staff.add(handle, NewStaff.administrator("baru", "Administrator baru"), Actor.SYSTEM)
                        .id());
        assertRefused(StaffRefusal.Reason.LAST_ADMINISTRATOR, () -> deactivate(admin, invitedOnly));
    }

    @Test
    void of_two_administrators_who_deactivate_each_other_at_once_one_stays() throws Exception {
        for (int round = 0; round < 5; round++) {
            var one = accounts.administrator("satu" + round);
            var two = accounts.administrator("dua" + round);
            var start = new CyclicBarrier(2);
            var both = List.of(deactivateLater(start, one, two), deactivateLater(start, two, one));
            int refused = 0;
            for (var attempt : both) {
                try {
                    attempt.orTimeout(20, TimeUnit.SECONDS).join();
                } catch (CompletionException e) {
                    assertThat(e.getCause()).isInstanceOf(StaffRefusal.class);
                    refused++;
                }
            }
            assertThat(refused).isEqualTo(1);
            accounts.jdbi.useHandle(handle -> handle.execute("UPDATE staff SET active = false"));
        }
    }

    @Test
    void each_change_is_a_row_of_the_journal_without_a_name() {
        var admin = accounts.administrator("admin");
        var operator = accounts.operator("rahasia-nama");
        deactivate(operator, admin);
        deactivate(operator, admin);
        accounts.jdbi.useTransaction(handle -> staff.activate(handle, operator, Actor.administrator(admin)));
        var rows = accounts.journal().stream()
                .filter(row -> row.getValue().contains(operator.toString()))
                .toList();
        assertThat(rows)
                .extracting(row -> row.getKey())
                .containsExactly(
                        "STAFF_ADDED", "STAFF_INVITED", "STAFF_PASSWORD_SET", "STAFF_DEACTIVATED", "STAFF_ACTIVATED");
        assertThat(rows).noneMatch(row -> row.getValue().contains("rahasia-nama"));
    }

    @Test
    void demo_accounts_can_be_removed_and_leave_the_others_and_the_journal_alone() {
        var real = accounts.operator("kebersihan");
        var rowsBefore = accounts.journal().size();
        var hash = staff.hash(Accounts.PASSWORD);
        var demo = accounts.jdbi.inTransaction(
                handle -> staff.addDemo(handle, NewStaff.mayor("demo-walikota", "Wali Kota"), hash));
        var session = accounts.session(demo);
        assertThat(accounts.sessions.holder(session)).isPresent();

        assertThat(accounts.jdbi.<Integer, RuntimeException>inTransaction(staff::removeDemo))
                .isEqualTo(1);
        assertThat(accounts.sessions.holder(session)).isEmpty();
        var names = accounts.jdbi.withHandle(handle -> staff.names(handle, List.of(real, demo)));
        assertThat(names).containsOnlyKeys(real);
        assertThat(accounts.journal()).hasSize(rowsBefore);
    }

    private void deactivate(UUID account, UUID by) {
        accounts.jdbi.useTransaction(handle -> staff.deactivate(handle, account, Actor.administrator(by)));
    }

    private CompletableFuture<Void> deactivateLater(CyclicBarrier start, UUID account, UUID by) {
        // A thread each: in the common pool of a small machine the second would wait for the first.
        return CompletableFuture.runAsync(
                () -> accounts.jdbi.useTransaction(handle -> {
                    try {
                        start.await(20, TimeUnit.SECONDS);
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                    staff.deactivate(handle, account, Actor.administrator(by));
                }),
                Thread::startVirtualThread);
    }

    private static void assertRefused(StaffRefusal.Reason reason, Runnable attempt) {
        assertThatThrownBy(attempt::run)
                .isInstanceOfSatisfying(
                        StaffRefusal.class,
                        refusal -> assertThat(refusal.reason()).isEqualTo(reason));
    }
}
