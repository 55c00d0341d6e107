package id.sipakatau.identity.signin;

import id.sipakatau.identity.Passwords;
import id.sipakatau.web.Page;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A new password as somebody typed it, twice. */
record ChosenPassword(String password, String again) {

    static ChosenPassword of(@Nullable String password, @Nullable String again) {
        return new ChosenPassword(password == null ? "" : password, again == null ? "" : again);
    }

    /** What is wrong, in the reader's words, by the name of the field; nothing if it may be used. */
    Map<String, String> faults(Passwords rules, String username, Page page) {
        var faults = new LinkedHashMap<String, String>();
        rules.fault(password, username)
                .ifPresent(fault -> faults.put(
                        "password",
                        page.text("password_fault_" + fault.name().toLowerCase(Locale.ROOT), Passwords.SHORTEST)));
        if (!password.equals(again)) {
            faults.put("again", page.text("password_differs"));
        }
        return faults;
    }

    /** Says nothing: passwords do not belong into logs. */
    @Override
    public String toString() {
        return "ChosenPassword[hidden]";
    }
}
