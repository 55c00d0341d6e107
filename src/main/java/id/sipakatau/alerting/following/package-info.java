/** The pages on which somebody says what they want to hear of, says yes to it, and ends it. */
@NullMarked
package id.sipakatau.alerting.following;

import org.jspecify.annotations.NullMarked;
