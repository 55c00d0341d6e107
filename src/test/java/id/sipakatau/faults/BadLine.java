package id.sipakatau.faults;

import static java.nio.charset.StandardCharsets.ISO_8859_1;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.regex.Pattern;

/**
 * A line between phones and the server that cuts, delays, repeats and truncates what is sent over it, by a fixed seed. Only
 * the sending of complaints suffers; pages and scripts come through.
 */
final class BadLine implements AutoCloseable {

    private static final Pattern SENDING =
            Pattern.compile("(POST|PUT|HEAD) /(api/v1/complaints|ikuti/[^/]+/photos/).*");
    private static final Pattern LENGTH = Pattern.compile("(?im)^content-length:\\s*(\\d+)\\s*$");
    private static final Duration LONGEST_DELAY = Duration.ofMillis(1_500);
    private static final int SERVER_PATIENCE = 60_000;

    /** A request as it came; its body is never in chunks here. */
    private record Request(byte[] head, byte[] body) {

        boolean isSending() {
            return SENDING.matcher(firstLine()).matches();
        }

        String firstLine() {
            var text = new String(head, ISO_8859_1);
            return text.substring(0, text.indexOf("\r\n"));
        }

        byte[] bytes() {
            var all = new ByteArrayOutputStream();
            all.writeBytes(head);
            all.writeBytes(body);
            return all.toByteArray();
        }

        /** Without the end of its body, and as if that had never been there. */
        Request shortened(int length) {
            var fitting = LENGTH.matcher(new String(head, ISO_8859_1)).replaceFirst("Content-Length: " + length);
            return new Request(fitting.getBytes(ISO_8859_1), java.util.Arrays.copyOf(body, length));
        }

        /** One request a connection, so that the end of the answer is the end of the connection. */
        Request alone() {
            var text = new String(head, ISO_8859_1).replaceFirst("(?im)^connection:.*\r\n", "");
            var end = text.indexOf("\r\n") + 2;
            var closing = text.substring(0, end) + "Connection: close\r\n" + text.substring(end);
            return new Request(closing.getBytes(ISO_8859_1), body);
        }
    }

    private final ServerSocket door;
    private final Random random;
    private final double share;
    private final Map<Fault, AtomicInteger> counts = new EnumMap<>(Fault.class);
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private volatile int server;

    /** @param share of the requests that something happens to, 0 to 1 */
    BadLine(long seed, double share) throws IOException {
        random = new Random(seed);
        this.share = share;
        for (var fault : Fault.values()) {
            counts.put(fault, new AtomicInteger());
        }
        door = new ServerSocket(0, 100, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    /** Where the server listens from now on. */
    void leadTo(int port) {
        server = port;
    }

    int count(Fault fault) {
        return counts.get(fault).get();
    }

    @Override
    public void close() throws IOException {
        door.close();
        threads.shutdownNow();
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var client = door.accept();
                threads.execute(() -> serve(client));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void serve(Socket client) {
        try (client) {
            var request = read(client.getInputStream());
            if (request == null) {
                return;
            }
            var fault = request.isSending() ? pick() : Fault.NONE;
            if (request.isSending()) {
                counts.get(fault).incrementAndGet();
            }
            pass(request.alone(), fault, client);
        } catch (IOException gone) {
            // That is what bad lines are like; whoever sent it will send it again.
        }
    }

    private void pass(Request request, Fault fault, Socket client) throws IOException {
        switch (fault) {
            case NONE, NO_SERVER -> answer(request, client, Integer.MAX_VALUE);
            case DELAYED -> {
                wait(LONGEST_DELAY);
                answer(request, client, Integer.MAX_VALUE);
            }
            case REQUEST_CUT -> {
                var bytes = request.bytes();
                try (var line = connect()) {
                    line.getOutputStream().write(bytes, 0, number(bytes.length));
                    line.getOutputStream().flush();
                }
            }
            case REQUEST_SHORTENED ->
                answer(
                        request.body.length == 0 ? request : request.shortened(number(request.body.length)),
                        client,
                        Integer.MAX_VALUE);
            case ANSWER_LOST -> exchange(request);
            case ANSWER_CUT -> answer(request, client, number(400));
            case DOUBLED -> {
                threads.execute(() -> quietly(request));
                answer(request, client, Integer.MAX_VALUE);
            }
            case REPEATED_LATER -> {
                answer(request, client, Integer.MAX_VALUE);
                threads.execute(() -> {
                    wait(LONGEST_DELAY);
                    quietly(request);
                });
            }
        }
    }

    private void quietly(Request request) {
        try {
            exchange(request);
        } catch (IOException gone) {
            // Nobody waits for it.
        }
    }

    private byte[] exchange(Request request) throws IOException {
        try (var line = connect()) {
            line.getOutputStream().write(request.bytes());
            return line.getInputStream().readAllBytes();
        }
    }

    private void answer(Request request, Socket client, int most) throws IOException {
        try (var line = connect()) {
            line.getOutputStream().write(request.bytes());
            var buffer = new byte[1 << 16];
            var left = most;
            for (int read = line.getInputStream().read(buffer); read >= 0 && left > 0; ) {
                client.getOutputStream().write(buffer, 0, Math.min(read, left));
                left -= read;
                read = left > 0 ? line.getInputStream().read(buffer) : -1;
            }
        }
    }

    private Socket connect() throws IOException {
        var line = new Socket();
        try {
            line.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), server), 2_000);
            line.setSoTimeout(SERVER_PATIENCE);
            return line;
        } catch (IOException refused) {
            line.close();
            counts.get(Fault.NO_SERVER).incrementAndGet();
            throw refused;
        }
    }

    private synchronized Fault pick() {
        if (random.nextDouble() >= share) {
            return Fault.NONE;
        }
        var faults = new Fault[] {
            Fault.DELAYED,
            Fault.REQUEST_CUT,
            Fault.REQUEST_SHORTENED,
            Fault.ANSWER_LOST,
            Fault.ANSWER_CUT,
            Fault.DOUBLED,
            Fault.REPEATED_LATER
        };
        return faults[random.nextInt(faults.length)];
    }

    private synchronized int number(int below) {
        return random.nextInt(below);
    }

    private void wait(Duration most) {
        LockSupport.parkNanos(Duration.ofMillis(number((int) most.toMillis())).toNanos());
    }

    private static Request read(InputStream in) throws IOException {
        var head = new ByteArrayOutputStream();
        int last = 0;
        for (int b = in.read(); b >= 0; b = in.read()) {
            head.write(b);
            last = last << 8 | b;
            if (last == 0x0d0a0d0a) {
                var length = LENGTH.matcher(head.toString(ISO_8859_1));
                var body = in.readNBytes(length.find() ? Integer.parseInt(length.group(1)) : 0);
                return new Request(head.toByteArray(), body);
            }
        }
        return null;
    }
}
