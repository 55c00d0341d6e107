/**
 * What happens when nobody sees a call in time: the alarm grows louder, and people are told of it away from their screens.
 *
 * <p>Owns the table {@code emergency_summons}. Every node looks, and each step is taken once.
 */
@NullMarked
package id.sipakatau.emergency.escalation;

import org.jspecify.annotations.NullMarked;
