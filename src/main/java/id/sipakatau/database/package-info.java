/**
 * The one way to the database: Jdbi on the pool, with records as rows and every session in UTC.
 *
 * <p>Owns no table and knows no module; each module writes its own SQL.
 */
@NullMarked
package id.sipakatau.database;

import org.jspecify.annotations.NullMarked;
