package id.sipakatau.handling;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;

/** Filters of the console that a person has given a name. Nobody else sees them. */
@ApplicationScoped
class SavedViews {

    static final int LONGEST_NAME = 40;
    /** More than anybody reads; whoever has so many deletes one first. */
    static final int MOST = 20;

    private final Jdbi jdbi;

    SavedViews(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * A filter with a name.
     *
     * @param query as it stands in the address
     * @param preferred whether the console begins with it
     */
    record View(UUID id, String name, String query, boolean preferred) {}

    List<View> of(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery(
                        "SELECT id, name, query, preferred FROM case_view WHERE staff_id = :person ORDER BY name")
                .bind("person", person) // index case_view_staff_id_name_key
                .mapTo(View.class)
                .list());
    }

    Optional<View> preferred(UUID person) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, name, query, preferred FROM case_view WHERE staff_id = :person AND preferred
                        """) // index case_view_preferred
                .bind("person", person)
                .mapTo(View.class)
                .findOne());
    }

    /** Keeps a filter; one of the same name is replaced. False where the person has {@value #MOST} already. */
    boolean keep(UUID person, String name, String query, boolean preferred) {
        return jdbi.inTransaction(transaction -> {
            oneAtATime(transaction, person);
            var names = transaction
                    .createQuery("SELECT name FROM case_view WHERE staff_id = :person")
                    .bind("person", person)
                    .mapTo(String.class)
                    .list();
            if (names.size() >= MOST && !names.contains(name)) {
                return false;
            }
            if (preferred) {
                transaction
                        .createUpdate("UPDATE case_view SET preferred = false WHERE staff_id = :person AND preferred")
                        .bind("person", person)
                        .execute();
            }
            transaction
                    .createUpdate("""
                            INSERT INTO case_view (id, staff_id, name, query, preferred)
                            VALUES (:id, :person, :name, :query, :preferred)
                            ON CONFLICT (staff_id, name) DO UPDATE
                            SET query = excluded.query, preferred = excluded.preferred
                            """)
                    .bind("id", UuidCreator.getTimeOrderedEpoch())
                    .bind("person", person)
                    .bind("name", name)
                    .bind("query", query)
                    .bind("preferred", preferred)
                    .execute();
            return true;
        });
    }

    /** Lets the console of a person begin with one of their views, or with none of them where it did already. */
    void prefer(UUID person, UUID view) {
        jdbi.useTransaction(transaction -> {
            oneAtATime(transaction, person);
            var turnedOff = transaction
                    .createUpdate("""
                            UPDATE case_view SET preferred = false WHERE staff_id = :person AND preferred AND id = :view
                            """)
                    .bind("person", person)
                    .bind("view", view)
                    .execute();
            if (turnedOff == 0) {
                transaction
                        .createUpdate("UPDATE case_view SET preferred = false WHERE staff_id = :person AND preferred")
                        .bind("person", person)
                        .execute();
                transaction
                        .createUpdate("UPDATE case_view SET preferred = true WHERE staff_id = :person AND id = :view")
                        .bind("person", person)
                        .bind("view", view)
                        .execute();
            }
        });
    }

    /** What one person does in two windows at once: there may be no row yet that could be locked. */
    private static void oneAtATime(Handle transaction, UUID person) {
        transaction
                .createQuery("SELECT 1 FROM pg_advisory_xact_lock(hashtext('case views ' || CAST(:person AS text)))")
                .bind("person", person)
                .mapTo(Integer.class)
                .one();
    }

    void delete(UUID person, UUID view) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM case_view WHERE staff_id = :person AND id = :view")
                .bind("person", person)
                .bind("view", view)
                .execute());
    }
}
