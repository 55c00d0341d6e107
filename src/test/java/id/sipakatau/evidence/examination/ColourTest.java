package id.sipakatau.evidence.examination;

import static id.sipakatau.evidence.Colour.BLUE;
import static id.sipakatau.evidence.Colour.GRAY;
import static id.sipakatau.evidence.Colour.GREEN;
import static id.sipakatau.evidence.Colour.RED;
import static id.sipakatau.evidence.Colour.WHITE;
import static id.sipakatau.evidence.Colour.YELLOW;
import static org.assertj.core.api.Assertions.assertThat;

import id.sipakatau.evidence.Colour;
import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.Refusal;
import id.sipakatau.evidence.Resources;
import id.sipakatau.evidence.TestVault;
import java.awt.Color;
import java.awt.color.ColorSpace;
import java.awt.color.ICC_Profile;
import java.awt.image.BufferedImage;
import java.awt.image.ComponentColorModel;
import java.awt.image.DataBuffer;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.zip.DeflaterOutputStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ColourTest {

    @TempDir
    Path folder;

    TestVault vault;

    @BeforeEach
    void open() {
        vault = TestVault.in(folder);
    }

    @AfterEach
    void close() {
        vault.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"lossy.webp", "lossless.webp", "cmyk.jpg"})
    void every_kind_of_file_shows_its_colours(String name) {
        var photo = vault.keep(Resources.read(name));

        assertThat(Colour.corners(TestVault.picture(vault.large(photo)))).containsExactly(RED, GREEN, BLUE, YELLOW);
        assertThat(photo.mediaType()).isEqualTo(name.endsWith("webp") ? "image/webp" : "image/jpeg");
    }

    @Test
    void white_shines_through_a_transparent_picture() {
        var image = new BufferedImage(60, 40, BufferedImage.TYPE_INT_ARGB);
        for (int x = 30; x < 60; x++) {
            for (int y = 0; y < 40; y++) {
                image.setRGB(x, y, Color.BLUE.getRGB());
            }
        }

        assertThat(Colour.corners(vault.largePicture(Drawn.png(image)))).containsExactly(WHITE, BLUE, WHITE, BLUE);
        assertThat(Colour.corners(vault.largePicture(Resources.read("alpha.webp"))))
                .containsExactly(WHITE, BLUE, WHITE, BLUE);
    }

    @Test
    void grey_stays_as_bright_as_it_is() {
        for (int type : new int[] {BufferedImage.TYPE_BYTE_GRAY, BufferedImage.TYPE_USHORT_GRAY}) {
            var image = new BufferedImage(40, 40, type);
            int depth = type == BufferedImage.TYPE_BYTE_GRAY ? 1 : 257;
            for (int i = 0; i < 1600; i++) {
                image.getRaster().setSample(i % 40, i / 40, 0, 128 * depth);
            }
            assertThat(Colour.at(vault.largePicture(Drawn.png(image)), 20, 20)).isEqualTo(GRAY);
        }
        assertThat(Colour.at(vault.largePicture(Drawn.jpeg(gray())), 20, 20)).isEqualTo(GRAY);
    }

    private static BufferedImage gray() {
        var image = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_GRAY);
        for (int i = 0; i < 1600; i++) {
            image.getRaster().setSample(i % 40, i / 40, 0, 128);
        }
        return image;
    }

    @Test
    void transparent_grey_lies_on_white() {
        var model = new ComponentColorModel(
                ColorSpace.getInstance(ColorSpace.CS_GRAY),
                true,
                false,
                BufferedImage.TRANSLUCENT,
                DataBuffer.TYPE_BYTE);
        var raster = model.createCompatibleWritableRaster(40, 40);
        for (int i = 0; i < 800; i++) {
            raster.setPixel(i % 40, i / 40, new int[] {128, 255});
        }

        var large = vault.largePicture(Drawn.png(new BufferedImage(model, raster, false, null)));

        assertThat(Colour.corners(large)).containsExactly(GRAY, GRAY, WHITE, WHITE);
    }

    @Test
    void palette_of_two_and_of_many_colours_is_read() {
        var black = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_BINARY);
        var palette = new BufferedImage(40, 40, BufferedImage.TYPE_BYTE_INDEXED);
        palette.createGraphics().drawImage(Drawn.quarters(40, 40), 0, 0, null);

        assertThat(Colour.corners(vault.largePicture(Drawn.png(black)))).containsOnly(Colour.BLACK);
        assertThat(Colour.corners(vault.largePicture(Drawn.png(palette)))).containsExactly(RED, GREEN, BLUE, YELLOW);
    }

    /** A profile by which the first number of a pixel means green and the second red makes an error plain to see. */
    private static byte[] swapped() {
        var standard = ICC_Profile.getInstance(ColorSpace.CS_sRGB);
        var profile = ICC_Profile.getInstance(standard.getData());
        profile.setData(ICC_Profile.icSigRedColorantTag, standard.getData(ICC_Profile.icSigGreenColorantTag));
        profile.setData(ICC_Profile.icSigGreenColorantTag, standard.getData(ICC_Profile.icSigRedColorantTag));
        return profile.getData();
    }

    @Test
    void colours_are_those_of_the_profile() {
        var image = Drawn.quarters(60, 40);

        var jpeg = vault.largePicture(Drawn.withProfile(Drawn.jpeg(image), swapped()));
        var png = vault.largePicture(Drawn.withChunk(Drawn.png(image), "iCCP", compressed(swapped())));

        assertThat(Colour.corners(jpeg)).containsExactly(GREEN, RED, BLUE, YELLOW);
        assertThat(Colour.corners(png)).containsExactly(GREEN, RED, BLUE, YELLOW);
    }

    @Test
    void damaged_profile_is_passed_over() {
        var image = Drawn.quarters(60, 40);
        var nonsense = "no profile at all".repeat(20).getBytes(StandardCharsets.US_ASCII);
        var damaged = swapped();
        damaged[130] = 77;

        for (var profile : new byte[][] {nonsense, damaged}) {
            assertThat(Colour.corners(vault.largePicture(Drawn.withProfile(Drawn.jpeg(image), profile))))
                    .contains(BLUE, YELLOW);
            assertThat(Colour.corners(
                            vault.largePicture(Drawn.withChunk(Drawn.png(image), "iCCP", compressed(profile)))))
                    .contains(BLUE, YELLOW);
        }
        for (var chunk : new byte[][] {{}, nonsense, compressed(new byte[100_000_000])}) {
            assertThat(Colour.corners(vault.largePicture(Drawn.withChunk(Drawn.png(image), "iCCP", chunk))))
                    .containsExactly(RED, GREEN, BLUE, YELLOW);
        }
    }

    private static byte[] compressed(byte[] profile) {
        var out = new ByteArrayOutputStream();
        out.writeBytes("name\0\0".getBytes(StandardCharsets.US_ASCII));
        try (var deflater = new DeflaterOutputStream(out)) {
            deflater.write(profile);
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
        return out.toByteArray();
    }

    @Test
    void animation_is_not_taken() {
        assertThat(vault.refusal(Resources.read("animated.webp"))).isEqualTo(Refusal.UNSUPPORTED);
    }
}
