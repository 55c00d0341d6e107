package id.sipakatau.alerting;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody says that they want to hear of a complaint.
 *
 * @param back path of the page that it belongs to
 * @param subscriptions what the reporter has switched on; empty for the public, where nobody sees another's
 * @param pushKey the key that a browser wants when it subscribes
 * @param email what was typed
 * @param error what is wrong with it
 */
record AlertsView(
        String back,
        String number,
        boolean reporter,
        List<Subscription> subscriptions,
        boolean canMail,
        String pushKey,
        String email,
        @Nullable String error) {

    public String path() {
        return back + "/kabar";
    }
}
