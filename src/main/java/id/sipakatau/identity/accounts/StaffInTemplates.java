package id.sipakatau.identity.accounts;

import id.sipakatau.identity.StaffAccount;
import id.sipakatau.identity.StaffRole;
import io.quarkus.qute.TemplateExtension;
import java.util.Locale;

/** How accounts look in templates, <code>{staff:icon(account)}</code>. */
@TemplateExtension(namespace = "staff")
final class StaffInTemplates {

    private StaffInTemplates() {}

    static String icon(StaffAccount account) {
        return icon(account.role());
    }

    static String icon(StaffRole role) {
        return switch (role) {
            case ADMINISTRATOR -> "shield-check";
            case OPERATOR -> "user";
            case MAYOR -> "landmark";
        };
    }

    /** Last part of the texts about a role. */
    static String role(StaffAccount account) {
        return role(account.role());
    }

    static String role(StaffRole role) {
        return role.name().toLowerCase(Locale.ROOT);
    }
}
