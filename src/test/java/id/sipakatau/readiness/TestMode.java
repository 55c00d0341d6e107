package id.sipakatau.readiness;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.journal.Actor;
import id.sipakatau.web.Situation;
import id.sipakatau.web.Situation.Declared;
import id.sipakatau.web.Situation.Level;
import io.quarkus.arc.Arc;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** The emergency mode for tests of any module; whoever declares it ends it, since all tests share one city. */
public final class TestMode {

    public static final String MESSAGE = "Banjir di Manggala, jauhi kanal.";

    private TestMode() {}

    /** Declares a mode for six hours. */
    public static void declare(Level level) {
        set(new Declared(level, MESSAGE, null, Instant.now().plus(Duration.ofHours(6))));
    }

    /** Makes it an ordinary day again, if it is none. */
    public static void end() {
        if (bean(Situation.class).current() != null) {
            set(null);
        }
    }

    /** Id of the last declaration, 0 for none. */
    static long lastSeen() {
        return bean(Jdbi.class).withHandle(handle -> bean(CityModes.class).newest(handle, 1)).stream()
                .mapToLong(CityModes.Declaration::id)
                .findFirst()
                .orElse(0);
    }

    private static void set(@Nullable Declared wanted) {
        assertThat(bean(CityModes.class).declare(wanted, "Tes", lastSeen(), Actor.administrator(UUID.randomUUID())))
                .isTrue();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
