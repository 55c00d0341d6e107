package id.sipakatau.launch.command;

import id.sipakatau.launch.Contents;
import id.sipakatau.launch.Installation;
import id.sipakatau.launch.LaunchFailure;
import id.sipakatau.launch.Running;
import id.sipakatau.launch.WrongUsage;
import id.sipakatau.launch.postgres.EmbeddedPostgres;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.annotations.QuarkusMain;
import io.quarkus.runtime.configuration.ConfigurationException;
import io.quarkus.runtime.util.ExceptionUtil;
import io.smallrye.config.ConfigValidationException;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Starts the database, then the program on it; stops the program, then the database. */
@QuarkusMain
public final class Main {

    private static final int FAILED = 1;
    private static final int WRONG_USAGE = 2;
    private static final int SECONDS_TO_STOP = 60;

    Main() {}

    public static void main(String... arguments) {
        var stopped = delayTheEndOfTheProcess();
        var exitCode = FAILED;
        try {
            exitCode = start(Options.parse(List.of(arguments)));
        } catch (WrongUsage e) {
            System.err.println(e.getMessage() + "\n\n" + Options.HELP);
            exitCode = WRONG_USAGE;
        } catch (LaunchFailure e) {
            System.err.println(e.getMessage());
        } finally {
            stopped.countDown();
        }
        System.exit(exitCode);
    }

    /** On Ctrl-C the process ends when its shutdown hooks have returned; this one waits until the database is down. */
    private static CountDownLatch delayTheEndOfTheProcess() {
        var stopped = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                if (!stopped.await(SECONDS_TO_STOP, TimeUnit.SECONDS)) {
                    System.err.println("SIPAKATAU did not stop in time");
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }));
        return stopped;
    }

    private static int start(Options options) {
        if (options.help()) {
            System.out.println(Options.HELP);
            return 0;
        }
        options.port().ifPresent(port -> Settings.set("sipakatau.port", port.toString()));
        options.data().ifPresent(folder -> Settings.set("sipakatau.data", folder.toString()));
        if (options.removesDemo()) {
            return removeDemo();
        }
        refuseTakenPort();

        var external = Settings.get("sipakatau.database-url");
        if (external.isPresent()) {
            // Nobody expects demo data in a database that a city has set up itself, unless they ask for them.
            return run(ServedDatabase.external(external.get()), options, Contents.EMPTY);
        }
        try (var postgres = EmbeddedPostgres.start(data().resolve("database"), binaries(), Map.of())) {
            return run(ServedDatabase.embedded(postgres), options, Contents.DEMO);
        }
    }

    private static int removeDemo() {
        var removal = new DemoRemoval(data());
        Settings.get("sipakatau.database-url")
                .ifPresentOrElse(
                        url -> removal.from(ServedDatabase.external(url)), () -> removal.withDatabase(binaries()));
        System.out.println("Data contoh sudah dihapus. / The demo data are removed.");
        return 0;
    }

    private static Path data() {
        return Path.of(Settings.get("sipakatau.data").orElse("data"));
    }

    /** Where the programs of PostgreSQL are unpacked. */
    private static Path binaries() {
        return Settings.get("sipakatau.postgresql").map(Path::of).orElse(data().resolve("postgresql"));
    }

    private static int run(ServedDatabase database, Options options, Contents usual) {
        database.check(options.contents());
        Settings.set("quarkus.datasource.jdbc.url", database.url());
        database.user().ifPresent(user -> Settings.set("quarkus.datasource.username", user));
        database.password().ifPresent(password -> Settings.set("quarkus.datasource.password", password));
        Settings.set(
                Installation.CONTENTS_OF_NEW, options.contents().orElse(usual).name());

        var result = new AtomicInteger();
        Quarkus.run(Running.class, (exitCode, failure) -> {
            tell(failure);
            result.set(exitCode);
        });
        return result.get();
    }

    /** What stopped the program. Whoever wrote a wrong setting or city file needs the message, anyone else the trace. */
    private static void tell(@Nullable Throwable failure) {
        if (failure == null) {
            return;
        }
        var reason = ExceptionUtil.getRootCause(failure);
        if (reason instanceof ConfigurationException || reason instanceof ConfigValidationException) {
            System.err.println(reason.getMessage());
        } else {
            failure.printStackTrace();
        }
    }

    /** Asked before anything else, because the answer is quick and the rest is not. */
    private static void refuseTakenPort() {
        var host = Settings.get("sipakatau.host").orElse("127.0.0.1");
        var port = Settings.get("sipakatau.port").map(Integer::parseInt).orElse(8080);
        try (var socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(host, port));
        } catch (IOException e) {
            throw new LaunchFailure(
                    "Porta " + port + " pada " + host + " tidak dapat dipakai (" + e.getMessage()
                            + "). Pilih porta lain, misalnya: bin/run --port " + another(port),
                    "Port " + port + " on " + host + " can't be used (" + e.getMessage()
                            + "). Choose another one, for example: bin/run --port " + another(port),
                    e);
        }
    }

    private static int another(int port) {
        return port < 65_535 ? port + 1 : 8081;
    }
}
