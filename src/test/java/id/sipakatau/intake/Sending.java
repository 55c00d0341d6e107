package id.sipakatau.intake;

import static io.restassured.RestAssured.given;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A form as a browser sends it: every field, in UTF-8, with an empty part for a file that was not chosen. */
public final class Sending {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    private record File(String field, String name, String type, byte[] content) {}

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<File> files = new ArrayList<>();

    /** A complete complaint that needs no photo, at a place in the middle of the city. */
    public static Sending complete() {
        return new Sending()
                .with("id", newId())
                .with("category", "pencurian")
                .with("description", "Motor hilang semalam di depan kos.")
                .with("latitude", "-5.1477")
                .with("longitude", "119.4327")
                .with("accuracy", "12.5")
                .with("positionSource", "GPS")
                .with("address", "Lorong 5, dekat masjid")
                .with("name", "")
                .with("contact", "");
    }

    public static String newId() {
        return UuidCreator.getTimeOrderedEpoch().toString();
    }

    public Sending with(String field, String value) {
        fields.put(field, value);
        return this;
    }

    public Sending without(String... names) {
        for (var name : names) {
            fields.remove(name);
        }
        return this;
    }

    public Sending photo(byte[] content) {
        return file("gallery", "IMG_0001.jpg", "image/jpeg", content);
    }

    public Sending file(String field, String name, String type, byte[] content) {
        files.add(new File(field, name, type, content));
        return this;
    }

    public String field(String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    public Response toApi() {
        return toApi("id");
    }

    public Response toApi(String language) {
        return request().header("Accept-Language", language).post("/api/v1/complaints");
    }

    /** As the page without JavaScript sends it. */
    public Response toPage() {
        if (files.isEmpty()) {
            file("camera", "", "application/octet-stream", new byte[0]);
            file("gallery", "", "application/octet-stream", new byte[0]);
        }
        return request().redirects().follow(false).post("/lapor");
    }

    private RequestSpecification request() {
        return given().header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .body(body());
    }

    private byte[] body() {
        var out = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            write(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
            write(out, value + "\r\n");
        });
        for (var file : files) {
            write(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field);
            write(out, "\"; filename=\"" + file.name + "\"\r\nContent-Type: " + file.type + "\r\n\r\n");
            out.writeBytes(file.content);
            write(out, "\r\n");
        }
        write(out, "--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
