package id.sipakatau.emergency;

import id.sipakatau.intake.Sending;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** Citizens who file ordinary complaints meanwhile, so many a second, whether or not the server keeps up. */
final class OtherTraffic implements AutoCloseable {

    private static final String BOUNDARY = "----traffic";

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor();
    private final URI intake;
    private final long began = System.nanoTime();
    private final AtomicInteger accepted = new AtomicInteger();

    /** What went wrong, in words. */
    private final ConcurrentLinkedQueue<String> refused = new ConcurrentLinkedQueue<>();

    OtherTraffic(URI address, int perSecond) {
        intake = address.resolve("/api/v1/complaints");
        timer.scheduleAtFixedRate(this::file, 0, 1_000_000 / perSecond, TimeUnit.MICROSECONDS);
    }

    private void file() {
        var request = HttpRequest.newBuilder(intake)
                .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .POST(BodyPublishers.ofString(complaint()))
                .build();
        client.sendAsync(request, BodyHandlers.ofString()).whenComplete(this::note);
    }

    private void note(@Nullable HttpResponse<String> answer, @Nullable Throwable failed) {
        if (answer != null && answer.statusCode() == 201) {
            accepted.incrementAndGet();
        } else if (!timer.isShutdown()) {
            refused.add(answer == null ? String.valueOf(failed) : answer.statusCode() + " " + answer.body());
        }
    }

    private static String complaint() {
        var complete = Sending.complete().with("id", Sending.newId());
        var form = new StringBuilder();
        for (var field : new String[] {
            "id", "category", "description", "latitude", "longitude", "accuracy", "positionSource", "address"
        }) {
            form.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
                    .append(field)
                    .append("\"\r\n\r\n")
                    .append(complete.field(field))
                    .append("\r\n");
        }
        return form.append("--" + BOUNDARY + "--\r\n").toString();
    }

    /** How many were accepted a second, from the beginning until now. */
    double rate() {
        return accepted.get() * 1e9 / (System.nanoTime() - began);
    }

    Iterable<String> refused() {
        return refused;
    }

    @Override
    public void close() {
        timer.shutdownNow();
        client.shutdownNow();
    }
}
