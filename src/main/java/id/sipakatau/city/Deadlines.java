package id.sipakatau.city;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How quickly something is to be dealt with, from a date on.
 *
 * @param validFrom first day on which these deadlines hold, for complaints sent on or after it
 * @param validation from sending to the administrator's decision
 * @param firstAnswer from the moment the agency has it to its first word to the reporter; the agency has it once it is
 *     valid, an emergency once it is sent
 * @param resolution from the moment the agency has it to the end of the work
 * @param approval from the end of the work to its approval by somebody else; empty where it counts without that
 */
public record Deadlines(
        LocalDate validFrom,
        Term validation,
        Term firstAnswer,
        Term resolution,
        @Nullable Term approval) {

    /** Those of a list, in the order of their dates, that hold on a day; before the first date the first ones hold. */
    static Deadlines on(LocalDate day, List<Deadlines> all) {
        return all.reversed().stream()
                .filter(candidate -> !candidate.validFrom.isAfter(day))
                .findFirst()
                .orElse(all.getFirst());
    }
}
