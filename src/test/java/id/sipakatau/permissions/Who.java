package id.sipakatau.permissions;

import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.TestStaff;
import id.sipakatau.journal.Actor;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Everybody who could try; those of {@code kebersihan} have the complaint. */
enum Who {
    PUBLIC("the public", null),
    CITIZEN("another citizen with an account", null),
    REPORTER("the reporter", Actor.REPORTER),
    OPERATOR("operator of the agency", Actor.operator(PermissionsTest.ACCOUNT, "kebersihan")),
    HEAD("head of the agency", Actor.head(PermissionsTest.ACCOUNT, "kebersihan")),
    OTHER_OPERATOR("operator of another agency", Actor.operator(PermissionsTest.ACCOUNT, "pariwisata")),
    OTHER_HEAD("head of another agency", Actor.head(PermissionsTest.ACCOUNT, "pariwisata")),
    ADMINISTRATOR("administrator", Actor.administrator(PermissionsTest.ACCOUNT)),
    MAYOR("mayor", Actor.mayor(PermissionsTest.ACCOUNT));

    private static final String AGENCY = "kebersihan";

    final String title;
    /** How the complaint knows them; empty for whoever can't act on one at all. */
    final @Nullable Actor actor;

    Who(String title, @Nullable Actor actor) {
        this.title = title;
        this.actor = actor;
    }

    Map<String, String> cookies() {
        return switch (this) {
            case PUBLIC, REPORTER -> Map.of();
            case CITIZEN -> Map.of(TestCitizen.COOKIE, TestCitizen.signedIn());
            case OPERATOR -> Map.of("session", TestStaff.operator(AGENCY));
            case HEAD -> Map.of("session", TestStaff.head(AGENCY));
            case OTHER_OPERATOR -> Map.of("session", TestStaff.operator("pariwisata"));
            case OTHER_HEAD -> Map.of("session", TestStaff.head("pariwisata"));
            case ADMINISTRATOR -> Map.of("session", TestStaff.administrator());
            case MAYOR -> Map.of("session", TestStaff.mayor());
        };
    }
}
