/**
 * The language of the demo: sentence patterns read from {@code demo/*.txt}, and the people who write with them.
 *
 * <p>Owns the patterns and the ways in which one and the same complaint is typed. Never takes a word from a real
 * complaint and never makes up a person.
 */
@NullMarked
package id.sipakatau.demo.words;

import org.jspecify.annotations.NullMarked;
