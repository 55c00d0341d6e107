package id.sipakatau.faults;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.intake.Sending;
import id.sipakatau.launch.Program;
import id.sipakatau.testing.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Complaints sent over a bad line to a server that is killed again and again: all arrive, none twice, none without its
 * photos. {@code bin/faults} runs it large; in {@code bin/test} it is small.
 */
class FaultsIT {

    private static final int COMPLAINTS = Integer.getInteger("sipakatau.faults", 40);
    private static final int KILLS = COMPLAINTS >= 500 ? 5 : 1;
    private static final long SEED = Long.getLong("sipakatau.faults.seed", 1607);
    private static final double SHARE = 0.35;
    private static final int UNDER_WAY = 48;
    private static final Duration PATIENCE = Duration.ofMinutes(5);
    private static final Map<String, String> ENVIRONMENT = Map.of("SIPAKATAU_INTAKE_FILINGS_PER_HOUR", "1000000");

    @TempDir
    Path temporary;

    private final List<String> faults = new ArrayList<>();
    private @Nullable Program program;

    @AfterEach
    void stop() throws InterruptedException {
        if (program != null) {
            program.close();
        }
    }

    @Test
    void everything_arrives_once_with_all_its_photos_byte_for_byte() throws Exception {
        var browser = Chromium.isInstalled() && !Boolean.getBoolean("sipakatau.faults.plain");
        var began = Instant.now();
        var data = temporary.resolve("data");
        var written = new ArrayList<Written>();
        try (var line = new BadLine(SEED, SHARE)) {
            start(data, line);
            try (Phones phones = browser ? new OutboxPhones(line.port()) : new PlainPhones(line.port())) {
                sendAll(phones, browser, written, data, line);
            }
            running().terminate();
            noteFaults();
            var aftermath = Aftermath.of(data, written);
            tell(browser, aftermath, line, written, Duration.between(began, Instant.now()));
            assertThat(aftermath.wrong()).isEmpty();
            assertThat(faults).as("faults of the program").isEmpty();
            assertLossWouldBeSeen(data, written);
        }
    }

    /** Whoever counts has to notice what is not there: a complaint that was never sent, and a file that was lost. */
    private static void assertLossWouldBeSeen(Path data, List<Written> written) throws IOException {
        var more = new ArrayList<>(written);
        more.add(Written.number(COMPLAINTS, new Random(SEED), false));
        var lost = Sending.sha256(written.getFirst().photos().getFirst().full());
        Files.delete(
                data.resolve("photos/original").resolve(lost.substring(0, 2)).resolve(lost));
        assertThat(Aftermath.of(data, more).wrong())
                .anyMatch(words -> words.contains("has lost the file of photo 1"))
                .anyMatch(words -> words.contains("is not there"));
    }

    private void sendAll(Phones phones, boolean browser, List<Written> written, Path data, BadLine line)
            throws IOException, InterruptedException {
        var random = new Random(SEED);
        int kills = 0;
        int open = 0;
        int best = 0;
        var began = Instant.now();
        var moved = began;
        while (written.size() < COMPLAINTS || open > 0) {
            while (written.size() < COMPLAINTS && open < UNDER_WAY) {
                var complaint = Written.number(written.size(), random, browser && written.size() % 4 == 0);
                written.add(complaint);
                phones.write(complaint);
                open++;
            }
            open = phones.goOn();
            int arrived = written.size() - open;
            if (kills < KILLS && arrived >= COMPLAINTS * (kills + 1) / (KILLS + 1)) {
                kill(kills % 2 == 0);
                say("%d of %d arrived; the server was killed".formatted(arrived, COMPLAINTS));
                phones.goOn();
                start(data, line);
                kills++;
                moved = Instant.now();
            }
            if (arrived * 10 / COMPLAINTS > best * 10 / COMPLAINTS) {
                say("%d of %d arrived after %d s"
                        .formatted(
                                arrived,
                                COMPLAINTS,
                                Duration.between(began, Instant.now()).toSeconds()));
            }
            if (arrived > best) {
                best = arrived;
                moved = Instant.now();
            } else if (Instant.now().isAfter(moved.plus(PATIENCE))) {
                throw new AssertionError(
                        open + " complaints do not get through:\n" + running().said());
            }
        }
        assertThat(kills).isEqualTo(KILLS);
    }

    /** @param withDatabase as when the power fails: what is kept for a while only is gone then */
    private void kill(boolean withDatabase) throws IOException, InterruptedException {
        running().kill();
        if (withDatabase) {
            running().databaseProcesses().forEach(ProcessHandle::destroyForcibly);
        }
        noteFaults();
    }

    private void noteFaults() throws IOException {
        running().said().lines().filter(line -> line.contains(" Fault ")).forEach(faults::add);
    }

    private void start(Path data, BadLine line) throws IOException {
        program = Program.start(data, ENVIRONMENT, "--empty");
        program.awaitReady();
        line.leadTo(program.port());
    }

    private Program running() {
        return Objects.requireNonNull(program);
    }

    private static void tell(boolean browser, Aftermath found, BadLine line, List<Written> written, Duration time) {
        var photos = written.stream().mapToInt(each -> each.photos().size()).sum();
        say(
                "%s: %d complaints with %d photos written, %d with %d arrived, in %d s; %d kills; %d photos wait for nothing"
                        .formatted(
                                browser ? "The phone's outbox in Chromium" : "A plain client",
                                written.size(),
                                photos,
                                found.complaints(),
                                found.photos(),
                                time.toSeconds(),
                                KILLS,
                                found.left()));
        say(Stream.of(Fault.values())
                .map(fault -> fault.name().toLowerCase(java.util.Locale.ROOT) + " " + line.count(fault))
                .collect(Collectors.joining(", ", "Requests: ", "")));
        found.wrong().forEach(FaultsIT::say);
    }

    @SuppressWarnings("SystemOut") // progress for whoever runs bin/faults
    private static void say(String words) {
        System.out.println(words);
    }
}
