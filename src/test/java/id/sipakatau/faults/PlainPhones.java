package id.sipakatau.faults;

import static java.net.http.HttpResponse.BodyHandlers.ofString;

import id.sipakatau.intake.Sending;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** The protocol written down a second time, in Java, for machines without a browser; sends eight complaints at a time. */
final class PlainPhones implements Phones {

    private static final int PHONES = 8;
    private static final String BOUNDARY = "----line";

    private final URI line;
    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final ExecutorService phones = Executors.newFixedThreadPool(PHONES);
    private final AtomicInteger open = new AtomicInteger();

    PlainPhones(int port) {
        line = URI.create("http://127.0.0.1:" + port);
    }

    @Override
    public void write(Written complaint) {
        open.incrementAndGet();
        phones.execute(() -> {
            while (!isSent(complaint)) {
                rest();
            }
            open.decrementAndGet();
        });
    }

    @Override
    public int goOn() {
        rest();
        return open.get();
    }

    @Override
    public void close() {
        phones.shutdownNow();
        client.shutdownNow();
    }

    private boolean isSent(Written complaint) {
        try {
            for (var photo : complaint.photos()) {
                var address = line.resolve(Sending.address(complaint.id(), Sending.sha256(photo.full())));
                if (status(HttpRequest.newBuilder(address).HEAD()) != 200) {
                    var put = HttpRequest.newBuilder(address)
                            .header("Photo-Source", photo.source())
                            .PUT(BodyPublishers.ofByteArray(photo.full()));
                    if (status(put) / 100 != 2) {
                        return false;
                    }
                }
            }
            var answer = send(HttpRequest.newBuilder(line.resolve("/api/v1/complaints"))
                    .header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                    .POST(BodyPublishers.ofString(form(complaint))));
            return answer.statusCode() / 100 == 2 && answer.body().contains("trackingNumber");
        } catch (IOException bad) {
            return false;
        }
    }

    private int status(HttpRequest.Builder request) throws IOException {
        return send(request).statusCode();
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws IOException {
        try {
            return client.send(request.timeout(Duration.ofSeconds(30)).build(), ofString());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(e);
        }
    }

    private static String form(Written complaint) {
        var form = new StringBuilder(part("id", complaint.id()));
        complaint.fields().forEach((name, value) -> form.append(part(name, value)));
        complaint.photos().forEach(photo -> form.append(part("photo", Sending.sha256(photo.full()))));
        return form.append("--" + BOUNDARY + "--\r\n").toString();
    }

    private static String part(String name, String value) {
        return "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n" + value + "\r\n";
    }

    private static void rest() {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
    }
}
