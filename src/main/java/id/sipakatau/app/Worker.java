package id.sipakatau.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import id.sipakatau.web.Assets;
import id.sipakatau.web.SiteStyle;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/**
 * The service worker's first lines: which version of the program this is and which files make its shell. What it does
 * stands in {@code js/worker/worker.js}. It changes with every version, by which browsers notice that there is a new one.
 */
@Path("/sw.js")
@PermitAll
@Singleton
class Worker {

    /** Pages that open without a network. */
    private static final List<String> PAGES =
            List.of("/beranda", "/lapor", "/saya", "/darurat", "/lacak", "/pasang", "/luring");

    /** Files of the staff's consoles, and what is only fetched when it is needed. */
    private static final List<String> NOT_ON_A_PHONE = List.of(
            "css/console.css",
            "css/desk.css",
            "css/filters.css",
            "css/siaga.css",
            "css/alarm.css",
            "css/calendar.css",
            "css/handling.css",
            "js/alarm.js",
            "js/calls.js",
            "js/case-map.js",
            "js/one-at-a-time.js",
            "css/akun.css",
            "css/identity.css",
            "js/queue.js",
            "js/board",
            "js/proof.js",
            "js/replies.js",
            "js/stream.js",
            "js/passkey.js",
            "js/petugas/",
            "js/password.js",
            "js/copy.js",
            "js/directions.js",
            "js/vendor/",
            "js/worker/worker.js",
            "img/app/");

    /** As js/map/base.js asks for it. */
    static final String BASE_MAP = "/map/base.json?1";

    static final String LEAFLET = "webjars/leaflet/1.9.4/dist/";

    private final String script;

    Worker() {
        var files = Assets.files().stream()
                .filter(file -> file.matches(".*\\.(css|js|woff2|svg)"))
                .filter(file -> !SiteStyle.PARTS.contains(file))
                .filter(file -> NOT_ON_A_PHONE.stream().noneMatch(file::startsWith))
                .toList();
        var map = Stream.concat(
                        files.stream().filter(Worker::isOfTheMap),
                        Stream.of(LEAFLET + "leaflet.js", LEAFLET + "leaflet.css"))
                .map(Assets::address);
        var withBase = Stream.concat(map, Stream.of(BASE_MAP));
        script = script(
                "js/worker/worker.js",
                new Shell(
                        Assets.VERSION,
                        PAGES,
                        Stream.concat(files.stream(), Stream.of("css/site.css"))
                                .filter(file -> !isOfTheMap(file))
                                .map(Assets::address)
                                .toList(),
                        withBase.toList()));
    }

    /** The few lines that tell a worker what to keep. */
    static String script(String worker, Shell shell) {
        return """
                import { serve } from "%s";

                serve(%s);
                """.formatted(Assets.address(worker), json(shell));
    }

    /**
     * What the worker keeps.
     *
     * @param map what only maps need; left out where data are to be saved
     */
    record Shell(String version, List<String> pages, List<String> files, List<String> map) {}

    @GET
    @Produces("text/javascript")
    public Response script() {
        return Response.ok(script).header("Cache-Control", "no-cache").build();
    }

    private static boolean isOfTheMap(String file) {
        return file.startsWith("js/map/") || file.equals("css/map.css");
    }

    private static String json(Shell shell) {
        try {
            return new ObjectMapper().writeValueAsString(shell);
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
