package id.sipakatau.identity;

import id.sipakatau.identity.citizen.AccountSessions;
import id.sipakatau.identity.citizen.CitizenAccounts;
import id.sipakatau.identity.citizen.Contact;
import id.sipakatau.identity.signin.Device;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/** Citizens who are signed in, for tests of any module: <code>given().cookie("akun", TestCitizen.signedIn())</code>. */
public final class TestCitizen {

    public static final String COOKIE = "akun";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestCitizen() {}

    /** An e-mail address that no other call gets. */
    public static String email() {
        return "warga-" + NUMBER.incrementAndGet() + "-"
                + UUID.randomUUID().toString().substring(0, 8) + "@contoh.id";
    }

    /** Value of the cookie of a citizen with an account of their own. */
    public static String signedIn() {
        return cookie(account(email()));
    }

    /** Opens an account for an e-mail address and returns its id. */
    public static UUID account(String email) {
        var accounts = TestStaff.bean(CitizenAccounts.class);
        return TestStaff.bean(Jdbi.class).inTransaction(transaction -> {
            var account = accounts.open(transaction, new Contact(Contact.Kind.EMAIL, email));
            accounts.agree(transaction, account, "id");
            return account;
        });
    }

    /** Signs an account in and returns the value of its cookie. */
    public static String cookie(UUID account) {
        var sessions = TestStaff.bean(AccountSessions.class);
        return TestStaff.bean(Jdbi.class)
                .inTransaction(handle -> sessions.open(handle, account, new Device("203.0.113.7", "Test")))
                .text();
    }
}
