package id.sipakatau.identity;

import id.sipakatau.identity.signin.Device;
import id.sipakatau.identity.signin.Sessions;
import io.quarkus.arc.Arc;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.jdbi.v3.core.Jdbi;

/**
 * Signed-in staff for tests of any module: <code>given().cookie("session", TestStaff.operator("kebersihan"))</code>.
 * Each call makes an account of its own. A test in a browser signs in by the form, with {@link #PASSWORD}.
 */
public final class TestStaff {

    public static final String PASSWORD = "kuda-laut-hijau-7";

    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestStaff() {}

    /** Value of the cookie of an administrator who is signed in. */
    public static String administrator() {
        return cookie(account(NewStaff.administrator(username("admin"), "Administrator")));
    }

    /** Value of the cookie of an operator of an agency who is signed in. */
    public static String operator(String agency) {
        return cookie(account(NewStaff.operator(username(agency), "Operator " + agency, agency)));
    }

    /** Value of the cookie of an agency's head who is signed in. */
    public static String head(String agency) {
        return cookie(account(NewStaff.head(username("kepala-" + agency), "Kepala " + agency, agency)));
    }

    /** Value of the cookie of a mayor who is signed in. */
    public static String mayor() {
        return cookie(account(NewStaff.mayor(username("walikota"), "Wali Kota")));
    }

    /** A user name that no other call gets. */
    public static String username(String like) {
        return like + "-" + NUMBER.incrementAndGet();
    }

    /** Opens an account with {@link #PASSWORD} and returns its id. */
    public static UUID account(NewStaff person) {
        var staff = bean(Staff.class);
        var hash = staff.hash(PASSWORD);
        return bean(Jdbi.class).inTransaction(handle -> staff.addDemo(handle, person, hash));
    }

    /** Signs an account in and returns the value of its cookie. */
    public static String cookie(UUID account) {
        var sessions = bean(Sessions.class);
        return bean(Jdbi.class)
                .inTransaction(handle -> sessions.open(handle, account, new Device("203.0.113.7", "Test")))
                .text();
    }

    static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
