/**
 * The stories of the demo: who complains when, where and about what, and what becomes of it until now.
 *
 * <p>A story is worked out by the same methods of a complaint that run in the program, without a database, and depends on
 * nothing but the city, a seed and the moment that counts as now. Owns the rhythm of the year, the week and the day, the
 * places where much happens, and the pace of the agencies. Never writes anything anywhere.
 */
@NullMarked
package id.sipakatau.demo.story;

import org.jspecify.annotations.NullMarked;
