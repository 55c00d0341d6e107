package id.sipakatau.identity.signin;

import io.vertx.ext.web.RoutingContext;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a request comes from.
 *
 * @param address the full address, for limits; kept nowhere
 * @param browser kind of browser and system, for example <i>Firefox, Android</i>
 */
public record Device(String address, String browser) {

    /** In the order in which they must be looked for: most browsers also claim to be others. */
    private static final List<String> BROWSERS =
            List.of("Edg", "OPR", "SamsungBrowser", "UCBrowser", "Firefox", "Chrome", "Safari");

    private static final List<String> SYSTEMS =
            List.of("Android", "iPhone", "iPad", "Windows", "Mac OS X", "CrOS", "Linux");

    public static Device of(RoutingContext request) {
        var remote = request.request().remoteAddress();
        var address = remote == null || remote.hostAddress() == null ? "unknown" : remote.hostAddress();
        return new Device(address, browser(request.request().getHeader("User-Agent")));
    }

    /** The address without its last part, which would say too much about a person. */
    public String network() {
        if (address.contains(":")) {
            return firstGroups(3) + "::/48";
        }
        int last = address.lastIndexOf('.');
        return last < 0 ? address : address.substring(0, last) + ".0/24";
    }

    /** Whom a limit counts as one: an address, or the network that a single line gets under IPv6. */
    public String limited() {
        return address.contains(":") ? firstGroups(4) : address;
    }

    private String firstGroups(int count) {
        var groups = fullGroups();
        return String.join(":", groups.subList(0, Math.min(count, groups.size())));
    }

    /** The eight groups of an IPv6 address, with those written out that <code>::</code> leaves out. */
    private List<String> fullGroups() {
        var halves = address.split("%", -1)[0].split("::", -1);
        var head = groups(halves[0]);
        if (halves.length == 1) {
            return head;
        }
        var tail = groups(halves[1]);
        var all = new ArrayList<>(head);
        for (int i = head.size() + tail.size(); i < 8; i++) {
            all.add("0");
        }
        all.addAll(tail);
        return all;
    }

    private static List<String> groups(String part) {
        return part.isEmpty() ? List.of() : List.of(part.split(":", -1));
    }

    static String browser(@Nullable String agent) {
        if (agent == null) {
            return "";
        }
        var browser = BROWSERS.stream().filter(agent::contains).findFirst().map(Device::fullName);
        var system = SYSTEMS.stream().filter(agent::contains).findFirst().map(Device::fullName);
        return browser.map(name -> system.map(on -> name + ", " + on).orElse(name))
                .or(() -> system)
                .orElse("");
    }

    private static String fullName(String mark) {
        return switch (mark) {
            case "Edg" -> "Edge";
            case "OPR" -> "Opera";
            case "SamsungBrowser" -> "Samsung Internet";
            case "UCBrowser" -> "UC Browser";
            case "Mac OS X" -> "macOS";
            case "CrOS" -> "ChromeOS";
            default -> mark;
        };
    }
}
