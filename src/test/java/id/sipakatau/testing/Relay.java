package id.sipakatau.testing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A line between a browser and the program that can be cut and mended: unlike the browser's own switch it is felt by
 * service workers too. It hands on what comes, and changes nothing.
 */
public final class Relay implements AutoCloseable {

    private final ServerSocket door;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private volatile boolean cut;

    /** @param program address of the program on this machine */
    public Relay(URI program) {
        try {
            door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        port = program.getPort();
        Thread.startVirtualThread(this::accept);
    }

    /** Where the browser goes instead of to the program. */
    public URI address() {
        return URI.create("http://localhost:" + door.getLocalPort() + "/");
    }

    /** From now on no network: what is open breaks, and nothing new comes through. */
    public void cut() {
        cut = true;
        open.forEach(Relay::quietly);
        open.clear();
    }

    public void mend() {
        cut = false;
    }

    private void accept() {
        while (!door.isClosed()) {
            try {
                var caller = door.accept();
                if (cut) {
                    quietly(caller);
                    continue;
                }
                var program = new Socket(InetAddress.getLoopbackAddress(), port);
                // Or each answer waits 40 ms until the other side has confirmed its head; the app keeps dozens of
                // files.
                caller.setTcpNoDelay(true);
                program.setTcpNoDelay(true);
                open.add(caller);
                open.add(program);
                Thread.startVirtualThread(() -> handOn(caller, program));
                Thread.startVirtualThread(() -> handOn(program, caller));
            } catch (IOException closed) {
                if (!door.isClosed()) {
                    throw new UncheckedIOException(closed);
                }
            }
        }
    }

    private void handOn(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException broken) {
            // One side has gone; closing both tells the other.
            cutOne(from, to);
        }
    }

    private void cutOne(Socket from, Socket to) {
        open.remove(from);
        open.remove(to);
    }

    private static void quietly(Socket socket) {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        try {
            door.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        cut();
    }
}
