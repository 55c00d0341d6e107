package id.sipakatau.emergency.roster;

import com.github.f4b6a3.uuid.UuidCreator;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Who is on duty at which agency, and when. */
@ApplicationScoped
public class Roster {

    private final Jdbi jdbi;

    public Roster(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /** Who is on duty at a moment, whoever began first before the others. */
    public List<Duty> on(Handle handle, String agency, Instant at) {
        return handle.createQuery("""
                        SELECT id, agency, name, telephone, email, lead, starts_at, ends_at FROM duty
                        WHERE agency = :agency AND starts_at <= :at AND ends_at > :at
                        ORDER BY lead, starts_at, id
                        """) // index duty_ending
                .bind("agency", agency)
                .bind("at", at)
                .mapTo(Duty.class)
                .list();
    }

    public List<Duty> on(String agency, Instant at) {
        return jdbi.withHandle(handle -> on(handle, agency, at));
    }

    /** What goes on now or is to come, in the order of time. */
    List<Duty> comingAt(String agency, Instant now) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT id, agency, name, telephone, email, lead, starts_at, ends_at FROM duty
                        WHERE agency = :agency AND ends_at > :now
                        ORDER BY starts_at, lead, id
                        """) // index duty_ending
                .bind("agency", agency)
                .bind("now", now)
                .mapTo(Duty.class)
                .list());
    }

    public void add(
            String agency,
            String name,
            String telephone,
            @Nullable String email,
            boolean lead,
            Instant startsAt,
            Instant endsAt) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO duty (id, agency, name, telephone, email, lead, starts_at, ends_at)
                        VALUES (:id, :agency, :name, :telephone, :email, :lead, :startsAt, :endsAt)
                        """)
                .bind("id", UuidCreator.getTimeOrderedEpoch())
                .bind("agency", agency)
                .bind("name", name)
                .bind("telephone", telephone)
                .bind("email", email)
                .bind("lead", lead)
                .bind("startsAt", startsAt)
                .bind("endsAt", endsAt)
                .execute());
    }

    void remove(String agency, UUID id) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM duty WHERE id = :id AND agency = :agency")
                .bind("id", id)
                .bind("agency", agency)
                .execute());
    }
}
