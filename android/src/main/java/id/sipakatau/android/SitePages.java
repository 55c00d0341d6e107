package id.sipakatau.android;

import android.content.ActivityNotFoundException;
import android.content.Intent;
import android.graphics.Bitmap;
import android.net.Uri;
import android.net.http.SslError;
import android.webkit.RenderProcessGoneDetail;
import android.webkit.ServiceWorkerClient;
import android.webkit.ServiceWorkerController;
import android.webkit.SslErrorHandler;
import android.webkit.WebResourceError;
import android.webkit.WebResourceRequest;
import android.webkit.WebResourceResponse;
import android.webkit.WebView;
import android.webkit.WebViewClient;
import java.util.Set;

/** Which pages the WebView shows, what happens where one does not come, and how shared photos get into the form. */
final class SitePages extends WebViewClient {

    /** What is left to other apps. Anything else (intent:, file:, javascript:) is left alone. */
    private static final Set<String> FOR_OTHERS = Set.of("https", "http", "tel", "mailto", "sms", "geo", "whatsapp");

    private final WebActivity activity;
    private final Site site;
    private final OfflineScreen offline;
    private final BackGesture back;
    private final SharedIntoPage sharing;
    private boolean failed;

    SitePages(WebActivity activity, Site site, Shared shared, OfflineScreen offline, BackGesture back) {
        this.activity = activity;
        this.site = site;
        this.offline = offline;
        this.back = back;
        this.sharing = new SharedIntoPage(activity, site, shared);
        if (sharing.isWaiting()) {
            ServiceWorkerController.getInstance().setServiceWorkerClient(new ServiceWorkerClient() {
                @Override
                public WebResourceResponse shouldInterceptRequest(WebResourceRequest request) {
                    return sharing.answer(request);
                }
            });
        }
    }

    @Override
    public boolean shouldOverrideUrlLoading(WebView web, WebResourceRequest request) {
        Uri page = request.getUrl();
        if (!request.isForMainFrame() || site.owns(page)) {
            return false;
        }
        if (FOR_OTHERS.contains(String.valueOf(page.getScheme()))) {
            try {
                activity.startActivity(new Intent(Intent.ACTION_VIEW, page));
            } catch (ActivityNotFoundException | SecurityException e) {
                activity.say(R.string.no_app);
            }
        }
        return true;
    }

    @Override
    public WebResourceResponse shouldInterceptRequest(WebView web, WebResourceRequest request) {
        return sharing.answer(request);
    }

    @Override
    public void onPageStarted(WebView web, String address, Bitmap icon) {
        failed = false;
    }

    @Override
    public void onReceivedError(WebView web, WebResourceRequest request, WebResourceError error) {
        if (request.isForMainFrame()) {
            fail();
        }
    }

    @Override
    public void onReceivedSslError(WebView web, SslErrorHandler handler, SslError error) {
        handler.cancel();
        if (error.getUrl() == null || error.getUrl().equals(web.getUrl())) {
            fail();
        }
    }

    private void fail() {
        failed = true;
        offline.show();
    }

    @Override
    public void onPageFinished(WebView web, String address) {
        if (failed) {
            return;
        }
        offline.hide();
        if (sharing.isWaiting() && address != null && site.owns(Uri.parse(address))) {
            sharing.give(web);
        }
    }

    @Override
    public void doUpdateVisitedHistory(WebView web, String address, boolean isReload) {
        back.update();
    }

    /** Phones with little memory end the page now and then; it begins anew, and the site has kept what was typed. */
    @Override
    public boolean onRenderProcessGone(WebView web, RenderProcessGoneDetail detail) {
        activity.recreate();
        return true;
    }
}
