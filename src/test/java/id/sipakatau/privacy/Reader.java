package id.sipakatau.privacy;

import id.sipakatau.identity.TestStaff;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Everybody who reads. */
enum Reader {
    PUBLIC("The public", "nobody", () -> null),
    OTHER_CITIZEN("Another citizen, who has a complaint of their own", "nobody", () -> null),
    REPORTER("The reporter, by the secret link", "nobody", () -> null),
    OPERATOR("An operator of the agency", "operator", () -> TestStaff.operator("kebersihan")),
    OTHER_OPERATOR("An operator of another agency", "operator", () -> TestStaff.operator("pariwisata")),
    ADMINISTRATOR("The administrator", "administrator", TestStaff::administrator),
    MAYOR("The mayor", "mayor", TestStaff::mayor);

    final String title;
    private final String role;
    private final Supplier<@Nullable String> session;

    Reader(String title, String role, Supplier<@Nullable String> session) {
        this.title = title;
        this.role = role;
        this.session = session;
    }

    /** The cookie of a new session; empty for those who do not sign in. */
    @Nullable
    String session() {
        return session.get();
    }

    boolean mayCall(Exit exit) {
        return exit.roles().contains("everybody") || exit.roles().contains(role);
    }

    /** The complaint whose secret this reader holds. */
    Specimen secretOf(Specimen asked, Specimen own) {
        return this == REPORTER ? asked : own;
    }
}
