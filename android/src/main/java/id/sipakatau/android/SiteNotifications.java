package id.sipakatau.android;

import android.app.PendingIntent;
import android.content.Intent;
import android.os.Build;
import android.os.Bundle;
import androidx.browser.trusted.TokenStore;
import androidx.browser.trusted.TrustedWebActivityCallbackRemote;
import androidx.browser.trusted.TrustedWebActivityService;

/**
 * Shows the site's messages under the app's name and icon, when the browser that shows the site hands them over. Android 13
 * and later want the app, not the browser, to have asked for leave; the browser learns here how that stands.
 *
 * <p>Source of the commands: Chromium, {@code TrustedWebActivityClient}.
 */
public final class SiteNotifications extends TrustedWebActivityService {

    static final String CHECK = "checkNotificationPermission";
    static final String ASK = "getNotificationPermissionRequestPendingIntent";
    static final String CHANNEL = "notificationChannelName";
    static final String STATUS = "permissionStatus";
    static final String QUESTION = "notificationPermissionRequestPendingIntent";
    static final String SUCCESS = "success";
    static final int ALLOWED = 0;
    static final int BLOCKED = 1;
    static final int TO_BE_ASKED = 2;

    @Override
    public TokenStore getTokenStore() {
        return new BrowserToken(this);
    }

    @Override
    public Bundle onExtraCommand(String command, Bundle arguments, TrustedWebActivityCallbackRemote callback) {
        Bundle answer = new Bundle();
        String channel = arguments.getString(CHANNEL, "");
        boolean known = !channel.isEmpty() && (command.equals(CHECK) || command.equals(ASK));
        answer.putBoolean(SUCCESS, known);
        if (known && command.equals(CHECK)) {
            answer.putInt(STATUS, status(channel));
        } else if (known) {
            answer.putParcelable(QUESTION, question(channel));
        }
        return answer;
    }

    private int status(String channel) {
        if (onAreNotificationsEnabled(channel)) {
            return ALLOWED;
        }
        return NotificationQuestion.canBeAsked(this) ? TO_BE_ASKED : BLOCKED;
    }

    /** The browser adds where the answer goes, so it must be allowed to change the intent, which names its class. */
    private PendingIntent question(String channel) {
        Intent intent = new Intent(this, NotificationQuestion.class).putExtra(CHANNEL, channel);
        int flags = Build.VERSION.SDK_INT >= 31 ? PendingIntent.FLAG_MUTABLE : 0;
        return PendingIntent.getActivity(this, 0, intent, flags | PendingIntent.FLAG_UPDATE_CURRENT);
    }
}
