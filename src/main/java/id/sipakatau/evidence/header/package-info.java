/**
 * Reads what a file says of itself before anything is decoded: its kind, its size, its EXIF block and colour profile.
 *
 * <p>Owns nothing. {@link id.sipakatau.evidence.header.Header} is the way in; each kind of file has one class that walks
 * it as its standard says. Trusts no length and no number in a file, and takes little memory whatever the file claims.
 *
 * <p>Never decodes a pixel, and never looks at a name.
 */
@NullMarked
package id.sipakatau.evidence.header;

import org.jspecify.annotations.NullMarked;
