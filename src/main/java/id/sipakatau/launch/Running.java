package id.sipakatau.launch;

import io.quarkus.arc.Unremovable;
import io.quarkus.runtime.Quarkus;
import io.quarkus.runtime.QuarkusApplication;
import jakarta.enterprise.event.Event;
import jakarta.inject.Singleton;
import java.net.URI;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The program from the moment it answers requests until it is told to stop. */
@Singleton
@Unremovable
public class Running implements QuarkusApplication {

    private final Installation installation;
    private final Event<Ready> readies;
    private final String host;
    private final int port;
    private final boolean trial;
    private final boolean stopsWhenReady;

    Running(
            Installation installation,
            Event<Ready> readies,
            @ConfigProperty(name = "quarkus.http.host") String host,
            @ConfigProperty(name = "quarkus.http.port") int port,
            @ConfigProperty(name = "sipakatau.trial-run", defaultValue = "false") boolean trial,
            @ConfigProperty(name = "sipakatau.stop-when-ready", defaultValue = "false") boolean stopsWhenReady) {
        this.installation = installation;
        this.readies = readies;
        this.host = host;
        this.port = port;
        this.trial = trial;
        this.stopsWhenReady = stopsWhenReady;
    }

    @Override
    public int run(String... arguments) {
        var ready = new Ready(installation.demo(), URI.create("http://" + name() + ":" + port));
        readies.fire(ready);
        System.out.println(greeting(ready));
        if (trial) {
            new TrialRun(ready.address()).visit();
        } else if (!stopsWhenReady) {
            Quarkus.waitForExit();
        }
        return 0;
    }

    /** What a person on this machine types into the browser. */
    private String name() {
        return switch (host) {
            case "127.0.0.1", "0.0.0.0", "::", "::1" -> "localhost";
            default -> host.contains(":") ? "[" + host + "]" : host;
        };
    }

    private static String greeting(Ready ready) {
        return """

                SIPAKATAU ready at %1$s
                  Pemantauan / Monitoring    %1$s/
                  Buat aduan / Complain      %1$s/lapor
                  Lacak aduan / Track        %1$s/lacak
                  Administrator              %1$s/admin
                  Operator                   %1$s/operator
                %2$s""".formatted(ready.address(), String.join("\n", ready.lines()));
    }
}
