package id.sipakatau.evidence.examination;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.TestVault;
import id.sipakatau.evidence.Unusable;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

@Timeout(120)
class DecodeSlotsTest {

    private static final long MEGABYTE = 1 << 20;

    /** Counts how many are inside at once. */
    private static final class Room {
        private final AtomicInteger inside = new AtomicInteger();
        private final AtomicInteger most = new AtomicInteger();

        Integer visit() {
            most.accumulateAndGet(inside.incrementAndGet(), Math::max);
            for (int i = 0; i < 50; i++) {
                Thread.yield();
            }
            return inside.decrementAndGet();
        }
    }

    @Test
    void no_more_than_the_set_number_work_at_once() throws Exception {
        var room = new Room();
        try (var slots = new DecodeSlots(3, 100 * MEGABYTE)) {
            all(40, () -> slots.run(room::visit));
        }

        assertThat(room.most.get()).isBetween(1, 3);
    }

    @Test
    void no_more_memory_is_taken_than_there_is() throws Exception {
        var room = new Room();
        try (var slots = new DecodeSlots(8, 100 * MEGABYTE)) {
            all(40, () -> slots.run(() -> slots.withMemory(40 * MEGABYTE, room::visit)));
        }

        assertThat(room.most.get()).isBetween(1, 2);
    }

    @Test
    void work_that_needs_more_than_there_is_is_done_alone() throws Exception {
        var room = new Room();
        try (var slots = new DecodeSlots(8, 100 * MEGABYTE)) {
            all(20, () -> slots.run(() -> slots.withMemory(5000 * MEGABYTE, room::visit)));
        }

        assertThat(room.most.get()).isEqualTo(1);
    }

    @Test
    void memory_is_free_again_after_work_that_failed() throws Exception {
        try (var slots = new DecodeSlots(1, 100 * MEGABYTE)) {
            for (int i = 0; i < 5; i++) {
                assertThatThrownBy(() -> slots.run(() -> slots.withMemory(90 * MEGABYTE, () -> {
                            throw new Unusable(Refusal.BROKEN, "on purpose");
                        })))
                        .isInstanceOf(Unusable.class);
            }
            assertThatThrownBy(() -> slots.run(() -> {
                        throw new IOException("disk full");
                    }))
                    .isInstanceOf(IOException.class)
                    .hasMessage("disk full");
            assertThat(slots.<String>run(() -> slots.withMemory(90 * MEGABYTE, () -> "done")))
                    .isEqualTo("done");
        }
    }

    @Test
    void program_that_stops_does_not_wait_for_photos() throws Exception {
        var started = new CountDownLatch(1);
        try (var slots = new DecodeSlots(1, 100 * MEGABYTE);
                var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var waiting = callers.submit(() -> slots.run(() -> {
                started.countDown();
                return slots.withMemory(MEGABYTE, DecodeSlotsTest::untilInterrupted);
            }));
            started.await();

            slots.close();

            assertThatThrownBy(waiting::get).hasRootCauseInstanceOf(IOException.class);
        }
    }

    private static String untilInterrupted() throws IOException {
        try {
            new CountDownLatch(1).await();
            return "never";
        } catch (InterruptedException e) {
            throw new IOException("stopped", e.getCause());
        }
    }

    @Test
    void many_photos_at_once_are_all_taken(@TempDir Path folder) throws Exception {
        var jpeg = Drawn.jpeg(Drawn.scene(400, 300));
        try (var vault = TestVault.in(folder)) {
            all(
                    60,
                    () -> assertThat(vault.keep(Drawn.joined(jpeg, new byte[] {1}))
                                    .width())
                            .isEqualTo(400));

            assertThat(vault.files()).hasSize(3);
        }
    }

    private static void all(int times, Callable<?> work) throws Exception {
        try (var callers = Executors.newVirtualThreadPerTaskExecutor()) {
            var results = new ArrayList<Future<?>>();
            for (int i = 0; i < times; i++) {
                results.add(callers.submit(work));
            }
            for (var result : results) {
                result.get();
            }
        }
    }
}
