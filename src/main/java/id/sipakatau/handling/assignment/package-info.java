/**
 * Whose a case is: a person's or a field team's of the agency.
 *
 * <p>Owns the tables {@code agency_team}, {@code agency_team_member} and {@code case_assignment}. An assignment changes
 * nothing of the complaint: neither reporter nor public learn that there is one.
 */
@NullMarked
package id.sipakatau.handling.assignment;

import org.jspecify.annotations.NullMarked;
