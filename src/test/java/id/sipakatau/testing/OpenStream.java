package id.sipakatau.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
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
        client.sendAsync(HttpRequest.newBuilder(address).build(), BodyHandlers.fromLineSubscriber(new Lines()));
    }

    /** The next event that comes, or came and was not asked for yet. */
    public Event next() throws InterruptedException {
        var event = heard.poll(LONGEST_WAIT_SECONDS, TimeUnit.SECONDS);
        assertThat(event).as("an event").isNotNull();
        return event;
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
