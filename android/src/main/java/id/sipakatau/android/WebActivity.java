package id.sipakatau.android;

import android.app.Activity;
import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.net.Uri;
import android.os.Build;
import android.os.Bundle;
import android.view.View;
import android.view.ViewGroup.LayoutParams;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient.FileChooserParams;
import android.webkit.WebSettings;
import android.webkit.WebView;
import android.widget.FrameLayout;
import android.widget.Toast;

/**
 * The site in a WebView, for phones without a browser that can show it as an app. It can do all but receive messages, since
 * a WebView has no push; the site hides what a browser cannot do.
 */
public final class WebActivity extends Activity {

    private static final int CHOOSE_PHOTO = 1;

    private Site site;
    private Shared shared;
    private WebView web;
    private OfflineScreen offline;
    private BackGesture back;
    private PhotoChooser chooser;
    private ValueCallback<Uri[]> chosen;
    private final Permissions permissions = new Permissions(this);

    @Override
    protected void onCreate(Bundle saved) {
        super.onCreate(saved);
        site = new Site(this);
        shared = Shared.in(getIntent(), this);
        chooser = new PhotoChooser(this);
        CameraFiles.tidy(this, System.currentTimeMillis());

        web = new WebView(this);
        offline = new OfflineScreen(this, web, this::retry);
        FrameLayout screen = new FrameLayout(this);
        screen.setBackgroundColor(getColor(R.color.paper));
        screen.addView(web, new FrameLayout.LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.MATCH_PARENT));
        screen.addView(
                offline.view(), new FrameLayout.LayoutParams(LayoutParams.MATCH_PARENT, LayoutParams.MATCH_PARENT));
        Edges.keepClear(screen);
        setContentView(screen);
        setUp(web.getSettings());

        back = new BackGesture(this, web);
        web.setBackgroundColor(getColor(R.color.paper));
        web.setWebViewClient(new SitePages(this, site, shared, offline, back));
        web.setWebChromeClient(new SiteWishes(this, site, permissions));
        if (saved == null || web.restoreState(saved) == null) {
            web.loadUrl(firstPage().toString());
        }
    }

    /** Only this app starts this activity; the address is checked all the same. */
    private Uri firstPage() {
        Uri page = getIntent().getData();
        return site.owns(page) ? site.at(page) : site.start();
    }

    private static void setUp(WebSettings settings) {
        settings.setJavaScriptEnabled(true);
        settings.setDomStorageEnabled(true);
        settings.setGeolocationEnabled(true);
        settings.setAllowFileAccess(false);
        settings.setAllowContentAccess(true); // chosen photos are content addresses
        settings.setMixedContentMode(WebSettings.MIXED_CONTENT_NEVER_ALLOW);
        settings.setMediaPlaybackRequiresUserGesture(false); // the view of the camera in the page
        settings.setSupportMultipleWindows(false);
    }

    private void retry() {
        offline.hide();
        if (web.getUrl() == null) {
            web.loadUrl(firstPage().toString());
        } else {
            web.reload();
        }
    }

    /** A page wants a photo: its camera button wants the camera, its gallery button the gallery. */
    void choosePhoto(FileChooserParams wish, ValueCallback<Uri[]> callback) {
        answerPhoto(null);
        chosen = callback;
        if (wish.isCaptureEnabled() && chooser.hasCamera()) {
            // An app that declares the camera must hold the permission even for asking another app to take a photo.
            permissions.ask(
                    Permissions.CAMERA, granted -> startChooser(granted ? chooser.camera() : chooser.gallery(wish)));
        } else {
            startChooser(chooser.gallery(wish));
        }
    }

    private void startChooser(Intent intent) {
        try {
            startActivityForResult(intent, CHOOSE_PHOTO);
        } catch (ActivityNotFoundException | SecurityException e) {
            answerPhoto(null);
            say(R.string.no_app);
        }
    }

    /** A page's file input stays dead until it has its answer, so it always gets one. */
    private void answerPhoto(Uri[] photos) {
        ValueCallback<Uri[]> callback = chosen;
        chosen = null;
        if (callback != null) {
            callback.onReceiveValue(photos);
        }
    }

    void say(int text) {
        Toast.makeText(this, text, Toast.LENGTH_LONG).show();
    }

    @Override
    protected void onActivityResult(int request, int result, Intent data) {
        if (request == CHOOSE_PHOTO) {
            answerPhoto(chooser.photos(result, data));
        }
    }

    @Override
    public void onRequestPermissionsResult(int code, String[] names, int[] results) {
        permissions.answered(code, results);
    }

    /** Before Android 13; later ones call what {@link BackGesture} has registered. */
    @Override
    @SuppressWarnings("deprecation")
    public void onBackPressed() {
        if (Build.VERSION.SDK_INT >= 33 || !back.go()) {
            super.onBackPressed();
        }
    }

    @Override
    protected void onSaveInstanceState(Bundle state) {
        super.onSaveInstanceState(state);
        web.saveState(state);
    }

    @Override
    protected void onPause() {
        web.onPause();
        super.onPause();
    }

    @Override
    protected void onResume() {
        super.onResume();
        web.onResume();
    }

    @Override
    protected void onDestroy() {
        answerPhoto(null);
        View screen = (View) web.getParent();
        if (screen instanceof FrameLayout) {
            ((FrameLayout) screen).removeView(web);
        }
        web.destroy();
        super.onDestroy();
    }
}
