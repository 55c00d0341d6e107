package id.sipakatau.launch;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;

/**
 * Visits the main screens a few times, so that the Java machine can note which classes and methods a start and the
 * first visitors need; see {@code remember_start} in {@code bin/lib.sh}.
 */
record TrialRun(URI address) {

    private static final List<String> SCREENS = List.of("/", "/lapor", "/lacak", "/masuk", "/admin", "/q/health");
    private static final int ROUNDS = 5;

    void visit() {
        try (var client = HttpClient.newHttpClient()) {
            for (var round = 0; round < ROUNDS; round++) {
                for (var screen : SCREENS) {
                    client.send(
                            HttpRequest.newBuilder(URI.create(address + screen)).build(), BodyHandlers.discarding());
                }
            }
        } catch (IOException e) {
            throw new IllegalStateException("The trial run could not visit its own screens", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
