package id.sipakatau.identity.signin;

import id.sipakatau.database.Tries;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import javax.sql.DataSource;

/** Counts how often somebody tries to get in, staff and citizens. */
final class SignInTries {

    private SignInTries() {}

    @Produces
    @Singleton
    static Tries tries(DataSource database, InstantSource clock) {
        return new Tries(database, "sign_in_limit", clock);
    }
}
