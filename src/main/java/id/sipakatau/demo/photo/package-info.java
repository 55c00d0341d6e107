/**
 * Draws the photographs of the demo: street scenes of an Indonesian port city, painted from nothing but a seed.
 *
 * <p>Owns the painters and their small camera; every picture is a function of scene, seed and whether the matter is
 * settled, so the same call gives the same picture. Never reads a file, never shows a person who can be recognised.
 */
@NullMarked
package id.sipakatau.demo.photo;

import org.jspecify.annotations.NullMarked;
