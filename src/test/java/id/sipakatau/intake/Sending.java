package id.sipakatau.intake;

import static io.restassured.RestAssured.given;

import com.github.f4b6a3.uuid.UuidCreator;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A form as a browser sends it: every field, in UTF-8, with an empty part for a file that was not chosen. */
public final class Sending {

    private static final String BOUNDARY = "----WebKitFormBoundary7MA4YWxkTrZu0gW";

    private record File(String field, String name, String type, byte[] content) {}

    private final Map<String, String> fields = new LinkedHashMap<>();
    private final List<Map.Entry<String, String>> repeated = new ArrayList<>();
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

    /** Names a photo that was sent ahead. */
    public Sending ahead(byte[] content) {
        return ahead("photo", sha256(content));
    }

    /** Adds a field that may come several times. */
    public Sending ahead(String field, String value) {
        repeated.add(Map.entry(field, value));
        return this;
    }

    /** Sends a photo ahead of the complaint with this id. */
    public static Response put(String id, byte[] content) {
        return put(id, sha256(content), content, "camera");
    }

    public static Response put(String id, String sha256, byte[] content, String source) {
        return given().header("Photo-Source", source)
                .header("Accept-Language", "id")
                .contentType("image/jpeg")
                .body(content)
                .put(address(id, sha256));
    }

    public static int head(String id, byte[] content) {
        return given().head(address(id, sha256(content))).statusCode();
    }

    public static String address(String id, String sha256) {
        return "/api/v1/complaints/" + id + "/photos/" + sha256;
    }

    public static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
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

    /** As a line that breaks off delivers it, if it says that this was all. */
    public Response cutOffToApi(int missing) {
        var whole = body();
        return given().header("Content-Type", "multipart/form-data; boundary=" + BOUNDARY)
                .header("Accept-Language", "id")
                .body(Arrays.copyOf(whole, whole.length - missing))
                .post("/api/v1/complaints");
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
        fields.forEach((name, value) -> writeField(out, name, value));
        repeated.forEach(each -> writeField(out, each.getKey(), each.getValue()));
        for (var file : files) {
            write(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + file.field);
            write(out, "\"; filename=\"" + file.name + "\"\r\nContent-Type: " + file.type + "\r\n\r\n");
            out.writeBytes(file.content);
            write(out, "\r\n");
        }
        write(out, "--" + BOUNDARY + "--\r\n");
        return out.toByteArray();
    }

    private static void writeField(ByteArrayOutputStream out, String name, String value) {
        write(out, "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n");
        write(out, value + "\r\n");
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }
}
