package id.sipakatau.evidence.likeness;

import id.sipakatau.demo.photo.Scene;
import id.sipakatau.evidence.PhotoVault;
import id.sipakatau.evidence.TestVault;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import java.util.stream.DoubleStream;
import org.jspecify.annotations.Nullable;

/**
 * How often pictures are wrongly taken for one, and how often one picture is not known again: on photographs that the demo
 * draws, and on the real photos among the samples where they lie beside. Every file goes through the vault, as an upload
 * does. {@code bin/proof-rates} prints the whole of it.
 */
final class ProofRates {

    /** A picture, and whose place and time it shares; smaller, as messengers send it, for disguising. */
    private record Piece(String scene, int variant, boolean drawn, byte[] large, Print print) {

        Pair with(Piece other) {
            if (!scene.equals(other.scene)) {
                return Pair.DIFFERENT;
            }
            return !drawn ? Pair.SAME_PLACE : variant == other.variant ? Pair.BEFORE_AND_AFTER : Pair.SAME_SCENE;
        }

        BufferedImage picture() {
            return Disguise.picture(large);
        }
    }

    /** What was counted of one sort of try. */
    static final class Count {

        private long tried;
        private long found;
        private long alike;
        private final List<Double> correlations = new ArrayList<>();

        /**
         * What the search and the comparison say of two pictures. The program compares only what the search has found; how
         * alike the others are shows how much room there is.
         */
        private void add(@Nullable Print sought, Print stored) {
            tried++;
            if (sought == null) {
                return;
            }
            boolean candidate = Prints.isCandidate(sought, stored);
            double correlation = Comparison.of(sought, stored);
            correlations.add(correlation);
            found += candidate ? 1 : 0;
            alike += candidate && correlation >= Comparison.ALIKE ? 1 : 0;
        }

        double share() {
            return tried == 0 ? 0 : (double) alike / tried;
        }

        private String line(String what, double... quantiles) {
            var sorted = correlations.stream().sorted().toList();
            var cells = DoubleStream.of(quantiles)
                    .mapToObj(each ->
                            sorted.isEmpty() ? "" : "%.3f".formatted(sorted.get((int) (each * (sorted.size() - 1)))))
                    .collect(Collectors.joining(" | "));
            return "| %s | %,d | %,d | %,d | %s |".formatted(what, tried, found, alike, cells);
        }
    }

    /** All that was counted. */
    record Rates(Map<Disguise, Count> known, Map<Pair, Count> pairs, int drawn, int real) {

        Count of(Disguise disguise) {
            return known.getOrDefault(disguise, new Count());
        }

        Count of(Pair pair) {
            return pairs.getOrDefault(pair, new Count());
        }

        /** As docs/measurements.md shows it. */
        String table() {
            var lines = new ArrayList<String>();
            lines.add("%,d drawn pictures, %,d photos".formatted(drawn, real));
            lines.add("| one picture | tried | found by hash | known again | least correlation | 1 % | median |");
            lines.add("| --- | --- | --- | --- | --- | --- | --- |");
            for (var disguise : Disguise.values()) {
                lines.add(of(disguise).line(disguise.what(), 0, 0.01, 0.5));
            }
            lines.add("| two pictures | pairs | found by hash | taken for one | median correlation | 99 % | highest |");
            lines.add("| --- | --- | --- | --- | --- | --- | --- |");
            for (var pair : Pair.values()) {
                lines.add(of(pair).line(pair.what, 0.5, 0.99, 1));
            }
            return String.join("\n", lines);
        }
    }

    /** How two pictures belong together that are not one. */
    enum Pair {
        DIFFERENT("of different scenes"),
        SAME_SCENE("drawn, of one scene in another street"),
        BEFORE_AND_AFTER("drawn, before and after from one spot to the pixel"),
        SAME_PLACE("photos of one place, taken anew");

        private final String what;

        Pair(String what) {
            this.what = what;
        }
    }

    private final TestVault vault;
    private final List<Piece> pieces = new ArrayList<>();

    private ProofRates(TestVault vault) {
        this.vault = vault;
    }

    /** One street of each scene, of which every third is disguised. */
    static Rates sample(Path folder) {
        try (var vault = TestVault.in(folder)) {
            var rates = new ProofRates(vault);
            for (var scene : Scene.values()) {
                rates.add(scene.name(), 0, true, scene.photograph(0, false));
            }
            rates.addSamples();
            return rates.count(3);
        }
    }

    /** So many streets of each scene, before and after, and all real photos that are at hand; all of them are disguised. */
    static Rates all(Path folder, int streets) {
        try (var vault = TestVault.in(folder)) {
            var rates = new ProofRates(vault);
            for (var scene : Scene.values()) {
                for (int street = 0; street < streets; street++) {
                    rates.add(scene.name(), street, true, scene.photograph(street, false));
                    rates.add(scene.name(), street, true, scene.photograph(street, true));
                }
            }
            rates.addSamples();
            photos().ifPresent(rates::addPhotos);
            return rates.count(1);
        }
    }

    private void addSamples() {
        samples()
                .ifPresent(folder -> List.of("gps-1.jpg", "plain-40d.jpg", "orientation-1.jpg", "photo.heic")
                        .forEach(name ->
                                add(name, folder.resolve("images/photos").resolve(name))));
    }

    private void addPhotos(Path folder) {
        try (var files = Files.walk(folder)) {
            for (var file : files.filter(Files::isRegularFile).sorted().toList()) {
                var within = folder.relativize(file);
                add(within.getNameCount() > 1 ? within.getName(0) + "/" : within.toString(), file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static Optional<Path> samples() {
        return Optional.ofNullable(System.getenv("SIPAKATAU_SAMPLES")).map(Path::of);
    }

    /** Real photos; what lies in a folder of its own was taken at one place. */
    private static Optional<Path> photos() {
        return Optional.ofNullable(System.getProperty("sipakatau.proof-photos"))
                .filter(folder -> !folder.isEmpty())
                .map(Path::of);
    }

    private void add(String scene, Path file) {
        try {
            add(scene, 0, false, Files.readAllBytes(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void add(String scene, int variant, boolean drawn, byte[] file) {
        if (vault.offer(file) instanceof PhotoVault.Intake.Kept(var kept) && kept.print() != null) {
            pieces.add(new Piece(scene, variant, drawn, vault.large(kept), kept.print()));
        }
    }

    /** @param each one of how many pictures is disguised */
    private Rates count(int each) {
        var known = new EnumMap<Disguise, Count>(Disguise.class);
        var random = new SplittableRandom(5);
        for (int i = 0; i < pieces.size(); i += each) {
            var piece = pieces.get(i);
            for (var disguise : Disguise.values()) {
                var seen = vault.keep(disguise.of(piece.picture(), random)).print();
                known.computeIfAbsent(disguise, none -> new Count()).add(seen, piece.print);
            }
        }
        var pairs = new EnumMap<Pair, Count>(Pair.class);
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = pieces.get(i);
                var other = pieces.get(j);
                pairs.computeIfAbsent(one.with(other), none -> new Count()).add(one.print, other.print);
            }
        }
        int drawn = (int) pieces.stream().filter(Piece::drawn).count();
        return new Rates(known, pairs, drawn, pieces.size() - drawn);
    }
}
