package id.sipakatau.intake;

import id.sipakatau.city.Category;
import id.sipakatau.city.Kind;
import id.sipakatau.complaint.Channel;
import id.sipakatau.complaint.Complaint;
import id.sipakatau.complaint.Filing;
import id.sipakatau.complaint.Place;
import id.sipakatau.identity.Reporter;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A form that was found complete; all but its photos. */
record Statement(
        UUID id,
        Kind kind,
        Category category,
        String description,
        Place place,
        Complaint.Privacy privacy,
        Reporter reporter) {

    Filing filing(byte[] digest, List<Filing.RefusedPhoto> refused) {
        return new Filing(id, Channel.APP, kind, category, description, place, privacy, reporter, digest, refused);
    }

    /**
     * SHA-256 over everything that its reporter said and showed, so that a repeated sending is known as one.
     *
     * @param photos digest of each photo, in the order in which they came
     */
    byte[] digest(List<byte[]> photos) {
        var bytes = new ByteArrayOutputStream();
        try (var out = new DataOutputStream(bytes)) {
            write(out, kind.name());
            write(out, category.id());
            write(out, description);
            var position = place.position();
            write(out, position == null ? null : position.latitude() + " " + position.longitude());
            write(
                    out,
                    place.accuracyMetres() == null
                            ? null
                            : place.accuracyMetres().toString());
            write(out, place.source().name());
            write(out, place.address());
            // Where there is a position the kelurahan follows from it.
            write(out, position == null ? place.kelurahan() : null);
            out.writeBoolean(privacy.anonymous());
            out.writeBoolean(privacy.confidential());
            write(out, reporter.name());
            write(out, reporter.contact());
            for (var photo : photos) {
                out.write(photo);
            }
            return MessageDigest.getInstance("SHA-256").digest(bytes.toByteArray());
        } catch (IOException impossible) {
            throw new UncheckedIOException("Writing to memory", impossible);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }

    /** With its length in front, so that no two forms can come out alike by moving text from field to field. */
    private static void write(DataOutputStream out, @Nullable String value) throws IOException {
        if (value == null) {
            out.writeInt(-1);
            return;
        }
        var bytes = value.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }
}
