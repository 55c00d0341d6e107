package id.sipakatau.launch;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * Fired at each start, when the program answers requests: observers add the lines that the person at the terminal
 * should read, such as the demo accounts or the first administrator's link.
 *
 * @param demo whether this installation holds demo data
 * @param address where the program answers, such as {@code http://localhost:8080}, without a slash at the end
 */
public record Ready(boolean demo, URI address, List<String> lines) {

    Ready(boolean demo, URI address) {
        this(demo, address, new ArrayList<>());
    }

    public void say(String line) {
        lines.add(line);
    }
}
