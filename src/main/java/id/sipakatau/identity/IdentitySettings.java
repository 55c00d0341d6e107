package id.sipakatau.identity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** What can be set about accounts and sign-in. */
@ConfigMapping(prefix = "sipakatau.identity")
interface IdentitySettings {

    /** Work for one password check, as a power of two: 12 takes about a quarter of a second. From 4 (tests) to 16. */
    @WithDefault("12")
    int bcryptCost();
}
