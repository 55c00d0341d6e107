package id.sipakatau.app;

import io.smallrye.config.ConfigMapping;
import java.util.List;
import java.util.Optional;

/** What can be set about the app for Android; docs/android.md tells how. */
@ConfigMapping(prefix = "sipakatau.android")
interface AndroidSettings {

    /**
     * SHA-256 of the certificates that the app is signed with, 32 pairs of hex digits with colons between them; the city's
     * own and, when Google Play signs, Play's as well.
     */
    Optional<List<String>> certificates();
}
