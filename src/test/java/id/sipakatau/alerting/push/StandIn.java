package id.sipakatau.alerting.push;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyPair;
import java.security.SecureRandom;
import java.security.interfaces.ECPublicKey;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Cipher;
import javax.crypto.KeyAgreement;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** A push service and the browser behind it: checks who sends as RFC 8292 says, and opens what it gets as RFC 8291 says. */
public final class StandIn implements AutoCloseable {

    private final KeyPair keys = P256.fresh();
    private final byte[] auth = new byte[16];
    private final List<String> shown = new CopyOnWriteArrayList<>();
    private final List<String> faults = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile int answer = 201;
    private volatile String retryAfter = "0";
    private volatile int asked;

    public StandIn() {
        new SecureRandom().nextBytes(auth);
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.createContext("/", this::receive);
        server.start();
    }

    /** What the browser tells the site when it subscribes. */
    public String subscription() {
        return "{\"endpoint\":\"%s\",\"keys\":{\"p256dh\":\"%s\",\"auth\":\"%s\"}}"
                .formatted(endpoint(), base64(P256.bytes((ECPublicKey) keys.getPublic())), base64(auth));
    }

    public String endpoint() {
        return "http://127.0.0.1:" + server.getAddress().getPort() + "/browser";
    }

    public void answerWith(int status, String retryAfterSeconds) {
        answer = status;
        retryAfter = retryAfterSeconds;
    }

    /** What arrived and was taken, opened. */
    public List<String> shown() {
        return shown;
    }

    /** What a push service would refuse. */
    public List<String> faults() {
        return faults;
    }

    public int asked() {
        return asked;
    }

    @Override
    public void close() {
        server.stop(0);
    }

    private synchronized void receive(HttpExchange exchange) throws IOException {
        asked++;
        var body = exchange.getRequestBody().readAllBytes();
        try {
            SenderCheck.check(exchange.getRequestHeaders()::getFirst, URI.create(endpoint()));
            if (answer < 300) {
                shown.add(new String(opened(body), StandardCharsets.UTF_8));
            }
        } catch (GeneralSecurityException | RuntimeException e) {
            faults.add(e.toString());
        }
        exchange.getResponseHeaders().set("Retry-After", retryAfter);
        exchange.sendResponseHeaders(answer, -1);
        exchange.close();
    }

    private byte[] opened(byte[] body) throws GeneralSecurityException {
        var buffer = ByteBuffer.wrap(body);
        var salt = new byte[16];
        buffer.get(salt);
        SenderCheck.require(buffer.getInt() == 4096 && buffer.get() == 65, "header of aes128gcm");
        var sender = new byte[65];
        buffer.get(sender);
        var agreement = KeyAgreement.getInstance("ECDH");
        agreement.init(keys.getPrivate());
        agreement.doPhase(P256.publicKey(sender), true);
        var info = ByteBuffer.allocate(14 + 130)
                .put("WebPush: info\0".getBytes(StandardCharsets.US_ASCII))
                .put(P256.bytes((ECPublicKey) keys.getPublic()))
                .put(sender)
                .array();
        var input = mac(mac(auth, agreement.generateSecret()), info, 32);
        var root = mac(salt, input);
        var cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                Cipher.DECRYPT_MODE,
                new SecretKeySpec(mac(root, ascii("Content-Encoding: aes128gcm\0"), 16), "AES"),
                new GCMParameterSpec(128, mac(root, ascii("Content-Encoding: nonce\0"), 12)));
        var padded = cipher.doFinal(body, buffer.position(), buffer.remaining());
        int end = padded.length - 1;
        while (padded[end] == 0) {
            end--;
        }
        SenderCheck.require(padded[end] == 2, "last record");
        return Arrays.copyOf(padded, end);
    }

    private static byte[] mac(byte[] key, byte[] info, int length) throws GeneralSecurityException {
        var counted = Arrays.copyOf(info, info.length + 1);
        counted[info.length] = 1;
        return Arrays.copyOf(mac(key, counted), length);
    }

    private static byte[] mac(byte[] key, byte[] message) throws GeneralSecurityException {
        var mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(key, "HmacSHA256"));
        return mac.doFinal(message);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
