package id.sipakatau.privacy;

import id.sipakatau.identity.TestCitizen;
import id.sipakatau.identity.TestStaff;
import java.util.Map;

/** Everybody who reads. */
enum Reader {
    PUBLIC("The public", "nobody"),
    OTHER_CITIZEN("Another citizen, with an account and a complaint of their own", "citizen"),
    REPORTER("The reporter, by the secret link and with an account that keeps it", "citizen"),
    OPERATOR("An operator of the agency", "operator"),
    HEAD("The head of the agency", "head"),
    OTHER_OPERATOR("An operator of another agency", "operator"),
    ADMINISTRATOR("The administrator", "administrator"),
    MAYOR("The mayor", "mayor");

    final String title;
    private final String role;

    Reader(String title, String role) {
        this.title = title;
        this.role = role;
    }

    /** The cookies of a new session. */
    Map<String, String> cookies(Specimen asked, Specimen own) {
        return switch (this) {
            case PUBLIC -> Map.of();
            case OTHER_CITIZEN -> Map.of(TestCitizen.COOKIE, own.accountCookie());
            case REPORTER -> Map.of(TestCitizen.COOKIE, asked.accountCookie());
            case OPERATOR -> Map.of("session", TestStaff.operator("kebersihan"));
            case HEAD -> Map.of("session", TestStaff.head("kebersihan"));
            case OTHER_OPERATOR -> Map.of("session", TestStaff.operator("pariwisata"));
            case ADMINISTRATOR -> Map.of("session", TestStaff.administrator());
            case MAYOR -> Map.of("session", TestStaff.mayor());
        };
    }

    boolean mayCall(Exit exit) {
        return exit.roles().contains("everybody")
                || exit.roles().contains(role)
                || (this == HEAD && exit.roles().contains(OPERATOR.role));
    }

    /** The complaint whose secret this reader holds. */
    Specimen secretOf(Specimen asked, Specimen own) {
        return this == REPORTER ? asked : own;
    }
}
