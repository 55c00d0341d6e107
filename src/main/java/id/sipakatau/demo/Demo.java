package id.sipakatau.demo;

import id.sipakatau.launch.FirstStart;
import id.sipakatau.launch.LaunchFailure;
import id.sipakatau.launch.Ready;
import io.quarkus.logging.Log;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import org.jdbi.v3.core.Jdbi;

/** Fills a demo when it is first started, and tells at every start how to sign in. */
@ApplicationScoped
class Demo {

    private final Jdbi jdbi;
    private final DemoAccounts accounts;
    private final DemoLoad load;
    private final DemoSettings settings;
    private final InstantSource clock;
    private boolean filled;

    Demo(Jdbi jdbi, DemoAccounts accounts, DemoLoad load, DemoSettings settings, InstantSource clock) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.load = load;
        this.settings = settings;
        this.clock = clock;
    }

    /** All in one transaction: a demo is complete or has to be begun again. */
    void fill(@Observes FirstStart start) {
        if (!start.demo()) {
            return;
        }
        var began = clock.instant();
        filled = true;
        jdbi.useTransaction(transaction -> {
            var cast = accounts.open(transaction);
            load.fill(transaction, cast, settings.complaints(), settings.seed(), began);
        });
        double seconds = Duration.between(began, clock.instant()).toMillis() / 1000.0;
        Log.infof(
                "Demo data: %,d complaints in %.1f s, %,.0f a second",
                settings.complaints(), seconds, settings.complaints() / seconds);
    }

    void greet(@Observes Ready ready) {
        if (settings.mustFill() && !filled) {
            throw new LaunchFailure(
                    "Folder data ini sudah berisi. Pilih folder lain dengan --data, atau hapus dengan bin/demo-remove.",
                    "These data are there already. Choose another folder with --data, or remove them with bin/demo-remove.");
        }
        if (ready.demo()) {
            ready.say("");
            ready.say("  Data contoh / Demo data. Masuk di / Sign in at " + ready.address() + "/masuk");
            ready.say("    " + String.join(", ", accounts.usernames()));
            ready.say("    kata sandi / password: " + DemoAccounts.PASSWORD);
        }
    }
}
