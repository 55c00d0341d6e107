/**
 * The command line: what the program does before Quarkus starts, and after it has stopped.
 *
 * <p>{@link id.sipakatau.launch.command.Main} reads the options, finds or starts the database, refuses what must not be
 * mixed and hands over to Quarkus. Never runs inside of the started program.
 */
@NullMarked
package id.sipakatau.launch.command;

import org.jspecify.annotations.NullMarked;
