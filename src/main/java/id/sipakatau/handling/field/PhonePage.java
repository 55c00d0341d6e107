package id.sipakatau.handling.field;

import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.annotation.security.PermitAll;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;

/**
 * What is on an operator's phone: what waits for a network, and the cases that open without one. A script draws it from the
 * phone, the page itself holds nothing of anybody: so it can be kept, and stands where another page is not.
 */
@Path("/operator/ponsel")
@PermitAll
@Produces(MediaType.TEXT_HTML)
class PhonePage {

    @CheckedTemplate(basePath = "handling")
    static class Templates {
        static native TemplateInstance phone();
    }

    @GET
    public TemplateInstance show() {
        return Templates.phone();
    }
}
