package id.sipakatau.identity;

import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The browsers in which people are signed in, as far as an account that is closed has to do with them. */
public interface OpenSessions {

    /** Signs an account out everywhere, when the transaction commits; nothing happens where nobody is signed in. */
    void endAll(Handle transaction, UUID account);

    /** Lets what an account may do be read anew, when the transaction commits; nobody is signed out. */
    void readAgain(Handle transaction, UUID account);
}
