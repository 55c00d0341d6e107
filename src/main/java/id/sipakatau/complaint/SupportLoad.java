package id.sipakatau.complaint;

import id.sipakatau.database.CopyRows;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** Stores support that a program made, very much at once. */
@ApplicationScoped
public class SupportLoad {

    /**
     * A device that supports a complaint.
     *
     * @param supporter digest of what the device drew by lot
     */
    public record Supported(UUID complaint, byte[] supporter, Instant at) {}

    /** Stores it in the caller's transaction; the complaints are stored already, and public. */
    public void store(Handle transaction, List<Supported> all) {
        var rows = CopyRows.into(transaction, "COPY complaint_support (complaint_id, supporter_digest, at) FROM STDIN");
        for (var each : all) {
            rows.add(each.complaint()).add(each.supporter()).add(each.at()).endRow();
        }
        rows.finish();
    }
}
