package id.sipakatau.launch.postgres;

import static java.nio.charset.StandardCharsets.UTF_8;
import static java.util.Objects.requireNonNull;

import id.sipakatau.launch.LaunchFailure;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * The files of one PostgreSQL server and the commands that make, start and stop it.
 *
 * <p>The server is started through {@code pg_ctl}, which puts it into a session of its own: Ctrl-C at the terminal then
 * reaches only this program, and the server goes last.
 */
final class Cluster {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Path files;
    private final PostgresBinaries binaries;
    private final Account account;

    private Cluster(Path files, PostgresBinaries binaries, Account account) {
        this.files = files;
        this.binaries = binaries;
        this.account = account;
    }

    /** The cluster in {@code folder}, made first where there is none; its superuser gets {@code password}. */
    static Cluster in(Path folder, PostgresBinaries binaries, String password)
            throws IOException, InterruptedException {
        var files = folder.resolve("cluster");
        if (!Files.exists(files)) {
            make(folder, binaries, password);
        }
        return new Cluster(
                files, binaries, Account.ofOwner(files).reaching(List.of(files, binaries.program("initdb"))));
    }

    /** Made under another name, so that a half-made cluster is never taken for a whole one. */
    private static void make(Path folder, PostgresBinaries binaries, String password)
            throws IOException, InterruptedException {
        var unfinished = folder.resolve("cluster.new");
        delete(unfinished);
        var account = Account.forNewCluster();
        Files.createDirectory(
                unfinished, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        account.own(unfinished);
        var passwordFile = Files.createTempFile(folder, "initdb", ".password");
        try {
            Files.writeString(passwordFile, password);
            account.own(passwordFile);
            var maker = new Cluster(
                    unfinished,
                    binaries,
                    account.reaching(List.of(unfinished, passwordFile, binaries.program("initdb"))));
            maker.run(
                            "initdb",
                            "-U",
                            EmbeddedPostgres.SUPERUSER,
                            "-E",
                            "UTF8",
                            "--locale-provider=builtin",
                            "--locale=C.UTF-8",
                            "-A",
                            "scram-sha-256",
                            "--pwfile=" + passwordFile)
                    .orThrow("PostgreSQL could not make its files in " + unfinished);
        } finally {
            Files.delete(passwordFile);
        }
        Files.move(unfinished, folder.resolve("cluster"), StandardCopyOption.ATOMIC_MOVE);
    }

    /**
     * Starts the server and returns its port once it answers.
     *
     * @param port the port to use, or 0 for any free one
     */
    int start(int port, Map<String, String> settings) throws IOException, InterruptedException {
        stopWhatACrashLeft();
        var deadline = Instant.now().plus(PATIENCE);
        while (true) {
            var chosen = port == 0 ? freePort() : port;
            configure(chosen, settings);
            var log = files.resolve("server.log");
            if (Files.exists(log)) {
                Files.move(log, files.resolve("server.log.1"), StandardCopyOption.REPLACE_EXISTING);
            }
            var started = run("pg_ctl", "start", "-w", "-t", "" + PATIENCE.toSeconds(), "-s", "-l", log.toString());
            if (started.succeeded()) {
                return chosen;
            }
            var said = Files.exists(log) ? Files.readString(log) : "";
            // The first: children of a killed server take a moment to notice. The second: somebody was faster.
            var passing = said.contains("pre-existing shared memory block") || said.contains("Address already in use");
            if (!passing || Instant.now().isAfter(deadline)) {
                started.orThrow("PostgreSQL could not be started on " + files + "\n" + said);
            }
            Thread.sleep(100);
        }
    }

    /** Stops the server: open transactions are rolled back, everything committed is on disk. */
    void stop() throws IOException, InterruptedException {
        if (postmaster().isPresent()) {
            run("pg_ctl", "stop", "-m", "fast", "-w", "-t", "" + PATIENCE.toSeconds(), "-s")
                    .orThrow("PostgreSQL on " + files + " could not be stopped");
        }
    }

    /** The running server's main process, if it is one of this cluster. */
    Optional<ProcessHandle> postmaster() throws IOException {
        var note = files.resolve("postmaster.pid");
        if (!Files.exists(note)) {
            return Optional.empty();
        }
        var pid =
                Files.readAllLines(note).stream().findFirst().map(String::strip).orElse("");
        // After a crash the number may have gone to quite another program.
        return pid.matches("\\d+")
                ? ProcessHandle.of(Long.parseLong(pid))
                        .filter(ProcessHandle::isAlive)
                        .filter(this::servesThisCluster)
                : Optional.empty();
    }

    /** A process that is dead but not yet collected, as often in containers, has no command line any more. */
    private boolean servesThisCluster(ProcessHandle process) {
        return process.info().commandLine().orElse("").contains(files.toString());
    }

    private void stopWhatACrashLeft() throws IOException, InterruptedException {
        stop();
        Files.deleteIfExists(files.resolve("postmaster.pid"));
    }

    private void configure(int port, Map<String, String> settings) throws IOException {
        var lines = new ArrayList<String>();
        lines.add("# Written by SIPAKATAU at each start. Your own settings go into local.conf beside this file.");
        lines.add("listen_addresses = '127.0.0.1'");
        lines.add("port = " + port);
        try (var defaults = Cluster.class.getResourceAsStream("postgresql.conf")) {
            lines.add(new String(requireNonNull(defaults).readAllBytes(), UTF_8));
        }
        settings.forEach((name, value) -> lines.add(name + " = '" + value + "'"));
        lines.add("include_if_exists = 'local.conf'");
        var configuration = files.resolve("postgresql.conf");
        Files.write(configuration, lines);
        account.own(configuration);
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }

    private Outcome run(String program, String... arguments) throws IOException, InterruptedException {
        var command = new ArrayList<String>();
        command.add(binaries.program(program).toString());
        command.addAll(List.of(arguments));
        command.addAll(List.of("-D", files.toString()));
        var builder = new ProcessBuilder(account.running(command))
                .directory(Path.of("/").toFile())
                .redirectErrorStream(true);
        // PGDATA, PGPORT and the like, meant for other servers, would be obeyed.
        builder.environment().keySet().removeIf(name -> name.startsWith("PG"));
        var process = builder.start();
        process.getOutputStream().close();
        var said = new String(process.getInputStream().readAllBytes(), UTF_8);
        return new Outcome(process.waitFor(), said);
    }

    private static void delete(Path folder) throws IOException {
        if (!Files.exists(folder)) {
            return;
        }
        try (var paths = Files.walk(folder)) {
            for (var path : paths.sorted(Comparator.reverseOrder()).collect(Collectors.toList())) {
                Files.delete(path);
            }
        }
    }

    private record Outcome(int exitCode, String said) {

        boolean succeeded() {
            return exitCode == 0;
        }

        void orThrow(String what) {
            if (!succeeded()) {
                throw new LaunchFailure("Basis data gagal: " + what + "\n" + said, what + " (see above)");
            }
        }
    }
}
