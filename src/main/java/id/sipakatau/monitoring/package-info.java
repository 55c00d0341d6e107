/**
 * The public site, where the city keeps its word: map, list, a page for each complaint, and live news of them.
 *
 * <p>Owns no table. It reads complaints through the view {@code public_complaint} only, and so never shows what is not
 * published. It changes nothing.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.monitoring;
