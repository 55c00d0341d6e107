package id.sipakatau.alerting.following;

import id.sipakatau.alerting.subscription.Subscription;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The page on which somebody says that they want to hear of something.
 *
 * @param name of what is followed
 * @param what they will hear
 * @param backName what the link back is called
 * @param back path of the page that it belongs to
 * @param path of this page
 * @param subscriptions what the reporter has switched on; empty for the public, where nobody sees another's
 * @param pushKey the key that a browser wants when it subscribes
 * @param email what was typed
 * @param error what is wrong with it
 */
record AlertsView(
        Scope scope,
        String name,
        String what,
        String backName,
        String back,
        String path,
        List<Subscription> subscriptions,
        boolean canMail,
        String pushKey,
        String email,
        @Nullable String error) {

    enum Scope {
        OWN,
        PUBLIC,
        FILTER
    }

    /** Whether it is many complaints that are followed here. */
    public boolean isFilter() {
        return scope == Scope.FILTER;
    }
}
