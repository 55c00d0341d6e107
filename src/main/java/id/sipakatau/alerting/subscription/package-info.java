/** Who wants to hear of what: of one complaint, or of all public ones of a place or kind; and how often. */
@NullMarked
package id.sipakatau.alerting.subscription;

import org.jspecify.annotations.NullMarked;
