package id.sipakatau.readiness;

import id.sipakatau.readiness.CityModes.Declaration;
import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The page of the emergency mode.
 *
 * @param newest what was declared, the newest first
 * @param names of those who declared it, by their accounts
 * @param form the fields of the form
 * @param typed what was sent last, whichever form it was
 * @param errors in words, by field
 * @param more hours by which a mode can be extended
 */
record ModeView(
        Instant now,
        List<Declaration> newest,
        Map<UUID, String> names,
        ModeForm form,
        ModeForm typed,
        Map<String, String> errors,
        List<Integer> more) {

    ModeView showing(ModeForm fields) {
        return new ModeView(now, newest, names, fields, typed, errors, more);
    }

    /** What holds now; empty on ordinary days. */
    public @Nullable Declared current() {
        var declared = last();
        return declared != null && now.isBefore(declared.endsAt()) ? declared : null;
    }

    /** What was declared last and has ended by itself. */
    public @Nullable Declared ended() {
        var declared = last();
        return declared != null && !now.isBefore(declared.endsAt()) ? declared : null;
    }

    /** Id of the last declaration, 0 for none. */
    public long seen() {
        return newest.isEmpty() ? 0 : newest.getFirst().id();
    }

    public List<Level> levels() {
        return List.of(Level.STANDBY, Level.ACTIVE);
    }

    public boolean isChosen(Level level) {
        return level.name().equals(form.mode());
    }

    public boolean isMore(int hours) {
        return hours == typed.moreHours();
    }

    public @Nullable String error(String field) {
        return errors.get(field);
    }

    /** Who declared it; empty where the account is gone. */
    public @Nullable String name(Declaration declaration) {
        return names.get(declaration.declaredBy());
    }

    private @Nullable Declared last() {
        return newest.isEmpty() ? null : newest.getFirst().declared();
    }
}
