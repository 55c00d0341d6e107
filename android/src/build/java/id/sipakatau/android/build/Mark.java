package id.sipakatau.android.build;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The mark of the site, filled shapes on a square of 32 units, as Android's vector pictures. */
record Mark(List<Shape> shapes) {

    private static final int SIDE = 32;
    private static final Pattern PATH = Pattern.compile("<path fill=\"(#[0-9a-f]{6})\" d=\"([^\"]+)\"/>");

    record Shape(String fill, String path) {}

    static Mark read(Path svg) throws IOException {
        String picture = Files.readString(svg);
        var shapes = new ArrayList<Shape>();
        var matcher = PATH.matcher(picture);
        while (matcher.find()) {
            shapes.add(new Shape(matcher.group(1), matcher.group(2)));
        }
        if (shapes.isEmpty()
                || shapes.size() != picture.split("<path", -1).length - 1
                || !picture.contains("0 0 32 32")) {
            throw new IOException(svg + " must hold filled paths on 32 units and nothing else");
        }
        return new Mark(shapes);
    }

    /**
     * A picture with the mark in its middle.
     *
     * @param size sides of the picture
     * @param width of the mark in it
     * @param colour for all shapes; empty for their own
     */
    String vector(int size, int width, String colour) {
        var paths = new StringBuilder();
        for (Shape shape : shapes) {
            paths.append("        <path android:fillColor=\"%s\" android:pathData=\"%s\"/>\n"
                    .formatted(colour.isEmpty() ? shape.fill : colour, shape.path));
        }
        return """
                <?xml version="1.0" encoding="utf-8"?>
                <vector xmlns:android="http://schemas.android.com/apk/res/android"
                    android:width="%1$ddp" android:height="%1$ddp"
                    android:viewportWidth="%1$d" android:viewportHeight="%1$d">
                    <group android:translateX="%2$s" android:translateY="%2$s" android:scaleX="%3$s" android:scaleY="%3$s">
                %4$s    </group>
                </vector>
                """.formatted(size, (size - width) / 2.0, (double) width / SIDE, paths);
    }
}
