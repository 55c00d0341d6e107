package id.sipakatau.database;

import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.lang.reflect.Type;
import java.util.Optional;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;
import org.jdbi.v3.core.config.ConfigRegistry;
import org.jdbi.v3.core.generic.GenericTypes;
import org.jdbi.v3.core.mapper.RowMapper;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jdbi.v3.postgres.PostgresPlugin;

/** Opens the database as the whole program sees it: PostgreSQL's types, and a record for a row by its component names. */
public final class Database {

    Database() {}

    @Produces
    @Singleton
    static Jdbi pooled(DataSource pool) {
        return on(pool);
    }

    /** Jdbi on any source of connections, set up as in the running program. */
    public static Jdbi on(DataSource source) {
        return Jdbi.create(source).installPlugin(new PostgresPlugin()).registerRowMapper(Database::recordMapper);
    }

    private static Optional<RowMapper<?>> recordMapper(Type type, ConfigRegistry config) {
        var raw = GenericTypes.getErasedType(type);
        return raw.isRecord() ? Optional.of(ConstructorMapper.of(raw)) : Optional.empty();
    }
}
