package id.sipakatau.alerting.push;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Optional;

/** What can be set about Web Push. */
@ConfigMapping(prefix = "sipakatau.push")
interface PushSettings {

    /** Whom the operator of a push service may write to: {@code mailto:…} or {@code https:…}. Apple's wants one. */
    @WithDefault("${sipakatau.web.address:}")
    Optional<String> contact();

    /** Lets a stand-in on this machine be a push service; for tests only. */
    @WithDefault("false")
    boolean loopback();
}
