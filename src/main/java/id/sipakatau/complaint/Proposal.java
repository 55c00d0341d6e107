package id.sipakatau.complaint;

import java.time.Instant;
import java.util.UUID;

/**
 * A completion that waits for approval. Until then it is for staff alone; its proofs are the photos that wait with it.
 *
 * @param words what the citizen is to be told
 * @param at since when it waits
 * @param by the account that proposed it, which never approves it
 */
public record Proposal(Outcome outcome, String words, Instant at, UUID by) {}
