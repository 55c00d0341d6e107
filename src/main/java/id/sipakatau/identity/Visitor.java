package id.sipakatau.identity;

import id.sipakatau.journal.Actor;
import io.quarkus.security.UnauthorizedException;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.Optional;

/** Whoever makes the current request: a member of staff who is signed in, or somebody of the public. */
@RequestScoped
public class Visitor {

    private final SecurityIdentity identity;

    Visitor(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** The member of staff; empty for the public. */
    public Optional<SignedIn> signedIn() {
        return Optional.ofNullable(identity.getAttribute(SignedIn.ATTRIBUTE));
    }

    /**
     * The member of staff, on pages that only staff can reach.
     *
     * @throws UnauthorizedException where nobody is signed in
     */
    public SignedIn staff() {
        return signedIn().orElseThrow(UnauthorizedException::new);
    }

    /**
     * The member of staff as an actor for the journal.
     *
     * @throws UnauthorizedException where nobody is signed in
     */
    public Actor actor() {
        return staff().actor();
    }
}
