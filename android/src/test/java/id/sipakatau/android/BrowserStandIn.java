package id.sipakatau.android;

import android.net.Uri;
import android.os.Bundle;
import android.os.IBinder;
import android.support.customtabs.ICustomTabsCallback;
import android.support.customtabs.ICustomTabsService;
import java.util.List;

/** The service of a browser; an unwilling one makes no session. */
final class BrowserStandIn extends ICustomTabsService.Stub {

    private final boolean willing;

    BrowserStandIn(boolean willing) {
        this.willing = willing;
    }

    @Override
    public boolean warmup(long flags) {
        return willing;
    }

    @Override
    public boolean newSession(ICustomTabsCallback callback) {
        return willing;
    }

    @Override
    public boolean newSessionWithExtras(ICustomTabsCallback callback, Bundle extras) {
        return willing;
    }

    @Override
    public boolean mayLaunchUrl(ICustomTabsCallback callback, Uri url, Bundle extras, List<Bundle> others) {
        return false;
    }

    @Override
    public Bundle extraCommand(String name, Bundle arguments) {
        return null;
    }

    @Override
    public boolean updateVisuals(ICustomTabsCallback callback, Bundle visuals) {
        return false;
    }

    @Override
    public boolean requestPostMessageChannel(ICustomTabsCallback callback, Uri origin) {
        return false;
    }

    @Override
    public boolean requestPostMessageChannelWithExtras(ICustomTabsCallback callback, Uri origin, Bundle extras) {
        return false;
    }

    @Override
    public int postMessage(ICustomTabsCallback callback, String message, Bundle extras) {
        return 0;
    }

    @Override
    public boolean validateRelationship(ICustomTabsCallback callback, int relation, Uri origin, Bundle extras) {
        return false;
    }

    @Override
    public boolean receiveFile(ICustomTabsCallback callback, Uri uri, int purpose, Bundle extras) {
        return false;
    }

    @Override
    public boolean isEngagementSignalsApiAvailable(ICustomTabsCallback callback, Bundle extras) {
        return false;
    }

    @Override
    public boolean setEngagementSignalsCallback(ICustomTabsCallback callback, IBinder listener, Bundle extras) {
        return false;
    }
}
