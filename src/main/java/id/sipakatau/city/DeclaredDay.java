package id.sipakatau.city;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a day is from a moment on, whatever the city's data say of it.
 *
 * @param at since when that is known
 * @param holiday what it is called; empty if it is a day like any other of its weekday
 */
public record DeclaredDay(
        Instant at, LocalDate day, @Nullable Holiday holiday) {}
