package id.sipakatau.journal;

import id.sipakatau.database.CopyRows;
import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;
import org.jdbi.v3.core.Handle;

/** Appends very many rows at once, as {@link Journal#append} would one by one; for data that are made by a program. */
public final class JournalLoad {

    private record Committed(long seq, Journal.Sealed sealed) {}

    private JournalLoad() {}

    /**
     * Appends the rows in their order, in the caller's transaction.
     *
     * @param salts gives the salts of the commitments; a repeatable source makes a repeatable load
     */
    public static void append(Handle transaction, List<Entry> entries, RandomGenerator salts) {
        var numbers = numbers(transaction, entries.size());
        var details = new ArrayList<Committed>();
        var rows = CopyRows.into(
                transaction,
                "COPY journal (seq, complaint_id, at, act, actor_role, actor_id, facts, commitment) FROM STDIN");
        for (int i = 0; i < entries.size(); i++) {
            var entry = entries.get(i);
            var sealed = entry.detail().isEmpty() ? null : Journal.Sealed.of(entry.detail(), salt(salts));
            rows.add(numbers.get(i))
                    .add(entry.complaintId())
                    .add(entry.at())
                    .add(entry.act())
                    .add(entry.actor().role())
                    .add(entry.actor().account())
                    .add(Journal.json(entry.facts()))
                    .add(sealed == null ? null : sealed.commitment())
                    .endRow();
            if (sealed != null) {
                details.add(new Committed(numbers.get(i), sealed));
            }
        }
        rows.finish();
        append(transaction, details);
    }

    private static void append(Handle transaction, List<Committed> details) {
        var rows = CopyRows.into(transaction, "COPY journal_detail (seq, salt, detail) FROM STDIN");
        for (var each : details) {
            rows.add(each.seq).add(each.sealed.salt()).add(each.sealed.detail()).endRow();
        }
        rows.finish();
    }

    private static List<Long> numbers(Handle transaction, int count) {
        return transaction
                .createQuery("SELECT nextval(pg_get_serial_sequence('journal', 'seq')) FROM generate_series(1, :count)")
                .bind("count", count)
                .mapTo(Long.class)
                .list();
    }

    private static byte[] salt(RandomGenerator salts) {
        var salt = new byte[16];
        salts.nextBytes(salt);
        return salt;
    }
}
