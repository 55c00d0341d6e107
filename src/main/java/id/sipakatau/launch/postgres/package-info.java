/**
 * The PostgreSQL that the program brings along: its programs are unpacked, its files made, its server started and
 * stopped. {@link id.sipakatau.launch.postgres.EmbeddedPostgres} is the way in.
 *
 * <p>Owns the folder of the server with its lock and passwords. Never knows what is in the database.
 */
@NullMarked
package id.sipakatau.launch.postgres;

import org.jspecify.annotations.NullMarked;
