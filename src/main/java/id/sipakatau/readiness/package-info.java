/**
 * The city's emergency mode: off, standby or active, declared by an administrator or an agency that the city names, for a
 * time that ends by itself.
 *
 * <p>Owns the table {@code city_mode}, to which rows are added and never changed. It tells {@link id.sipakatau.web.Situation}
 * what holds, by which every page knows; it never touches a complaint.
 */
@org.jspecify.annotations.NullMarked
package id.sipakatau.readiness;
