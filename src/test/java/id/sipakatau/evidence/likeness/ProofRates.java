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

/**
 * How often pictures are wrongly taken for one, and how often one picture is not known again: on photographs that the demo
 * draws, and on the real photos among the samples where they lie beside. Every file goes through the vault, as an upload
 * does. {@code bin/proof-rates} prints the whole of it.
 */
final class ProofRates {

    /** A picture, and whose place and time it shares. */
    private record Piece(String scene, int variant, boolean settled, BufferedImage picture, Print print) {
        boolean isSamePlace(Piece other) {
            return scene.equals(other.scene) && variant == other.variant;
        }
    }

    /**
     * What was counted.
     *
     * @param candidates how many of them the hashes found, so that they were compared at all
     * @param alike how many were taken for one picture
     */
    record Count(long tried, long candidates, long alike) {
        static final Count NONE = new Count(0, 0, 0);

        Count and(boolean candidate, boolean alike) {
            return new Count(tried + 1, candidates + (candidate ? 1 : 0), this.alike + (candidate && alike ? 1 : 0));
        }

        double share() {
            return tried == 0 ? 0 : (double) alike / tried;
        }
    }

    /** All that was counted. */
    record Rates(Map<Disguise, Count> known, Count others, Count similarScenes, Count beforeAndAfter, int pictures) {

        Count of(Disguise disguise) {
            return known.getOrDefault(disguise, Count.NONE);
        }

        /** As docs/measurements.md shows it. */
        String table() {
            var lines = new ArrayList<String>();
            lines.add(pictures + " pictures");
            lines.add("| one picture | tried | found by hash | known again | missed |");
            lines.add("| --- | --- | --- | --- | --- |");
            for (var disguise : Disguise.values()) {
                var count = of(disguise);
                lines.add("| %s | %,d | %,d | %,d | %.1f %% |"
                        .formatted(
                                disguise.what(),
                                count.tried,
                                count.candidates,
                                count.alike,
                                100 * (1 - count.share())));
            }
            lines.add("| two pictures | pairs | found by hash | taken for one | wrong |");
            lines.add("| --- | --- | --- | --- | --- |");
            lines.add(line("of different scenes", others));
            lines.add(line("of one scene in another street", similarScenes));
            lines.add(line("before and after from one spot", beforeAndAfter));
            return String.join("\n", lines);
        }

        private static String line(String what, Count count) {
            return "| %s | %,d | %,d | %,d | %.4f %% |"
                    .formatted(what, count.tried, count.candidates, count.alike, 100 * count.share());
        }
    }

    private final TestVault vault;
    private final List<Piece> pieces = new ArrayList<>();

    private ProofRates(TestVault vault) {
        this.vault = vault;
    }

    /**
     * @param variants how many streets of each scene are drawn, each before and after
     * @param disguisedEach one of how many pictures is disguised; 1: all of them
     */
    static Rates measure(Path folder, int variants, int disguisedEach) {
        try (var vault = TestVault.in(folder)) {
            var rates = new ProofRates(vault);
            rates.collect(variants);
            return rates.count(disguisedEach);
        }
    }

    private void collect(int variants) {
        for (var scene : Scene.values()) {
            for (int variant = 0; variant < variants; variant++) {
                add(scene.name(), variant, false, scene.photograph(variant, false));
                add(scene.name(), variant, true, scene.photograph(variant, true));
            }
        }
        samples().ifPresent(folder -> {
            for (var name : List.of("gps-1.jpg", "plain-40d.jpg", "orientation-1.jpg", "photo.heic")) {
                try {
                    add(
                            name,
                            0,
                            false,
                            Files.readAllBytes(folder.resolve("images/photos").resolve(name)));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }
        });
    }

    static Optional<Path> samples() {
        return Optional.ofNullable(System.getenv("SIPAKATAU_SAMPLES")).map(Path::of);
    }

    private void add(String scene, int variant, boolean settled, byte[] file) {
        if (vault.offer(file) instanceof PhotoVault.Intake.Kept(var kept) && kept.print() != null) {
            var picture = Disguise.picture(vault.large(kept));
            pieces.add(new Piece(scene, variant, settled, picture, kept.print()));
        }
    }

    private Rates count(int disguisedEach) {
        var known = new EnumMap<Disguise, Count>(Disguise.class);
        var random = new SplittableRandom(5);
        for (int i = 0; i < pieces.size(); i += disguisedEach) {
            var piece = pieces.get(i);
            for (var disguise : Disguise.values()) {
                var seen = vault.keep(disguise.of(piece.picture, random)).print();
                boolean candidate = seen != null && Prints.isCandidate(seen, piece.print);
                known.merge(
                        disguise,
                        Count.NONE.and(
                                candidate,
                                candidate && Comparison.areAlike(java.util.Objects.requireNonNull(seen), piece.print)),
                        (a, b) -> new Count(a.tried + b.tried, a.candidates + b.candidates, a.alike + b.alike));
            }
        }
        var others = Count.NONE;
        var scenes = Count.NONE;
        var after = Count.NONE;
        for (int i = 0; i < pieces.size(); i++) {
            for (int j = 0; j < i; j++) {
                var one = pieces.get(i);
                var other = pieces.get(j);
                boolean candidate = Prints.isCandidate(one.print, other.print);
                boolean alike = candidate && Comparison.areAlike(one.print, other.print);
                if (one.isSamePlace(other)) {
                    after = after.and(candidate, alike);
                } else if (one.scene.equals(other.scene)) {
                    scenes = scenes.and(candidate, alike);
                } else {
                    others = others.and(candidate, alike);
                }
            }
        }
        return new Rates(known, others, scenes, after, pieces.size());
    }
}
