package id.sipakatau.identity;

import id.sipakatau.journal.Actor;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;

/** Where the city's staff get letters, and whether they want the one of each morning. */
@ApplicationScoped
public class StaffMail {

    public static final String CHANGED = "STAFF_MAIL_CHANGED";

    private final Staff staff;

    StaffMail(Staff staff) {
        this.staff = staff;
    }

    /**
     * What somebody has chosen.
     *
     * @param email empty where there is none
     * @param digest whether they want the letter of each morning
     * @param language code of the language of letters
     */
    public record Choice(@Nullable String email, boolean digest, String language) {}

    /** Somebody who wants the letter of each morning, what they may read, and in which language. */
    public record Reader(
            UUID account, StaffRole role, @Nullable String agency, boolean head, String email, String language) {
        /** Says nothing: addresses do not belong into logs. */
        @Override
        public String toString() {
            return "Reader[" + account + "]";
        }
    }

    private static final String READERS = """
            SELECT id AS account, role, agency, head, email, language FROM staff
            WHERE active AND digest AND email IS NOT NULL
            """;

    /** Empty where there is no such account. */
    public Optional<Choice> of(Handle handle, UUID account) {
        return handle.createQuery("SELECT email, digest, language FROM staff WHERE id = :account")
                .bind("account", account)
                .mapTo(Choice.class)
                .findOne();
    }

    /** Everybody who wants it, can sign in, and has an address; by account. */
    public List<Reader> readers(Handle handle) {
        return handle.createQuery(READERS + " ORDER BY id").mapTo(Reader.class).list();
    }

    /** One of them; empty where the person does not want it any more. */
    public Optional<Reader> reader(Handle handle, UUID account) {
        return handle.createQuery(READERS + " AND id = :account")
                .bind("account", account)
                .mapTo(Reader.class)
                .findOne();
    }

    /**
     * Where those who lead an agency and can sign in get letters, whether or not they want the one of each morning; none for
     * whoever has no address.
     */
    public static List<String> heads(Handle handle, String agency) {
        return handle.createQuery("""
                        SELECT email FROM staff
                        WHERE agency = :agency AND head AND active AND password_hash IS NOT NULL AND email IS NOT NULL
                        ORDER BY id
                        """)
                .bind("agency", agency)
                .mapTo(String.class)
                .list();
    }

    /**
     * Changes it. The journal learns that it changed and by whom, not the address.
     *
     * @param choice with an address in the way in which {@code Contact} writes it, and a language that the program has
     */
    public void set(Handle transaction, UUID account, Choice choice, Actor by) {
        int changed = transaction
                .createUpdate("""
                        UPDATE staff SET email = :email, digest = :digest, language = :language
                        WHERE id = :account
                            AND (email IS DISTINCT FROM :email OR digest <> :digest OR language <> :language)
                        """)
                .bindMethods(choice)
                .bind("account", account)
                .execute();
        if (changed == 1) {
            staff.record(transaction, CHANGED, account, by, Map.of("digest", choice.digest()));
        }
    }
}
