package id.sipakatau.alerting;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** What can be set about notices. */
@ConfigMapping(prefix = "sipakatau.alerting")
public interface AlertingSettings {

    /**
     * Address of the site for the links in letters, the one that the public knows. What stands in a request is not
     * trusted for that: anybody could have letters sent that lead elsewhere.
     */
    @WithDefault("${sipakatau.web.address:}")
    Optional<URI> site();

    /** How long to wait after a first failure; each further one doubles it. */
    @WithDefault("PT30S")
    Duration firstPause();
}
