package id.sipakatau.intake;

import id.sipakatau.evidence.Photo;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.List;
import org.jboss.resteasy.reactive.multipart.FileUpload;

/**
 * A file that came as a photo; whether it is one is not known yet.
 *
 * @param fileName as the client named it; for showing to its reporter only
 */
@SuppressWarnings("ArrayRecordComponent") // compared by MessageDigest only
record SentPhoto(Photo.Source source, String fileName, Content content, byte[] sha256) {

    /** The bytes of a file, to be read as often as needed. */
    @FunctionalInterface
    interface Content {
        InputStream open() throws IOException;
    }

    /** The files of a form in the order in which they came. */
    static List<SentPhoto> in(FilingForm form) {
        var files = form.files();
        return files == null
                ? List.of()
                : files.stream().filter(SentPhoto::isChosen).map(SentPhoto::of).toList();
    }

    private static SentPhoto of(FileUpload upload) {
        var file = upload.uploadedFile();
        var name = TypedText.line(upload.fileName());
        return new SentPhoto(source(upload.name()), name, () -> Files.newInputStream(file), digest(file));
    }

    /** Where a photo is from, in the words of a client. */
    static Photo.Source source(String field) {
        return switch (field) {
            case "camera" -> Photo.Source.CAMERA;
            case "gallery" -> Photo.Source.GALLERY;
            default -> Photo.Source.UNKNOWN;
        };
    }

    /** Browsers send an empty part for a file field in which nothing was chosen. */
    private static boolean isChosen(FileUpload upload) {
        return upload.size() > 0 || !TypedText.line(upload.fileName()).isEmpty();
    }

    private static byte[] digest(Path file) {
        try (var in = new DigestInputStream(Files.newInputStream(file), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return in.getMessageDigest().digest();
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot read the upload " + file, e);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("Every Java platform has SHA-256", impossible);
        }
    }
}
