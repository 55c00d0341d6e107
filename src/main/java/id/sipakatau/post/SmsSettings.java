package id.sipakatau.post;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;

/** The gateway through which short messages leave; providers differ in the header and in the shape of the body only. */
@ConfigMapping(prefix = "sipakatau.sms")
interface SmsSettings {

    /** Where a message is posted to. Without it none is sent. */
    Optional<URI> url();

    /** Name of the header that says who we are. */
    @WithDefault("Authorization")
    String header();

    /** Its value, such as {@code Bearer TOKEN}. */
    Optional<String> token();

    /** The body in JSON; <code>{number}</code> and <code>{text}</code> are filled in as the inside of JSON strings. */
    @WithDefault("{\"to\":\"{number}\",\"text\":\"{text}\"}")
    String body();

    /** How long to wait for its answer. */
    @WithDefault("PT20S")
    Duration patience();
}
