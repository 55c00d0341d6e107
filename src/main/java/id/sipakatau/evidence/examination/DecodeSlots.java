package id.sipakatau.evidence.examination;

import id.sipakatau.evidence.Unusable;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;

/**
 * Lets only so many photos be worked on at once, and only so much memory be taken by their decoders together; the others
 * wait their turn.
 *
 * <p>The work is done on threads of its own. A request runs on a virtual thread, and one of these that sits in native code
 * blocks the few threads that carry all the others.
 */
final class DecodeSlots implements AutoCloseable {

    private static final long MEGABYTE = 1 << 20;

    private final ExecutorService threads;
    private final Semaphore memory;
    private final int megabytes;

    /** Work on a file, which may turn out not to be usable. */
    @FunctionalInterface
    interface Work<T> {
        T done() throws IOException, Unusable;
    }

    DecodeSlots(int slots, long bytes) {
        threads = Executors.newFixedThreadPool(
                slots, Thread.ofPlatform().name("photo-", 1).daemon().factory());
        megabytes = (int) (bytes / MEGABYTE);
        memory = new Semaphore(megabytes, true);
    }

    /** Does the work when a slot is free, and waits for its result. */
    <T> T run(Work<T> work) throws IOException, Unusable {
        var result = threads.submit(work::done);
        try {
            return result.get();
        } catch (InterruptedException e) {
            result.cancel(true);
            throw interrupted();
        } catch (ExecutionException e) {
            switch (e.getCause()) {
                case Unusable unusable -> throw unusable;
                case IOException failure -> throw failure;
                case null, default -> throw new IllegalStateException("a photo could not be worked on", e);
            }
        }
    }

    /** Does a part of the work when so much memory is free; if it needs more than there is, when all of it is free. */
    <T> T withMemory(long bytes, Work<T> work) throws IOException, Unusable {
        int taken = (int) Math.min(megabytes, bytes / MEGABYTE + 1);
        try {
            memory.acquire(taken);
        } catch (InterruptedException e) {
            throw interrupted();
        }
        try {
            return work.done();
        } finally {
            memory.release(taken);
        }
    }

    private static InterruptedIOException interrupted() {
        Thread.currentThread().interrupt();
        return new InterruptedIOException("the program stops while a photo is worked on");
    }

    @Override
    public void close() {
        threads.shutdownNow();
    }
}
