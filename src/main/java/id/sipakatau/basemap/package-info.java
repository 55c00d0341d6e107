/**
 * The map under the complaints: land, sea, borders and names, drawn from the city's own data, and street tiles where
 * the city has put an archive of them into the data folder.
 *
 * <p>Owns {@code /map/…}, {@code /tiles/streets/…}, {@code GET /api/v1/whereabouts} and the browser component
 * {@code js/map.js}. What it sends is computed once from the city and the archive, and may be cached by anyone.
 *
 * <p>Never knows a complaint or a person, and asks no other server for anything.
 */
@NullMarked
package id.sipakatau.basemap;

import org.jspecify.annotations.NullMarked;
