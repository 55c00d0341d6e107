/**
 * The page kit: layout, texts and language, icons and styles, security headers, error pages. How a page is written with
 * it stands in {@code docs/pages.md}.
 *
 * <p>Owns the files under {@code templates/web}, {@code templates/tags}, {@code texts} and the styles. It never knows a
 * complaint, and it never decides who may see something: it only shows who is signed in.
 */
@NullMarked
package id.sipakatau.web;

import org.jspecify.annotations.NullMarked;
