package id.sipakatau.identity;

import id.sipakatau.web.Problem;
import io.vertx.ext.web.RoutingContext;
import jakarta.inject.Inject;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Marks what only a citizen who is signed in may do, whichever roles of staff the same browser has. Everybody else is asked
 * to sign in. Nothing keeps the answers.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface CitizensOnly {

    @Provider
    @CitizensOnly
    final class Gate implements ContainerRequestFilter, ContainerResponseFilter {

        @Inject
        Citizen citizen;

        @Inject
        RoutingContext request;

        @Override
        public void filter(ContainerRequestContext context) {
            if (citizen.account().isPresent()) {
                return;
            }
            if (!context.getMethod().equals("GET")) {
                throw new Problem(401, "akun_signed_out").back("/akun/masuk");
            }
            var wanted = URLEncoder.encode(request.request().uri(), StandardCharsets.UTF_8);
            context.abortWith(
                    Response.seeOther(URI.create("/akun/masuk?ke=" + wanted)).build());
        }

        @Override
        public void filter(ContainerRequestContext context, ContainerResponseContext response) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
        }
    }
}
