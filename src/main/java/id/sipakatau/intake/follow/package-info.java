/**
 * The reporter's own page behind the secret link: what has become of the complaint, and the reporter's answers to it.
 *
 * <p>Owns nothing: what is answered goes through {@link id.sipakatau.complaint.Complaints}. Never tells a wrong address
 * from one that never was, and never shows what is not the reporter's own.
 */
@NullMarked
package id.sipakatau.intake.follow;

import org.jspecify.annotations.NullMarked;
