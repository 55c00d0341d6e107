package id.sipakatau.launch;

/**
 * Fired once in the life of an installation, when its tables are there and nothing is in them: observers make what has
 * to be there before the first visitor.
 *
 * <p>Observers run in turn, before the program answers any request. If one fails the program does not start, and the
 * event is fired again at the next start; so an observer does its work in one transaction, or so that doing it again
 * does no harm.
 *
 * @param demo whether to fill the installation with demo data
 */
public record FirstStart(boolean demo) {}
