package id.sipakatau.android;

import android.content.Context;
import androidx.browser.customtabs.CustomTabsClient;
import androidx.browser.customtabs.CustomTabsServiceConnection;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;

/** A browser that is being started and never gets there. */
@Implements(CustomTabsClient.class)
public class SilentBrowser {

    @Implementation
    protected static boolean bindCustomTabsServicePreservePriority(
            Context context, String browser, CustomTabsServiceConnection connection) {
        return true;
    }
}
