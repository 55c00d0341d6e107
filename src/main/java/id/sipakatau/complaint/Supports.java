package id.sipakatau.complaint;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/**
 * Who says that a public complaint is theirs too: a device counts once, and may take it back. Of a device only a digest
 * of what it drew by lot is kept, so that nobody learns who it was.
 */
@ApplicationScoped
public class Supports {

    private final Jdbi jdbi;
    private final InstantSource clock;

    Supports(Jdbi jdbi, InstantSource clock) {
        this.jdbi = jdbi;
        this.clock = clock;
    }

    /**
     * How much support a complaint has.
     *
     * @param own whether the one who asks is among them
     */
    public record Support(long count, boolean own) {}

    /** Of a public complaint; whoever asks has found it to be public. */
    public Support of(UUID complaint, byte[] supporter) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT count(*) AS supporters, coalesce(bool_or(supporter_digest = :supporter), false) AS own
                        FROM complaint_support WHERE complaint_id = :complaint -- index complaint_support_pkey
                        """)
                .bind("complaint", complaint)
                .bind("supporter", supporter)
                .map((row, context) -> new Support(row.getLong("supporters"), row.getBoolean("own")))
                .one());
    }

    /** What a device supports, public or not any more, the latest first. */
    public List<UUID> latest(byte[] supporter, int most) {
        return jdbi.withHandle(handle -> handle.createQuery("""
                        SELECT complaint_id FROM complaint_support
                        WHERE supporter_digest = :supporter ORDER BY at DESC LIMIT :most -- index complaint_support_device
                        """)
                .bind("supporter", supporter)
                .bind("most", most)
                .mapTo(UUID.class)
                .list());
    }

    /** Supports a public complaint; what is not public is left alone. Once more changes nothing. */
    public void add(TrackingNumber number, byte[] supporter) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO complaint_support (complaint_id, supporter_digest, at)
                        SELECT id, :supporter, :now FROM public_complaint WHERE tracking_number = :number
                        ON CONFLICT DO NOTHING -- index complaint_tracking_number_key
                        """)
                .bind("supporter", supporter)
                .bind("now", clock.instant())
                .bind("number", number.text())
                .execute());
    }

    /** Takes the support of a public complaint back. */
    public void remove(TrackingNumber number, byte[] supporter) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        DELETE FROM complaint_support
                        WHERE supporter_digest = :supporter
                          AND complaint_id = (SELECT id FROM public_complaint WHERE tracking_number = :number)
                        """) // index complaint_tracking_number_key, complaint_support_pkey
                .bind("supporter", supporter)
                .bind("number", number.text())
                .execute());
    }
}
