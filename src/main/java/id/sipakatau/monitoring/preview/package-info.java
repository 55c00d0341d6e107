/**
 * The picture that other media show beside a link to a complaint: photo, headline, progress and agency.
 *
 * <p>Draws what it is given and asks nobody: who may see it is decided before.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.monitoring.preview;
