package id.sipakatau.app;

import com.fasterxml.jackson.databind.PropertyNamingStrategies.SnakeCaseStrategy;
import com.fasterxml.jackson.databind.annotation.JsonNaming;
import id.sipakatau.city.City;
import io.quarkus.runtime.configuration.ConfigurationException;
import jakarta.annotation.security.PermitAll;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.Startup;
import jakarta.inject.Singleton;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Where the site says which app may open it without an address bar and catch its links. Source of the form: Digital Asset
 * Links, https://developers.google.com/digital-asset-links/v1/statements.
 */
@Path("/.well-known/assetlinks.json")
@PermitAll
@Singleton
class AssetLinks {

    private static final Pattern FINGERPRINT = Pattern.compile("[0-9A-F]{2}(:[0-9A-F]{2}){31}");

    record Statement(List<String> relation, Target target) {}

    @JsonNaming(SnakeCaseStrategy.class)
    record Target(String namespace, String packageName, List<String> sha256CertFingerprints) {}

    private final List<String> certificates;
    private final String androidPackage;

    AssetLinks(AndroidSettings settings, City city) {
        certificates = settings.certificates().orElse(List.of()).stream()
                .map(AssetLinks::checked)
                .toList();
        androidPackage = city.app().androidPackage();
    }

    /** A fingerprint that is no fingerprint is told at the start, not when the first phone asks. */
    void start(@Observes Startup start) {}

    private static String checked(String certificate) {
        String fingerprint = certificate.strip().toUpperCase(Locale.ROOT);
        if (!FINGERPRINT.matcher(fingerprint).matches()) {
            throw new ConfigurationException(
                    "sipakatau.android.certificates must be SHA-256 fingerprints such as bin/android prints, 32 pairs of"
                            + " hex digits with colons between them, but there is '" + certificate + "'");
        }
        return fingerprint;
    }

    @GET
    @Produces(MediaType.APPLICATION_JSON)
    public Response statements() {
        if (certificates.isEmpty()) {
            throw new NotFoundException();
        }
        var target = new Target("android_app", androidPackage, certificates);
        var relations =
                List.of("delegate_permission/common.handle_all_urls", "delegate_permission/common.use_as_origin");
        return Response.ok(List.of(new Statement(relations, target)))
                .header("Cache-Control", "public, max-age=3600")
                .build();
    }
}
