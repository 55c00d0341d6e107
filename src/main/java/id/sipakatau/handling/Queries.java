package id.sipakatau.handling;

import jakarta.ws.rs.core.MultivaluedHashMap;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;

/** Filters as they stand behind the question mark of an address. */
final class Queries {

    private Queries() {}

    /** What a query means; nothing of what can't be understood. */
    static CaseFilter filter(String query) {
        var values = new MultivaluedHashMap<String, String>();
        for (var pair : query.split("&")) {
            var sign = pair.indexOf('=');
            if (sign > 0) {
                values.add(decoded(pair.substring(0, sign)), decoded(pair.substring(sign + 1)));
            }
        }
        return CaseFilter.of(values);
    }

    private static String decoded(String part) {
        try {
            return URLDecoder.decode(part, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException mangled) {
            return "";
        }
    }
}
