package id.sipakatau.alerting.following;

import id.sipakatau.alerting.push.Browser;
import id.sipakatau.alerting.push.PushServices;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A browser as it describes itself: {@code PushSubscription.toJSON()}. Nothing of it is to be trusted. */
record SentBrowser(@Nullable String endpoint, @Nullable Map<String, String> keys) {

    /** Empty if it is at no known push service, or its keys are none. */
    Optional<Browser> read(PushServices services) {
        if (endpoint == null || keys == null) {
            return Optional.empty();
        }
        return services.endpoint(endpoint).flatMap(address -> {
            try {
                return Optional.of(new Browser(address, bytes("p256dh"), bytes("auth")));
            } catch (IllegalArgumentException mangled) {
                return Optional.empty();
            }
        });
    }

    private byte[] bytes(String name) {
        var written = keys == null ? null : keys.get(name);
        return Base64.getUrlDecoder().decode(written == null ? "" : written);
    }
}
