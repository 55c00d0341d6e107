/**
 * Photos as evidence: checked, kept byte for byte, and shown only as pictures that this program made itself.
 *
 * <p>Owns the tables {@code photo} and {@code photo_finding} and the folder of photos: originals with their SHA-256, and for each a large picture
 * and a thumbnail without metadata and upright. {@link id.sipakatau.evidence.PhotoVault} is the way in.
 *
 * <p>Never serves an original, or a file that it did not encode itself, to the public; never trusts a file's name or the
 * type a sender claims; never throws for a bad file, so that a bad file cannot cost a complaint. It does not know who may
 * see a photo: the module that shows one decides.
 */
@NullMarked
package id.sipakatau.evidence;

import org.jspecify.annotations.NullMarked;
