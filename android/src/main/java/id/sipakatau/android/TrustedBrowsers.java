package id.sipakatau.android;

import android.content.Context;
import android.content.Intent;
import android.content.pm.PackageManager;
import android.content.pm.ResolveInfo;
import android.net.Uri;
import androidx.browser.customtabs.CustomTabsService;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The browsers of the phone that can show a site as an app (Trusted Web Activity). */
final class TrustedBrowsers {

    private TrustedBrowsers() {}

    /** The package of the one to take: the person's usual browser if it can, otherwise the first that can. */
    static Optional<String> choose(Context context) {
        PackageManager packages = context.getPackageManager();
        List<String> able = new ArrayList<>();
        Intent service = new Intent(CustomTabsService.ACTION_CUSTOM_TABS_CONNECTION);
        for (ResolveInfo found : packages.queryIntentServices(service, PackageManager.GET_RESOLVED_FILTER)) {
            if (found.filter != null && found.filter.hasCategory(CustomTabsService.TRUSTED_WEB_ACTIVITY_CATEGORY)) {
                able.add(found.serviceInfo.packageName);
            }
        }
        String usual = usual(packages);
        return able.contains(usual) ? Optional.of(usual) : able.stream().findFirst();
    }

    /** Nobody's site, since our own would resolve to this app. */
    private static String usual(PackageManager packages) {
        Intent anyPage = new Intent(Intent.ACTION_VIEW, Uri.parse("https://")).addCategory(Intent.CATEGORY_BROWSABLE);
        ResolveInfo found = packages.resolveActivity(anyPage, PackageManager.MATCH_DEFAULT_ONLY);
        return found == null ? "" : found.activityInfo.packageName;
    }
}
