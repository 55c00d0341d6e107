package id.sipakatau.faults;

import id.sipakatau.evidence.CameraPhoto;
import id.sipakatau.intake.Sending;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/** A complaint as its reporter wrote it, with one to three photos that no other has. */
record Written(String id, Map<String, String> fields, List<Picture> photos) {

    private static final Instant FIRST = Instant.parse("2026-03-01T00:00:00Z");

    /**
     * @param small the reduced copy that goes first on a slow line; empty if there is none
     */
    @SuppressWarnings("ArrayRecordComponent") // compared by digest only
    record Picture(String source, byte[] full, byte[] small) {}

    /** @param reduced whether there are reduced copies */
    static Written number(int number, Random random, boolean reduced) {
        var fields = new LinkedHashMap<String, String>();
        fields.put("category", "pencurian");
        fields.put("description", "Aduan ke-" + number + ": motor hilang semalam di depan kos.");
        fields.put("latitude", "-5.1477");
        fields.put("longitude", "119.4327");
        fields.put("accuracy", "12.5");
        fields.put("positionSource", "GPS");
        var photos = new ArrayList<Picture>();
        for (int i = 0; i <= random.nextInt(3); i++) {
            // Another second in the file's data of its taking makes it another file.
            var taken = FIRST.plusSeconds(number * 10L + i);
            photos.add(new Picture(
                    i % 2 == 0 ? "camera" : "gallery",
                    CameraPhoto.taken(taken, -5.1340, 119.4058, 480),
                    reduced ? CameraPhoto.taken(taken, -5.1340, 119.4058, 240) : new byte[0]));
        }
        return new Written(Sending.newId(), fields, photos);
    }

    String description() {
        return fields.getOrDefault("description", "");
    }
}
