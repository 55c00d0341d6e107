/**
 * Examines files and makes the public pictures of photos: decodes, turns upright, brings to sRGB, shrinks and encodes.
 *
 * <p>Owns the decoders, and the limits of time and memory under which they work.
 * {@link id.sipakatau.evidence.examination.FileExamination} is the way in; the vault above knows it by the interface
 * {@link id.sipakatau.evidence.Examination} only.
 *
 * <p>Never keeps a file, and never passes on anything of one but pixels, time, place and orientation.
 */
@NullMarked
package id.sipakatau.evidence.examination;

import org.jspecify.annotations.NullMarked;
