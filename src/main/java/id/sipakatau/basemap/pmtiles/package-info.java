/**
 * Reads map tiles from one file in the format PMTiles, version 3 (https://github.com/protomaps/PMTiles, spec/v3).
 *
 * <p>Owns nothing: the file is the city's. Trusts nothing in it either, and says what is broken.
 *
 * <p>Never looks into a tile, writes, or reads from another server.
 */
@NullMarked
package id.sipakatau.basemap.pmtiles;

import org.jspecify.annotations.NullMarked;
