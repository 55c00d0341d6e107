package id.sipakatau.identity;

import java.util.Optional;
import java.util.UUID;

/** The citizen's account in whose name the current request is made. Has nothing to do with the accounts of staff. */
public interface Citizen {

    /** The account; empty for the public, and for staff as such. Without the cookie it costs no query. */
    Optional<UUID> account();

    /**
     * What is kept about the citizen who is signed in.
     *
     * @throws java.util.NoSuchElementException where nobody is
     */
    CitizenData data();
}
