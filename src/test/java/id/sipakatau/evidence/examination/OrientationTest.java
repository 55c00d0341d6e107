package id.sipakatau.evidence.examination;

import static id.sipakatau.evidence.Colour.BLUE;
import static id.sipakatau.evidence.Colour.GREEN;
import static id.sipakatau.evidence.Colour.RED;
import static id.sipakatau.evidence.Colour.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.Colour;
import id.sipakatau.evidence.Dimensions;
import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.ExifBlock;
import id.sipakatau.evidence.TestVault;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OrientationTest {

    private static final int WIDTH = 120;
    private static final int HEIGHT = 80;

    @TempDir
    Path folder;

    /** The standard says on which side the first stored row and the first stored column are seen. */
    @ParameterizedTest
    @CsvSource({
        "1, top, left", "2, top, right", "3, bottom, right", "4, bottom, left",
        "5, left, top", "6, right, top", "7, right, bottom", "8, left, bottom",
    })
    void every_photo_is_shown_upright(int orientation, String firstRow, String firstColumn) {
        var stored = Drawn.jpeg(stored(firstRow, firstColumn));
        try (var vault = TestVault.in(folder)) {
            var photo = vault.keep(Drawn.withExif(stored, new ExifBlock().orientation(orientation)));

            var large = TestVault.picture(vault.large(photo));
            assertThat(Colour.corners(large)).containsExactly(RED, GREEN, BLUE, YELLOW);
            assertThat(Colour.corners(TestVault.picture(vault.thumbnail(photo))))
                    .containsExactly(RED, GREEN, BLUE, YELLOW);
            assertThat(new Dimensions(large.getWidth(), large.getHeight())).isEqualTo(new Dimensions(WIDTH, HEIGHT));
            assertThat(new Dimensions(photo.width(), photo.height())).isEqualTo(new Dimensions(WIDTH, HEIGHT));
            assertThat(photo.capture().orientation()).isEqualTo(orientation);
        }
    }

    /** What a camera stores of {@link Drawn#quarters} if its first row and column are seen there. */
    private static BufferedImage stored(String firstRow, String firstColumn) {
        var upright = Drawn.quarters(WIDTH, HEIGHT);
        boolean lying = firstRow.equals("left") || firstRow.equals("right");
        var stored = new BufferedImage(lying ? HEIGHT : WIDTH, lying ? WIDTH : HEIGHT, BufferedImage.TYPE_INT_RGB);
        for (int row = 0; row < stored.getHeight(); row++) {
            for (int column = 0; column < stored.getWidth(); column++) {
                int x = lying ? from(firstRow, row, WIDTH) : from(firstColumn, column, WIDTH);
                int y = lying ? from(firstColumn, column, HEIGHT) : from(firstRow, row, HEIGHT);
                stored.setRGB(column, row, upright.getRGB(x, y));
            }
        }
        return stored;
    }

    private static int from(String side, int distance, int length) {
        return side.equals("top") || side.equals("left") ? distance : length - 1 - distance;
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 9, 65_535})
    void orientation_that_does_not_exist_turns_nothing(int orientation) {
        try (var vault = TestVault.in(folder)) {
            var photo = vault.keep(Drawn.withExif(
                    Drawn.jpeg(Drawn.quarters(WIDTH, HEIGHT)), new ExifBlock().orientation(orientation)));

            assertThat(Colour.corners(TestVault.picture(vault.large(photo)))).containsExactly(RED, GREEN, BLUE, YELLOW);
            assertThat(photo.capture().orientation()).isEqualTo(1);
        }
    }

    @Test
    void png_is_turned_too() {
        try (var vault = TestVault.in(folder)) {
            var stored = Drawn.png(stored("right", "top"));

            var photo = vault.keep(Drawn.withChunk(
                    stored, "eXIf", new ExifBlock().orientation(6).bytes()));

            assertThat(Colour.corners(TestVault.picture(vault.large(photo)))).containsExactly(RED, GREEN, BLUE, YELLOW);
        }
    }

    @Test
    void shrinking_keeps_the_mean_of_what_it_leaves_out() {
        var stripes = new BufferedImage(4800, 30, BufferedImage.TYPE_INT_RGB);
        for (int x = 0; x < stripes.getWidth(); x += 3) {
            for (int y = 0; y < stripes.getHeight(); y++) {
                stripes.setRGB(x, y, Color.WHITE.getRGB());
            }
        }
        try (var vault = TestVault.in(folder)) {
            var large = vault.largePicture(Drawn.png(stripes));

            assertThat(new Color(large.getRGB(800, 5)).getGreen()).isBetween(82, 88);
        }
    }
}
