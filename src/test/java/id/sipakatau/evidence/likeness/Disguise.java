package id.sipakatau.evidence.likeness;

import id.sipakatau.evidence.Drawn;
import id.sipakatau.evidence.ExifBlock;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.awt.image.RescaleOp;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.SplittableRandom;
import javax.imageio.IIOImage;
import javax.imageio.ImageIO;
import javax.imageio.ImageWriteParam;
import javax.imageio.stream.MemoryCacheImageOutputStream;

/** What becomes of a photo on its way through other programs, or by somebody who wants to show it a second time. */
enum Disguise {
    REENCODED("JPEG quality 50 to 95") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(picture, random.nextInt(50, 96));
        }
    },
    RESIZED("scaled to 30 to 100 %") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(scaled(picture, random.nextDouble(0.3, 1)), 85);
        }
    },
    CROPPED("2 to 10 % of width and of height cut off, at either side") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(cropped(picture, random), 85);
        }
    },
    BRIGHTENED("brightness -20 to +20 %") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(brightened(picture, random), 85);
        }
    },
    TURNED("stored lying, turned by EXIF") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return Drawn.withExif(jpeg(lying(picture), 85), new ExifBlock().orientation(6));
        }
    },
    ALL("all of these at once") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            var changed = brightened(scaled(cropped(picture, random), random.nextDouble(0.3, 1)), random);
            return Drawn.withExif(jpeg(lying(changed), random.nextInt(50, 96)), new ExifBlock().orientation(6));
        }
    },
    STAMPED("two to four lines of date and place written into a lower corner") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(stamped(picture, random), 85);
        }
    },
    SCREENSHOT("a screenshot of it on an upright phone, with black or white around it") {
        @Override
        byte[] of(BufferedImage picture, SplittableRandom random) {
            return jpeg(onScreen(picture, random), 85);
        }
    };

    private final String what;

    Disguise(String what) {
        this.what = what;
    }

    String what() {
        return what;
    }

    /** The picture as a file, changed by chance. */
    abstract byte[] of(BufferedImage picture, SplittableRandom random);

    private static BufferedImage scaled(BufferedImage picture, double scale) {
        return drawn(picture, (int) Math.max(40, picture.getWidth() * scale), (int)
                Math.max(40, picture.getHeight() * scale));
    }

    private static BufferedImage cropped(BufferedImage picture, SplittableRandom random) {
        int acrossCut = (int) Math.round(picture.getWidth() * random.nextDouble(0.02, 0.1));
        int downCut = (int) Math.round(picture.getHeight() * random.nextDouble(0.02, 0.1));
        var part = picture.getSubimage(
                random.nextInt(acrossCut + 1),
                random.nextInt(downCut + 1),
                picture.getWidth() - acrossCut,
                picture.getHeight() - downCut);
        return drawn(part, part.getWidth(), part.getHeight());
    }

    private static BufferedImage brightened(BufferedImage picture, SplittableRandom random) {
        return new RescaleOp((float) random.nextDouble(0.8, 1.2), 0, null).filter(picture, null);
    }

    /** As apps do that prove time and place: white signs, here bars, on the picture. */
    private static BufferedImage stamped(BufferedImage picture, SplittableRandom random) {
        var result = drawn(picture, picture.getWidth(), picture.getHeight());
        int lines = random.nextInt(2, 5);
        int line = Math.max(8, picture.getHeight() / 24);
        int sign = Math.max(2, picture.getWidth() / 45);
        int left = random.nextBoolean() ? sign : picture.getWidth() / 2;
        var pen = result.createGraphics();
        pen.setColor(Color.WHITE);
        for (int i = 1; i <= lines; i++) {
            for (int at = left; at < left + 18 * sign; at += sign) {
                if (random.nextInt(5) > 0) {
                    pen.fillRect(at, picture.getHeight() - i * line * 4 / 3 - sign, sign * 2 / 3, line);
                }
            }
        }
        pen.dispose();
        return result;
    }

    private static BufferedImage onScreen(BufferedImage picture, SplittableRandom random) {
        var screen = new BufferedImage(540, 1170, BufferedImage.TYPE_INT_RGB);
        var pen = screen.createGraphics();
        boolean dark = random.nextBoolean();
        pen.setColor(dark ? Color.BLACK : Color.WHITE);
        pen.fillRect(0, 0, screen.getWidth(), screen.getHeight());
        double scale = Math.min(540.0 / picture.getWidth(), 970.0 / picture.getHeight());
        int width = (int) (picture.getWidth() * scale);
        int height = (int) (picture.getHeight() * scale);
        pen.drawImage(drawn(picture, width, height), (540 - width) / 2, (1170 - height) / 2, null);
        pen.setColor(dark ? Color.WHITE : Color.BLACK);
        pen.fillRect(20, 14, 60, 12);
        pen.fillRect(440, 14, 80, 12);
        for (int i = 0; i < 4; i++) {
            pen.fillOval(60 + i * 130, 1080, 30, 30);
        }
        pen.dispose();
        return screen;
    }

    /** Turned a quarter against the clock, which EXIF orientation 6 turns back. */
    private static BufferedImage lying(BufferedImage picture) {
        var turned = new BufferedImage(picture.getHeight(), picture.getWidth(), BufferedImage.TYPE_INT_RGB);
        for (int y = 0; y < picture.getHeight(); y++) {
            for (int x = 0; x < picture.getWidth(); x++) {
                turned.setRGB(y, picture.getWidth() - 1 - x, picture.getRGB(x, y));
            }
        }
        return turned;
    }

    private static BufferedImage drawn(BufferedImage picture, int width, int height) {
        var result = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
        var pen = result.createGraphics();
        pen.setRenderingHint(
                java.awt.RenderingHints.KEY_INTERPOLATION, java.awt.RenderingHints.VALUE_INTERPOLATION_BILINEAR);
        pen.drawImage(picture, 0, 0, width, height, null);
        pen.dispose();
        return result;
    }

    static BufferedImage picture(byte[] file) {
        try {
            var read = ImageIO.read(new ByteArrayInputStream(file));
            // As messengers send them: small enough that many can be tried.
            double scale = Math.min(1, 640.0 / Math.max(read.getWidth(), read.getHeight()));
            return scaled(read, scale);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static byte[] jpeg(BufferedImage picture, int quality) {
        var writer = ImageIO.getImageWritersByFormatName("jpeg").next();
        var bytes = new ByteArrayOutputStream();
        try (var out = new MemoryCacheImageOutputStream(bytes)) {
            var how = writer.getDefaultWriteParam();
            how.setCompressionMode(ImageWriteParam.MODE_EXPLICIT);
            how.setCompressionQuality(quality / 100f);
            writer.setOutput(out);
            writer.write(null, new IIOImage(picture, null, null), how);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            writer.dispose();
        }
        return bytes.toByteArray();
    }
}
