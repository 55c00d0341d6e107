package id.sipakatau.alerting.push;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import org.java_websocket.WebSocket;
import org.java_websocket.drafts.Draft_6455;
import org.java_websocket.handshake.ClientHandshake;
import org.java_websocket.protocols.Protocol;
import org.java_websocket.server.WebSocketServer;

/**
 * A push service as Mozilla's is, for one Firefox on this machine: takes messages by HTTP, checks who sends them, and hands
 * them on, sealed as they are, by a WebSocket. Firefox gets its address by {@link #settings()}.
 */
public final class MozillaService implements AutoCloseable {

    private static final int DECRYPTED = 100;

    /** @param sender the key that alone may send there, in Base64 */
    private record Channel(String id, String sender) {}

    private final HttpServer mailbox;
    private final Lines lines = new Lines();
    private final Map<String, Channel> channels = new ConcurrentHashMap<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private volatile String browser = fresh();

    public MozillaService() {
        try {
            mailbox = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        mailbox.createContext("/", this::receive);
        mailbox.start();
        lines.start();
        lines.ready.join();
    }

    /** The settings by which Firefox comes to this service. */
    public Map<String, Object> settings() {
        return Map.of(
                "dom.push.serverURL",
                "ws://127.0.0.1:%d/".formatted(lines.getPort()),
                "dom.push.testing.allowInsecureServerURL",
                true,
                "dom.push.testing.ignorePermission",
                true,
                "dom.push.retryBaseInterval",
                100);
    }

    /** What a push service would refuse, and what the browser could not open. */
    public List<String> faults() {
        return faults;
    }

    /** From now on all subscriptions are gone; the browser does not know. */
    public void forget() {
        channels.clear();
    }

    /** Takes the browser for a new one, so that it has to subscribe anew. */
    public void renew() {
        channels.clear();
        browser = fresh();
        lines.getConnections().forEach(WebSocket::close);
    }

    @Override
    public void close() {
        mailbox.stop(0);
        try {
            lines.stop(1000);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void receive(HttpExchange exchange) throws IOException {
        var body = exchange.getRequestBody().readAllBytes();
        exchange.sendResponseHeaders(take(exchange, body), -1);
        exchange.close();
    }

    private int take(HttpExchange exchange, byte[] body) {
        var channel = channels.get(exchange.getRequestURI().getPath());
        if (channel == null) {
            return 410;
        }
        try {
            var sender = SenderCheck.check(exchange.getRequestHeaders()::getFirst, URI.create(address()));
            SenderCheck.require(sender.equals(channel.sender), "sender");
        } catch (GeneralSecurityException | IOException | RuntimeException e) {
            faults.add(e.toString());
            return 403;
        }
        var headers = new JsonObject();
        headers.addProperty("encoding", "aes128gcm");
        var message = new JsonObject();
        message.addProperty("messageType", "notification");
        message.addProperty("channelID", channel.id);
        message.addProperty("version", fresh());
        message.addProperty("data", Base64.getUrlEncoder().withoutPadding().encodeToString(body));
        message.add("headers", headers);
        lines.broadcast(message.toString());
        return 201;
    }

    /** What a browser says by its line, and the answer; empty if there is none. */
    private String answer(String said) {
        var asked = JsonParser.parseString(said).getAsJsonObject();
        var answer = new JsonObject();
        if (!asked.has("messageType")) {
            // Only wants to know whether somebody is there.
            return answer.toString();
        }
        var type = asked.get("messageType").getAsString();
        answer.addProperty("messageType", type);
        answer.addProperty("status", 200);
        answer.add("channelID", asked.get("channelID"));
        switch (type) {
            case "hello" -> {
                answer.addProperty("uaid", browser);
                answer.addProperty("use_webpush", true);
                answer.add("broadcasts", new JsonObject());
            }
            case "register" -> {
                var path = "/wpush/v2/" + fresh();
                channels.put(
                        path,
                        new Channel(
                                asked.get("channelID").getAsString(),
                                asked.get("key").getAsString().replace("=", "")));
                answer.addProperty("pushEndpoint", address() + path);
            }
            case "unregister" -> {
                var id = asked.get("channelID").getAsString();
                channels.values().removeIf(channel -> channel.id.equals(id));
            }
            case "ack" -> {
                if (!isDecrypted(asked.getAsJsonArray("updates"))) {
                    faults.add(said);
                }
                return "";
            }
            default -> {
                // What else Firefox asks for, news of its maker, never comes.
                return "";
            }
        }
        return answer.toString();
    }

    private static boolean isDecrypted(JsonArray updates) {
        return updates.asList().stream()
                .allMatch(each -> each.getAsJsonObject().get("code").getAsInt() == DECRYPTED);
    }

    private String address() {
        return "http://127.0.0.1:" + mailbox.getAddress().getPort();
    }

    private static String fresh() {
        return UUID.randomUUID().toString();
    }

    /** The lines to the browser. Quarkus switches WebSockets off in the Vert.x of this process. */
    private final class Lines extends WebSocketServer {

        final CompletableFuture<Void> ready = new CompletableFuture<>();

        Lines() {
            super(
                    new InetSocketAddress(InetAddress.getLoopbackAddress(), 0),
                    1,
                    List.of(new Draft_6455(List.of(), List.of(new Protocol("push-notification")))));
        }

        @Override
        public void onStart() {
            ready.complete(null);
        }

        @Override
        public void onMessage(WebSocket line, String said) {
            var answer = answer(said);
            if (!answer.isEmpty()) {
                line.send(answer);
            }
        }

        @Override
        public void onOpen(WebSocket line, ClientHandshake asked) {
            // The browser says hello.
        }

        @Override
        public void onClose(WebSocket line, int code, String reason, boolean byBrowser) {
            // It comes again by itself.
        }

        @Override
        public void onError(WebSocket line, Exception fault) {
            faults.add(fault.toString());
        }
    }
}
