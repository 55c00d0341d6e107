/**
 * The way out to people: letters by SMTP and short messages by a gateway of the city's choice.
 *
 * <p>Owns nothing and knows nobody: it sends what it is given, once, and says whether that went well. Never keeps an
 * address or a word of what it sent, and never tries again by itself.
 */
@NullMarked
package id.sipakatau.post;

import org.jspecify.annotations.NullMarked;
