package id.sipakatau.android;

import android.webkit.ServiceWorkerClient;
import android.webkit.ServiceWorkerController;
import android.webkit.ServiceWorkerWebSettings;
import org.robolectric.annotation.Implementation;
import org.robolectric.annotation.Implements;
import org.robolectric.annotation.Resetter;

/** The WebView's service workers, which Robolectric does not have. */
@Implements(ServiceWorkerController.class)
public class WorkersStandIn {

    /** What answers the requests of the site's worker. */
    static ServiceWorkerClient client;

    @Implementation
    protected static ServiceWorkerController getInstance() {
        return new ServiceWorkerController() {
            @Override
            public ServiceWorkerWebSettings getServiceWorkerWebSettings() {
                throw new UnsupportedOperationException();
            }

            @Override
            public void setServiceWorkerClient(ServiceWorkerClient set) {
                client = set;
            }
        };
    }

    @Resetter
    public static void reset() {
        client = null;
    }
}
