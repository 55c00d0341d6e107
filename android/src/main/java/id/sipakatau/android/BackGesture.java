package id.sipakatau.android;

import android.app.Activity;
import android.os.Build;
import android.webkit.WebView;
import android.window.OnBackInvokedCallback;
import android.window.OnBackInvokedDispatcher;

/**
 * Back goes to the page before, and out of the app from the first one. Newer Android shows beforehand where the gesture
 * leads, so it must be told whenever the answer changes.
 */
final class BackGesture {

    private final Activity activity;
    private final WebView web;
    private Object registered;

    BackGesture(Activity activity, WebView web) {
        this.activity = activity;
        this.web = web;
    }

    /** Goes one page back; false if there is none. */
    boolean go() {
        if (!web.canGoBack()) {
            return false;
        }
        web.goBack();
        return true;
    }

    /** To be called when the pages behind the shown one have changed. */
    void update() {
        if (Build.VERSION.SDK_INT >= 33) {
            OnBackInvokedDispatcher dispatcher = activity.getOnBackInvokedDispatcher();
            if (web.canGoBack() && registered == null) {
                OnBackInvokedCallback callback = this::go;
                dispatcher.registerOnBackInvokedCallback(OnBackInvokedDispatcher.PRIORITY_DEFAULT, callback);
                registered = callback;
            } else if (!web.canGoBack() && registered != null) {
                dispatcher.unregisterOnBackInvokedCallback((OnBackInvokedCallback) registered);
                registered = null;
            }
        }
    }
}
