package id.sipakatau.app;

import id.sipakatau.web.Assets;
import jakarta.annotation.security.PermitAll;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.stream.Stream;

/**
 * First lines of the operators' own service worker, beside that of the citizens: nothing that staff see passes through
 * the latter, and what one keeps the other doesn't know. What it does stands in {@code js/petugas/worker.js}.
 */
@Path("/petugas-sw.js")
@PermitAll
@Singleton
class StaffWorker {

    /** The one page that opens without a network whatever was opened before; it holds nothing of anybody. */
    private static final List<String> PAGES = List.of("/operator/ponsel");

    private static final List<String> FILES = List.of(
            "css/console.css",
            "css/desk.css",
            "css/handling.css",
            "css/filters.css",
            "css/alarm.css",
            "css/camera.css",
            "css/outbox.css",
            "css/map.css",
            "fonts/",
            "img/",
            "js/alarm.js",
            "js/app.js",
            "js/board-keys.js",
            "js/board.js",
            "js/case-map.js",
            "js/confirm.js",
            "js/directions.js",
            "js/icon.js",
            "js/install.js",
            "js/lapor/camera.js",
            "js/lapor/exif-write.js",
            "js/lapor/exif.js",
            "js/lapor/sensors.js",
            "js/map.js",
            "js/map/",
            "js/mine.js",
            "js/one-at-a-time.js",
            "js/outbox/",
            "js/petugas/",
            "js/proof.js",
            "js/queue.js",
            "js/replies.js",
            "js/save-data.js",
            "js/stream.js",
            "js/texts.js",
            "js/toast.js");

    private final String script;

    StaffWorker() {
        var files = Assets.files().stream()
                .filter(file -> file.matches(".*\\.(css|js|woff2|svg)"))
                .filter(file -> FILES.stream().anyMatch(file::startsWith))
                .filter(file -> !file.equals("js/petugas/worker.js"));
        var others = Stream.of("css/site.css", Worker.LEAFLET + "leaflet.js", Worker.LEAFLET + "leaflet.css");
        var addresses = Stream.concat(files, others).map(Assets::address);
        script = Worker.script(
                "js/petugas/worker.js",
                new Worker.Shell(
                        Assets.VERSION,
                        PAGES,
                        Stream.concat(addresses, Stream.of(Worker.BASE_MAP)).toList(),
                        List.of()));
    }

    @GET
    @Produces("text/javascript")
    public Response script() {
        return Response.ok(script).header("Cache-Control", "no-cache").build();
    }
}
