package id.sipakatau.evidence;

/** Says which setting is out of its bounds, so that the program does not start with it. */
final class SettingsCheck {

    private static final long MB = 1_000_000;

    private SettingsCheck() {}

    /** @throws IllegalArgumentException naming the setting, its value and its bounds */
    static void check(EvidenceSettings settings) {
        within("max-bytes", settings.maxBytes().asLongValue(), MB / 10, 100 * MB);
        within("max-pixels", settings.maxPixels(), MB, 200 * MB);
        within("decoders", settings.decoders(), 1, 64);
        within("decode-memory", settings.decodeMemory().asLongValue(), 64 * MB, Integer.MAX_VALUE * MB);
        within("heif.memory", settings.heif().memory().asLongValue(), 64 * MB, Integer.MAX_VALUE * MB);
        within("heif.time in ms", settings.heif().time().toMillis(), 100, 600_000);
    }

    private static void within(String name, long value, long least, long most) {
        if (value < least || value > most) {
            throw new IllegalArgumentException(
                    "sipakatau.evidence.%s must be %d to %d, but is %d".formatted(name, least, most, value));
        }
    }
}
