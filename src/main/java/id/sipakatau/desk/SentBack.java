package id.sipakatau.desk;

import id.sipakatau.complaint.Complaint;
import id.sipakatau.journal.Actor;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/**
 * A completion that waited is sent back. Whoever tells its proposer observes this, in the same transaction.
 *
 * @param transaction in which it is sent back
 * @param proposer account of whoever proposed it
 * @param reason in the words of whoever sent it back
 */
public record SentBack(Handle transaction, Complaint complaint, UUID proposer, Actor by, String reason) {}
