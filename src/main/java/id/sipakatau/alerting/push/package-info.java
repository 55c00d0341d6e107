/**
 * Web Push: messages that a browser shows although the page is closed, encrypted so that the push service between cannot
 * read them (RFC 8291, RFC 8188), signed so that it knows who sends (RFC 8292).
 *
 * <p>Owns {@code vapid_key}. Knows browsers and push services, never a complaint. Never sends to an address that is not one
 * of a known push service: it comes from the browser, and could otherwise lead into the city's own network.
 */
@NullMarked
package id.sipakatau.alerting.push;

import org.jspecify.annotations.NullMarked;
