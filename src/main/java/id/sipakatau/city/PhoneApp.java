package id.sipakatau.city;

import java.net.URI;

/**
 * What a phone's app store and start screen show, and what the app opens.
 *
 * @param name the whole name, for example <i>SIPAKATAU Kota Makassar</i>
 * @param shortName the name under the icon
 * @param address what the public knows the site by: {@code https}, a host and nothing else
 * @param androidPackage the identity of the app for Android, which can never change after publication
 * @param confirmed whether the city has confirmed all this; otherwise nothing may be published
 */
public record PhoneApp(
        Localized name, String shortName, URI address, String androidPackage, Colours colours, boolean confirmed) {

    /**
     * Colours as {@code #rrggbb}.
     *
     * @param light of start screen and bars by day
     * @param dark the same by night
     * @param accent of the small icon beside a notification
     */
    public record Colours(String light, String dark, String accent) {}
}
