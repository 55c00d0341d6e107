package id.sipakatau.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.Variant;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class DerivativeTest {

    private static final Digest DIGEST = Digest.ofContent(new byte[] {1});
    private static final Derivative PICTURE = new Derivative(DIGEST, 1, Path.of("picture.jpg"));

    @Test
    void everybody_may_keep_a_public_picture_for_a_while() {
        var response = PICTURE.toEverybody(new Asking(null), Duration.ofMinutes(5));

        assertThat(response.getStatus()).isEqualTo(200);
        assertThat(response.getEntity()).isEqualTo(PICTURE.file());
        assertThat(response.getMediaType()).hasToString("image/jpeg");
        assertThat(response.getEntityTag()).isEqualTo(new EntityTag(DIGEST.hex()));
        assertThat(response.getHeaderString("Cache-Control")).contains("public", "max-age=300");
    }

    @Test
    void picture_for_staff_is_kept_by_nobody_else() {
        var response = PICTURE.toOnePerson(new Asking(null));

        assertThat(response.getHeaderString("Cache-Control")).contains("private", "no-cache");
    }

    @Test
    void browser_that_has_the_picture_is_told_so() {
        var response = PICTURE.toEverybody(new Asking(DIGEST.hex()), Duration.ofMinutes(5));

        assertThat(response.getStatus()).isEqualTo(304);
        assertThat(response.getEntity()).isNull();
        assertThat(response.getHeaderString("Cache-Control")).contains("max-age=300");
    }

    /** A browser that has a picture of this tag, or none. */
    private record Asking(@Nullable String tag) implements Request {
        @Override
        public Response.@Nullable ResponseBuilder evaluatePreconditions(EntityTag current) {
            return current.getValue().equals(tag) ? Response.notModified(current) : null;
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions(Date lastModified) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions(Date lastModified, EntityTag current) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Response.ResponseBuilder evaluatePreconditions() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String getMethod() {
            return "GET";
        }

        @Override
        public Variant selectVariant(List<Variant> variants) {
            throw new UnsupportedOperationException();
        }
    }
}
