/**
 * The words: what somebody may be told at this moment, as a letter and as a message, and the secret link in each letter.
 * What the public is told comes from {@code public_complaint}.
 */
@NullMarked
package id.sipakatau.alerting.letters;

import org.jspecify.annotations.NullMarked;
