package id.sipakatau.monitoring;

import id.sipakatau.city.City;
import id.sipakatau.complaint.Progress;
import id.sipakatau.complaint.TrackingNumber;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Web Monitoring: map and list side by side, one filter for both, held in the address. */
@Path("/")
@PermitAll
@RunOnVirtualThread
@Produces(MediaType.TEXT_HTML)
class MonitoringPage {

    @CheckedTemplate(basePath = "monitoring")
    static class Templates {
        static native TemplateInstance home(Shown shown);

        static native TemplateInstance list(Shown shown);
    }

    /**
     * What the page shows.
     *
     * @param chips one for each progress, with its count and the address that switches it on or off
     * @param older address of the next page of the list; empty on the last one
     * @param follow address of the form by which one is told of what is new there
     */
    record Shown(
            Filter filter,
            View view,
            List<View.Card> cards,
            List<Chip> chips,
            long total,
            boolean filtered,
            @Nullable String older,
            String follow,
            String mapQuery) {}

    record Chip(Progress progress, long count, boolean on, String address) {}

    private final PublicComplaints complaints;
    private final PublicPhotos photos;
    private final View view;
    private final City city;

    MonitoringPage(PublicComplaints complaints, PublicPhotos photos, View view, City city) {
        this.complaints = complaints;
        this.photos = photos;
        this.view = view;
        this.city = city;
    }

    @GET
    public Response home(@Context UriInfo address) {
        var filter = Filter.of(address.getQueryParameters());
        var number = filter.words() == null
                ? null
                : TrackingNumber.parse(filter.words(), city.trackingPrefix()).orElse(null);
        if (number != null && complaints.find(number).isPresent()) {
            return Response.seeOther(UriBuilder.fromPath("/aduan/{number}").build(number))
                    .build();
        }
        return Response.ok(Templates.home(shown(filter, address))).build();
    }

    /** The list alone: for a moved map, a further page, or news. */
    @GET
    @Path("daftar")
    public TemplateInstance list(@Context UriInfo address) {
        return Templates.list(shown(Filter.of(address.getQueryParameters()), address));
    }

    private Shown shown(Filter filter, UriInfo address) {
        var cursor = address.getQueryParameters().getFirst("setelah");
        var after =
                cursor == null ? null : PublicComplaints.Cursor.parse(cursor).orElse(null);
        var listing = complaints.newest(filter, after);
        var counts = complaints.counts(filter);
        var next = listing.next();
        return new Shown(
                filter,
                view,
                view.cards(listing.complaints(), photos.thumbnails(listing.complaints())),
                chips(filter, counts),
                total(filter, counts),
                !filter.isEmpty(),
                next == null ? null : at("/", filter.parameters(), Map.of("setelah", next.toString())),
                at("/kabar-wilayah", followable(filter), Map.of()),
                at("", filter.parameters(), Map.of()));
    }

    private static List<Chip> chips(Filter filter, Map<Progress, Long> counts) {
        return counts.entrySet().stream()
                .map(each -> {
                    var on = each.getKey() == filter.progress();
                    var other = filter.withProgress(on ? null : each.getKey());
                    return new Chip(each.getKey(), each.getValue(), on, at("/", other.parameters(), Map.of()));
                })
                .toList();
    }

    /** The part of a filter that can be followed. */
    private static Map<String, String> followable(Filter filter) {
        var parameters = new LinkedHashMap<String, String>();
        if (filter.kecamatan() != null) {
            parameters.put("wilayah", filter.kecamatan());
        }
        if (filter.category() != null) {
            parameters.put("kategori", filter.category());
        }
        return parameters;
    }

    private static long total(Filter filter, Map<Progress, Long> counts) {
        return filter.progress() == null
                ? counts.values().stream().mapToLong(Long::longValue).sum()
                : counts.getOrDefault(filter.progress(), 0L);
    }

    private static String at(String path, Map<String, String> parameters, Map<String, String> more) {
        var address = UriBuilder.fromPath(path);
        parameters.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        more.forEach((name, value) -> address.queryParam(name, "{" + name + "}"));
        var values = new java.util.HashMap<String, Object>(parameters);
        values.putAll(more);
        return address.buildFromMap(values).toString();
    }
}
