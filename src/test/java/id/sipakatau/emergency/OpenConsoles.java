package id.sipakatau.emergency;

import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.identity.TestStaff;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Many consoles that are open at the same time, spread over agencies. Each is signed in with an account of its own, listens
 * to the alarm and to the board on a connection each, and fetches the alarm when the stream says so, as the page's script does.
 */
final class OpenConsoles implements AutoCloseable {

    private static final int PATIENCE_SECONDS = 30;

    /** A console that heard of a call, and when, as {@link System#nanoTime} tells it. */
    record Rang(String agency, long at) {}

    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final URI address;
    private final List<String> agencies = new ArrayList<>();
    private final BlockingQueue<Rang> rang = new LinkedBlockingQueue<>();
    private final CountDownLatch open;
    private final AtomicInteger broken = new AtomicInteger();

    OpenConsoles(URI address, List<String> among, int many) throws InterruptedException {
        this.address = address;
        open = new CountDownLatch(2 * many);
        for (int i = 0; i < many; i++) {
            var agency = among.get(i % among.size());
            agencies.add(agency);
            var session = TestStaff.operator(agency);
            listen(session, "/operator/darurat/langsung", new Alarm(agency, session));
            listen(session, "/operator/live", new Stream());
        }
        assertThat(open.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("all streams are open")
                .isTrue();
    }

    /** When each console of the agency heard of the call that was made just now. */
    List<Long> heard(String agency) throws InterruptedException {
        var all = agencies.stream().filter(agency::equals).count();
        var times = new ArrayList<Long>();
        while (times.size() < all) {
            var next = rang.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
            assertThat(next)
                    .as("the alarm in console %d of %d", times.size() + 1, all)
                    .isNotNull();
            assertThat(next.agency()).isEqualTo(agency);
            times.add(next.at());
        }
        return times;
    }

    /** How many streams ended and how many alarms could not be fetched. */
    int broken() {
        return broken.get();
    }

    private void listen(String session, String path, Stream stream) {
        client.sendAsync(request(session, path), BodyHandlers.fromLineSubscriber(stream));
    }

    private HttpRequest request(String session, String path) {
        return HttpRequest.newBuilder(address.resolve(path))
                .header("Cookie", "session=" + session)
                .build();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private class Stream implements Flow.Subscriber<String> {

        private boolean first = true;

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (first) {
                first = false;
                open.countDown();
            }
        }

        @Override
        public void onError(Throwable thrown) {
            broken.incrementAndGet();
        }

        @Override
        public void onComplete() {
            broken.incrementAndGet();
        }
    }

    private final class Alarm extends Stream {

        private final String agency;
        private final String session;

        Alarm(String agency, String session) {
            this.agency = agency;
            this.session = session;
        }

        @Override
        public void onNext(String line) {
            super.onNext(line);
            var call = line.contains("\"call\"");
            if (call) {
                rang.add(new Rang(agency, System.nanoTime()));
            }
            if (call || line.contains("\"changed\"")) {
                client.sendAsync(request(session, "/operator/darurat/alarm"), BodyHandlers.discarding())
                        .thenAccept(this::check);
            }
        }

        private void check(HttpResponse<Void> answer) {
            if (answer.statusCode() != 200) {
                broken.incrementAndGet();
            }
        }
    }
}
