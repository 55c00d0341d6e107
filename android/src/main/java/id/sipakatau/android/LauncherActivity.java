package id.sipakatau.android;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.ComponentName;
import android.content.Intent;
import android.net.Uri;
import android.os.Bundle;
import android.os.Handler;
import android.os.Looper;
import android.util.Log;
import androidx.browser.customtabs.CustomTabColorSchemeParams;
import androidx.browser.customtabs.CustomTabsClient;
import androidx.browser.customtabs.CustomTabsIntent;
import androidx.browser.customtabs.CustomTabsServiceConnection;
import androidx.browser.customtabs.CustomTabsSession;
import androidx.browser.trusted.Token;
import androidx.browser.trusted.TrustedWebActivityIntentBuilder;
import java.util.Optional;

/**
 * The only door into the app: its icon, a link to the site, or something shared. Opens the site as a Trusted Web Activity,
 * with everything that the phone's browser can do; where no browser can, or the one that could does not answer, in a WebView.
 */
public final class LauncherActivity extends Activity {

    /** Cheap phones start their browser in two to three seconds; whoever waits longer thinks that nothing happens. */
    static final long PATIENCE = 4000;

    private static final String LOG = "Sipakatau";

    private final Handler clock = new Handler(Looper.getMainLooper());
    private Site site;
    private Uri page;
    private Shared shared;
    private CustomTabsServiceConnection connection;
    private boolean opened;

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        site = new Site(this);
        page = site.wanted(getIntent());
        shared = Shared.in(getIntent(), this);
        Optional<String> browser = TrustedBrowsers.choose(this);
        if (browser.isPresent()) {
            connect(browser.get());
        } else {
            openWebView();
        }
    }

    private void connect(String browser) {
        connection = new CustomTabsServiceConnection() {
            @Override
            public void onCustomTabsServiceConnected(ComponentName name, CustomTabsClient client) {
                client.warmup(0);
                open(browser, client.newSession(null));
            }

            @Override
            public void onServiceDisconnected(ComponentName name) {
                // The browser was ended; what it showed has gone with it.
            }
        };
        clock.postDelayed(this::openWebView, PATIENCE);
        if (!CustomTabsClient.bindCustomTabsServicePreservePriority(this, browser, connection)) {
            openWebView();
        }
    }

    private void open(String browser, CustomTabsSession session) {
        if (opened || isFinishing()) {
            return;
        }
        if (session == null) {
            openWebView();
            return;
        }
        // The browser may show messages as the app's own from now on: see SiteNotifications.
        new BrowserToken(this).store(Token.create(browser, getPackageManager()));
        try {
            trusted().build(session).launchTrustedWebActivity(this);
            leave();
        } catch (ActivityNotFoundException | SecurityException e) {
            Log.w(LOG, browser + " does not open the site", e);
            openWebView();
        }
    }

    private TrustedWebActivityIntentBuilder trusted() {
        TrustedWebActivityIntentBuilder builder = new TrustedWebActivityIntentBuilder(page)
                .setColorScheme(CustomTabsIntent.COLOR_SCHEME_SYSTEM)
                .setDefaultColorSchemeParams(bars(R.color.paper_light))
                .setColorSchemeParams(CustomTabsIntent.COLOR_SCHEME_DARK, bars(R.color.paper_dark));
        if (!shared.isNothing()) {
            builder.setShareParams(Shared.target(site), shared.data());
        }
        return builder;
    }

    private CustomTabColorSchemeParams bars(int colour) {
        return new CustomTabColorSchemeParams.Builder()
                .setToolbarColor(getColor(colour))
                .setNavigationBarColor(getColor(colour))
                .build();
    }

    private void openWebView() {
        if (opened || isFinishing()) {
            return;
        }
        Intent intent = new Intent(this, WebActivity.class).setData(page);
        shared.putInto(intent);
        startActivity(intent);
        leave();
    }

    private void leave() {
        opened = true;
        clock.removeCallbacksAndMessages(null);
        finish();
    }

    @Override
    protected void onDestroy() {
        clock.removeCallbacksAndMessages(null);
        if (connection != null) {
            unbindService(connection);
        }
        super.onDestroy();
    }
}
