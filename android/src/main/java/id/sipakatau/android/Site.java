package id.sipakatau.android;

import android.content.Context;
import android.content.Intent;
import android.net.Uri;

/** The city's site: which addresses are its own. */
final class Site {

    static final String START = "/beranda";

    private final Uri address;

    Site(Context context) {
        this(Uri.parse(context.getString(R.string.address)));
    }

    Site(Uri address) {
        this.address = address;
    }

    /** Where the app begins. */
    Uri start() {
        return address.buildUpon().path(START).build();
    }

    /** Whether a page belongs to the site, which is one host and only ever encrypted. */
    boolean owns(Uri page) {
        return page != null
                && "https".equals(page.getScheme())
                && page.getUserInfo() == null
                && (page.getPort() == -1 || page.getPort() == 443)
                && address.getHost().equalsIgnoreCase(page.getHost());
    }

    /** Whether something that calls itself an origin is the site. */
    boolean isOrigin(String origin) {
        return origin != null && owns(Uri.parse(origin));
    }

    /** The page that an intent wants to see: a link to the site, otherwise the start. */
    Uri wanted(Intent intent) {
        Uri page = intent.getData();
        if (!Intent.ACTION_VIEW.equals(intent.getAction()) || !owns(page)) {
            return start();
        }
        return at(page);
    }

    /** The same page with our own host put before it, so that no two readings of one address can differ. */
    Uri at(Uri page) {
        return address.buildUpon()
                .encodedPath(page.getEncodedPath())
                .encodedQuery(page.getEncodedQuery())
                .encodedFragment(page.getEncodedFragment())
                .build();
    }
}
