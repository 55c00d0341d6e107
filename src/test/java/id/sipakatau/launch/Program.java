package id.sipakatau.launch;

import static java.net.http.HttpResponse.BodyHandlers.discarding;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** The packaged program, running as a process of its own on a free port. */
public final class Program implements AutoCloseable {

    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Path data;
    private final Path output;
    private final int port;
    private final Process process;

    private Program(Path data, Path output, int port, Process process) {
        this.data = data;
        this.output = output;
        this.port = port;
        this.process = process;
    }

    public static Program start(Path data, String... options) throws IOException {
        return start(data, Map.of(), options);
    }

    public static Program start(Path data, Map<String, String> environment, String... options) throws IOException {
        var port = freePort();
        var output = Files.createTempFile("program", ".log");
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dsipakatau.postgresql=" + Path.of("target/postgresql").toAbsolutePath(),
                "-jar",
                "target/quarkus-app/quarkus-run.jar",
                "--port",
                "" + port,
                "--data",
                data.toString()));
        command.addAll(List.of(options));
        var builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().keySet().removeIf(name -> name.startsWith("SIPAKATAU_"));
        builder.environment().putAll(environment);
        return new Program(data, output, port, builder.start());
    }

    public int port() {
        return port;
    }

    public String said() throws IOException {
        return Files.readString(output, UTF_8);
    }

    public void awaitReady() throws IOException {
        await("the ready line")
                .atMost(PATIENCE)
                .until(() -> !process.isAlive() || said().contains("SIPAKATAU ready at"));
        if (!said().contains("SIPAKATAU ready at http://localhost:" + port)) {
            throw new AssertionError("The program did not become ready:\n" + said());
        }
    }

    int statusOf(String path) throws IOException, InterruptedException {
        try (var client = HttpClient.newHttpClient()) {
            var request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + path))
                    .build();
            return client.send(request, discarding()).statusCode();
        }
    }

    /** Asks it to stop, as Ctrl-C or a service manager does, and returns its exit code. */
    public int terminate() throws InterruptedException {
        process.destroy();
        return exitCode();
    }

    int exitCode() throws InterruptedException {
        if (!process.waitFor(PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
            throw new AssertionError("The program is still running");
        }
        return process.exitValue();
    }

    /** As kill -9: no hook runs, and the database server goes on without its program. */
    public void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    /** The main processes of PostgreSQL servers on the data folder. */
    public List<ProcessHandle> databaseProcesses() {
        return ProcessHandle.allProcesses()
                .filter(candidate -> candidate.info().commandLine().orElse("").contains("postgres")
                        && candidate
                                .info()
                                .commandLine()
                                .orElse("")
                                .contains(data.resolve("database").toString())
                        && candidate.pid() != process.pid())
                .toList();
    }

    @Override
    public void close() throws InterruptedException {
        terminate();
    }

    private static int freePort() throws IOException {
        try (var socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        }
    }
}
