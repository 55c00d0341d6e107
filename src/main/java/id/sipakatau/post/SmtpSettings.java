package id.sipakatau.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Optional;

/** The mail server through which letters leave. */
@ConfigMapping(prefix = "sipakatau.smtp")
interface SmtpSettings {

    /** How the connection is kept from others' eyes. */
    enum Security {
        /** Not at all: for a server on the same machine. */
        NONE,
        /** Upgraded before anything is said; without the upgrade nothing is sent. */
        STARTTLS,
        /** From the first byte. */
        TLS
    }

    /** Without it no letter is sent. */
    Optional<String> host();

    @WithDefault("587")
    int port();

    @WithDefault("STARTTLS")
    Security security();

    Optional<String> user();

    Optional<String> password();

    /** Address of the sender, such as {@code SIPAKATAU <lapor@makassar.example.go.id>}; wanted with a host. */
    Optional<String> from();

    /** How long to wait for the server, for the connection and for each answer. */
    @WithDefault("PT20S")
    Duration patience();
}
