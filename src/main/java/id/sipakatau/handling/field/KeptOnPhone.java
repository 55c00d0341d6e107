package id.sipakatau.handling.field;

import id.sipakatau.identity.Visitor;
import jakarta.ws.rs.NameBinding;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/**
 * A page that an operator's phone may keep for the field, until its operator signs out or another one signs in. All other
 * pages of staff are for the moment alone: a browser is told not to store them, and the worker keeps only what names an
 * account to keep it for.
 */
@NameBinding
@Retention(RetentionPolicy.RUNTIME)
public @interface KeptOnPhone {

    @Provider
    @KeptOnPhone
    final class Headers implements ContainerResponseFilter {

        private final Visitor visitor;

        Headers(Visitor visitor) {
            this.visitor = visitor;
        }

        @Override
        public void filter(ContainerRequestContext request, ContainerResponseContext response) {
            if (request.getMethod().equals("GET") && response.getStatus() == 200) {
                visitor.signedIn()
                        .ifPresent(person -> response.getHeaders()
                                .putSingle("Kept-For", person.account().toString()));
            }
        }
    }
}
