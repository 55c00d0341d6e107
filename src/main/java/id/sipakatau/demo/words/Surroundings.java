package id.sipakatau.demo.words;

import id.sipakatau.demo.words.Pattern.Language;
import java.time.LocalDateTime;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * What the writer of a complaint has around them, and so what fills the gaps of a pattern.
 *
 * @param street main street nearby
 * @param lane the lane within the neighbourhood
 * @param landmark something that everybody there knows, in Indonesian
 * @param landmarkInEnglish the same for visitors
 * @param hamlet RT and RW
 * @param moment when it is written, on the clock of the city
 */
public record Surroundings(
        String street,
        String lane,
        String kelurahan,
        String kecamatan,
        String landmark,
        String landmarkInEnglish,
        String hamlet,
        LocalDateTime moment) {

    private static final List<String> DAYS = List.of("Senin", "Selasa", "Rabu", "Kamis", "Jumat", "Sabtu", "Minggu");
    private static final List<String> DAYS_IN_ENGLISH =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday");
    private static final List<String> DURATIONS = List.of(
            "2 hari",
            "3 hari",
            "4 hari",
            "5 hari",
            "hampir seminggu",
            "seminggu",
            "1 minggu",
            "semingguan",
            "seminggu lebih",
            "10 hari",
            "dua minggu",
            "2 minggu",
            "2 mingguan",
            "tiga minggu",
            "hampir sebulan",
            "sebulan",
            "1 bulan",
            "sebulan lebih",
            "dua bulan",
            "2 bulan",
            "berhari-hari",
            "berminggu-minggu",
            "berbulan-bulan",
            "setengah bulan");
    private static final List<String> DURATIONS_IN_ENGLISH = List.of(
            "three days", "almost a week", "a week", "two weeks", "more than a week", "a month", "several days");

    void fill(StringBuilder text, String gap, Language language, RandomGenerator random) {
        boolean english = language == Language.ENGLISH;
        switch (gap) {
            case "jalan" -> text.append(street);
            case "lorong" -> text.append(lane);
            case "kelurahan" -> text.append(kelurahan);
            case "kecamatan" -> text.append(kecamatan);
            case "rt" -> text.append(hamlet);
            case "patokan" -> text.append(english ? landmarkInEnglish : landmark);
            case "lama" -> text.append(any(english ? DURATIONS_IN_ENGLISH : DURATIONS, random));
            case "waktu" -> text.append(english ? earlierInEnglish(random) : earlier(random));
            case "jam" -> text.append(english ? hourInEnglish(random) : hour(random));
            case "hari" -> text.append((english ? DAYS_IN_ENGLISH : DAYS).get(random.nextInt(DAYS.size())));
            case "jumlah" -> text.append(random.nextInt(2, 10));
            case "n" -> text.append(random.nextInt(1, 13));
            default -> throw new IllegalArgumentException("no such gap: {" + gap + "}");
        }
    }

    private String earlier(RandomGenerator random) {
        int hour = moment.getHour();
        return switch (random.nextInt(6)) {
            case 0 -> "kemarin";
            case 1 -> hour < 11 ? "tadi subuh" : "tadi pagi";
            case 2 -> "tadi malam";
            case 3 -> hour > 14 ? "tadi siang" : "kemarin sore";
            case 4 -> "semalam sekitar jam " + random.nextInt(7, 12);
            default ->
                "hari "
                        + DAYS.get(moment.minusDays(random.nextInt(1, 4))
                                .getDayOfWeek()
                                .ordinal()) + " kemarin";
        };
    }

    private String earlierInEnglish(RandomGenerator random) {
        return switch (random.nextInt(4)) {
            case 0 -> "yesterday";
            case 1 -> "last night";
            case 2 -> "this morning";
            default ->
                "on "
                        + DAYS_IN_ENGLISH.get(moment.minusDays(random.nextInt(1, 5))
                                .getDayOfWeek()
                                .ordinal());
        };
    }

    private static String hour(RandomGenerator random) {
        return switch (random.nextInt(5)) {
            case 0 -> "jam " + random.nextInt(9, 13) + " malam";
            case 1 -> "jam " + random.nextInt(1, 5) + " subuh";
            case 2 -> "jam " + random.nextInt(4, 7) + " sore";
            case 3 -> "tengah malam";
            default -> "jam " + random.nextInt(7, 11) + " malam";
        };
    }

    private static String hourInEnglish(RandomGenerator random) {
        return random.nextInt(8, 12) + " pm";
    }

    private static String any(List<String> choices, RandomGenerator random) {
        return choices.get(random.nextInt(choices.size()));
    }
}
