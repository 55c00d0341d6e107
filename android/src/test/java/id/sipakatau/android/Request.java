package id.sipakatau.android;

import android.net.Uri;
import android.webkit.WebResourceRequest;
import java.util.Map;

/** A request that a page makes. */
final class Request implements WebResourceRequest {

    private final Uri address;
    private final boolean mainFrame;

    Request(Uri address, boolean mainFrame) {
        this.address = address;
        this.mainFrame = mainFrame;
    }

    @Override
    public Uri getUrl() {
        return address;
    }

    @Override
    public boolean isForMainFrame() {
        return mainFrame;
    }

    @Override
    public boolean isRedirect() {
        return false;
    }

    @Override
    public boolean hasGesture() {
        return true;
    }

    @Override
    public String getMethod() {
        return "GET";
    }

    @Override
    public Map<String, String> getRequestHeaders() {
        return Map.of();
    }
}
