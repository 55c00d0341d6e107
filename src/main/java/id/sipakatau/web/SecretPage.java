package id.sipakatau.web;

import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Marks a resource whose address is itself a secret: nothing keeps its pages, and no search engine lists them. */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface SecretPage {

    @Provider
    @SecretPage
    final class Headers implements ContainerResponseFilter {

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            response.getHeaders().putSingle("Cache-Control", "no-store");
            response.getHeaders().putSingle("X-Robots-Tag", "noindex, nofollow");
        }
    }
}
