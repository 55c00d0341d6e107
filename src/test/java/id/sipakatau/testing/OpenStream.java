package id.sipakatau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.Flow;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A page that is open somewhere and listens to server-sent events. */
public final class OpenStream implements AutoCloseable {

    private static final int LONGEST_WAIT_SECONDS = 20;

    /**
     * One event.
     *
     * @param at when it arrived, as {@link System#nanoTime} tells it
     */
    public record Event(String data, long at) {}

    private final HttpClient client = HttpClient.newHttpClient();
    private final BlockingQueue<Event> heard = new LinkedBlockingQueue<>();

    /** Opens a stream, which may say something at once. */
    public OpenStream(URI address) {
        this(address, Map.of());
    }

    /** Opens a stream as somebody who has these cookies. */
    public OpenStream(URI address, Map<String, String> cookies) {
        var request = HttpRequest.newBuilder(address);
        cookies.forEach((name, value) -> request.header("Cookie", name + "=" + value));
        client.sendAsync(request.build(), BodyHandlers.fromLineSubscriber(new Lines()));
    }

    /** The next event that comes, or came and was not asked for yet. */
    public Event next() throws InterruptedException {
        var event = heard.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
    }

    /** All that is said until somebody says this, one event a line, with what has come since. */
    public String until(String sign) throws InterruptedException {
        var said = new StringBuilder();
        do {
            var event = next();
            assertThat(event.data()).as("the stream").isNotEqualTo("closed");
            said.append(event.data()).append('\n');
        } while (said.indexOf(sign) < 0);
        for (var event = heard.poll(); event != null; event = heard.poll()) {
            said.append(event.data()).append('\n');
        }
        return said.toString();
    }

    @Override
    public void close() {
        client.shutdownNow();
    }

    private final class Lines implements Flow.Subscriber<String> {

        @Override
        public void onSubscribe(Flow.Subscription subscription) {
            subscription.request(Long.MAX_VALUE);
        }

        @Override
        public void onNext(String line) {
            if (line.startsWith("data:")) {
                heard.add(new Event(line.substring("data:".length()), System.nanoTime()));
            }
        }

        @Override
        public void onError(Throwable thrown) {
            heard.add(new Event(thrown.toString(), System.nanoTime()));
        }

        @Override
        public void onComplete() {
            heard.add(new Event("closed", System.nanoTime()));
        }
    }
}
