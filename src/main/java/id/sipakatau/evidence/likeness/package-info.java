/**
 * Which photos show the same picture, however it was re-encoded, resized, slightly cropped or brightened.
 *
 * <p>Owns the tables {@code photo_print} and {@code photo_hash}. {@link id.sipakatau.evidence.likeness.Print} is what is kept
 * of a picture, {@link id.sipakatau.evidence.likeness.Prints} finds the earlier ones. Hashes choose whom to compare,
 * {@link id.sipakatau.evidence.likeness.Comparison} decides.
 *
 * <p>Never says that somebody cheated: two pictures are alike, why is for people to judge.
 */
@NullMarked
package id.sipakatau.evidence.likeness;

import org.jspecify.annotations.NullMarked;
