package id.sipakatau.alerting.letters;

import id.sipakatau.alerting.AlertingSettings;
import id.sipakatau.launch.Ready;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the links in letters lead to. */
@ApplicationScoped
public class Site {

    private final Optional<URI> set;
    private volatile @Nullable URI ofDemo;

    Site(AlertingSettings settings) {
        set = settings.site();
    }

    /** A demo is read on the machine that it runs on. */
    void ready(@Observes Ready ready) {
        ofDemo = ready.demo() ? ready.address() : null;
    }

    /** The address without a slash at its end; empty where nobody has set one. */
    public Optional<String> address() {
        return set.or(() -> Optional.ofNullable(ofDemo))
                .map(uri -> uri.toString().replaceFirst("/+$", ""));
    }
}
