package id.sipakatau.demo;

import id.sipakatau.city.City;
import id.sipakatau.demo.photo.Scene;
import id.sipakatau.demo.story.Matter;
import id.sipakatau.evidence.CaptureData;
import id.sipakatau.evidence.Digest;
import id.sipakatau.evidence.Photo;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.PreparedPhoto;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * The stock of drawn photographs. Drawing and preparing them all takes some ten seconds, so it is done once and kept in a
 * folder; a demo then takes them over as they are.
 */
@ApplicationScoped
class DemoPictures {

    private static final CaptureData UNTOLD = new CaptureData(null, false, null, null, null, 1);

    /** Which picture it is. */
    record Subject(Scene scene, int variant, boolean settled) {}

    private record Picture(Subject subject, PreparedPhoto photo) {

        String line() {
            return String.join(
                    ",",
                    subject.scene.name(),
                    String.valueOf(subject.variant),
                    String.valueOf(subject.settled),
                    photo.original().hex(),
                    String.valueOf(photo.bytes()),
                    String.valueOf(photo.width()),
                    String.valueOf(photo.height()),
                    photo.large().hex(),
                    photo.thumbnail().hex());
        }

        static Picture parse(String line) {
            var cells = line.split(",");
            return new Picture(
                    new Subject(Scene.valueOf(cells[0]), Integer.parseInt(cells[1]), Boolean.parseBoolean(cells[2])),
                    new PreparedPhoto(
                            new Digest(cells[3]),
                            "image/jpeg",
                            Long.parseLong(cells[4]),
                            Integer.parseInt(cells[5]),
                            Integer.parseInt(cells[6]),
                            Photo.Source.UNKNOWN,
                            UNTOLD,
                            new Digest(cells[7]),
                            new Digest(cells[8]),
                            null,
                            Instant.EPOCH));
        }
    }

    private final PhotoVault vault;
    private final Path folder;
    private final Map<Scene, Integer> streets;

    DemoPictures(PhotoVault vault, City city, DemoSettings settings) {
        this.vault = vault;
        this.folder = settings.pictures();
        this.streets = streets(Matter.of(city), settings.streets());
    }

    /** How many streets there are of a scene. */
    int streets(Scene scene) {
        return streets.getOrDefault(scene, 1);
    }

    /** Spreads so many streets over the scenes, by the square root of how often each is photographed. */
    static Map<Scene, Integer> streets(List<Matter> matters, int inAll) {
        var roots = new EnumMap<Scene, Double>(Scene.class);
        for (var matter : matters) {
            for (var scene : matter.scenes()) {
                roots.merge(
                        scene,
                        matter.weight() * matter.photoShare() / matter.scenes().size(),
                        Double::sum);
            }
        }
        roots.replaceAll((scene, photographed) -> Math.sqrt(photographed));
        double whole = roots.values().stream().mapToDouble(each -> each).sum();
        var streets = new EnumMap<Scene, Integer>(Scene.class);
        roots.forEach((scene, root) -> streets.put(scene, (int) Math.max(1, Math.round(inAll * root / whole))));
        return streets;
    }

    /** All pictures, drawn if they are not in stock, and their files in the vault. */
    Map<Subject, PreparedPhoto> hang() {
        var pictures = stocked();
        if (pictures.size() < subjects().size()) {
            pictures = draw();
        }
        vault.takeOver(folder);
        return pictures.stream().collect(Collectors.toMap(Picture::subject, Picture::photo));
    }

    private List<Subject> subjects() {
        return Arrays.stream(Scene.values())
                .flatMap(scene -> IntStream.range(0, streets(scene))
                        .boxed()
                        .flatMap(variant ->
                                Stream.of(new Subject(scene, variant, false), new Subject(scene, variant, true))))
                .toList();
    }

    private List<Picture> draw() {
        var stock = vault.stock(folder);
        var pictures = subjects().parallelStream()
                .map(subject -> drawn(stock, subject))
                .toList();
        remember(pictures);
        return pictures;
    }

    private static Picture drawn(PhotoVault stock, Subject subject) {
        var jpeg = subject.scene.photograph(subject.variant, subject.settled);
        var intake = stock.prepare(new ByteArrayInputStream(jpeg), Photo.Source.UNKNOWN, ZoneOffset.UTC);
        if (intake instanceof PhotoVault.Intake.Kept(PreparedPhoto photo)) {
            return new Picture(subject, photo);
        }
        throw new IllegalStateException("The vault refused a drawn picture of " + subject + ": " + intake);
    }

    private List<Picture> stocked() {
        try {
            return Files.exists(list())
                    ? Files.readAllLines(list()).stream().map(Picture::parse).toList()
                    : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("The list of demo pictures could not be read", e);
        }
    }

    /** Written last, so that a list tells of pictures that are all there. */
    private void remember(List<Picture> pictures) {
        try {
            var draft = Files.createTempFile(folder, "pictures", null);
            Files.write(draft, pictures.stream().map(Picture::line).toList());
            Files.move(draft, list(), StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException("The list of demo pictures could not be written", e);
        }
    }

    private Path list() {
        return folder.resolve("pictures-" + subjects().size() + ".csv");
    }
}
