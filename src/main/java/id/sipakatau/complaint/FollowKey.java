package id.sipakatau.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The key of this installation from which reporters' secrets are derived; made once and kept in the database. */
@ApplicationScoped
class FollowKey {

    private final Jdbi jdbi;
    private byte @Nullable [] key;

    FollowKey(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** The secret that opens the reporter's page of this complaint; always the same for the same id. */
    FollowSecret secretOf(UUID complaintId) {
        return FollowSecret.of(complaintId, key());
    }

    /**
     * On a connection of its own: a key that is used must not vanish with a filing that is rolled back. Jdbi would give the
     * caller's connection again to whoever asks it on the same thread, so one is opened here.
     */
    private synchronized byte[] key() {
        if (key == null) {
            try (var connection = jdbi.open()) {
                key = connection.inTransaction(FollowKey::keptOrFresh);
            }
        }
        return key;
    }

    private static byte[] keptOrFresh(Handle transaction) {
        var fresh = new byte[32];
        new SecureRandom().nextBytes(fresh);
        transaction
                .createUpdate("INSERT INTO follow_key (key) VALUES (:fresh) ON CONFLICT DO NOTHING")
                .bind("fresh", fresh)
                .execute();
        return transaction
                .createQuery("SELECT key FROM follow_key")
                .mapTo(byte[].class)
                .one();
    }
}
