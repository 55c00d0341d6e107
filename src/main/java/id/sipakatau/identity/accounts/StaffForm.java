package id.sipakatau.identity.accounts;

import id.sipakatau.identity.NewStaff;
import id.sipakatau.identity.StaffRole;
import id.sipakatau.web.Page;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The form for a new account, with what was typed.
 *
 * @param email where letters go, if anywhere
 * @param agencies to choose from
 * @param errors what is wrong, in the reader's words, by the name of the field
 * @param person whom the form describes; empty where something is wrong
 */
record StaffForm(
        String name,
        String username,
        @Nullable StaffRole role,
        @Nullable String agency,
        String email,
        List<AgencyChoice> agencies,
        Map<String, String> errors,
        @Nullable NewStaff person) {

    record AgencyChoice(String id, String name) {}

    /** The same form after another account turned out to have the user name. */
    StaffForm usernameTaken(Page page) {
        return new StaffForm(
                name,
                username,
                role,
                agency,
                email,
                agencies,
                Map.of("username", page.text("staff_username_taken")),
                null);
    }

    public List<StaffRole> roles() {
        return List.of(StaffRole.values());
    }
}
