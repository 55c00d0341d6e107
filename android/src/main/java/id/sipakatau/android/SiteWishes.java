package id.sipakatau.android;

import android.net.Uri;
import android.webkit.GeolocationPermissions;
import android.webkit.PermissionRequest;
import android.webkit.ValueCallback;
import android.webkit.WebChromeClient;
import android.webkit.WebView;
import java.util.List;

/** What a page may want from the phone: a photo, the position, the camera. Only the site's own pages get any of it. */
final class SiteWishes extends WebChromeClient {

    private final WebActivity activity;
    private final Site site;
    private final Permissions permissions;

    SiteWishes(WebActivity activity, Site site, Permissions permissions) {
        this.activity = activity;
        this.site = site;
        this.permissions = permissions;
    }

    @Override
    public boolean onShowFileChooser(WebView web, ValueCallback<Uri[]> callback, FileChooserParams wish) {
        activity.choosePhoto(wish, callback);
        return true;
    }

    @Override
    public void onGeolocationPermissionsShowPrompt(String origin, GeolocationPermissions.Callback callback) {
        if (site.isOrigin(origin)) {
            permissions.ask(Permissions.LOCATION, granted -> callback.invoke(origin, granted, false));
        } else {
            callback.invoke(origin, false, false);
        }
    }

    @Override
    public void onPermissionRequest(PermissionRequest request) {
        boolean camera = List.of(request.getResources()).contains(PermissionRequest.RESOURCE_VIDEO_CAPTURE);
        if (camera && site.owns(request.getOrigin())) {
            permissions.ask(Permissions.CAMERA, granted -> {
                if (granted) {
                    request.grant(new String[] {PermissionRequest.RESOURCE_VIDEO_CAPTURE});
                } else {
                    request.deny();
                }
            });
        } else {
            request.deny();
        }
    }
}
