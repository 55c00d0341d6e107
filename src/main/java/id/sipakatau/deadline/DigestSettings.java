package id.sipakatau.deadline;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.util.Optional;

/** What can be set about the letters to the staff. */
@ConfigMapping(prefix = "sipakatau.digest")
interface DigestSettings {

    /** Address of the site for the links in letters. */
    @WithDefault("${sipakatau.web.address:}")
    Optional<URI> site();
}
