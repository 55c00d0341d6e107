package id.sipakatau.identity;

import java.util.List;
import org.jdbi.v3.core.Handle;

/**
 * A citizen deletes their account. Whoever keeps something of them observes this and deletes it in the same transaction.
 *
 * @param transaction in which all of it is deleted
 * @param addresses e-mail addresses and phone numbers that were proven to be theirs
 */
public record AccountErased(Handle transaction, List<String> addresses) {}
