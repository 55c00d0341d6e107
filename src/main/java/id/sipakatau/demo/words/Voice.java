package id.sipakatau.demo.words;

import java.util.Locale;
import java.util.Map;
import java.util.random.RandomGenerator;

/** How somebody types: the same complaint carefully, all in small letters, in a hurry, shouting. */
enum Voice {
    PLAIN,
    CAREFUL,
    SMALL,
    HURRIED,
    CHATTY,
    SHOUTING;

    private static final Map<String, String> SHORTENED = Map.ofEntries(
            Map.entry("yang", "yg"),
            Map.entry("tidak", "tdk"),
            Map.entry("sudah", "sdh"),
            Map.entry("dengan", "dgn"),
            Map.entry("karena", "krn"),
            Map.entry("belum", "blm"),
            Map.entry("orang", "org"),
            Map.entry("untuk", "utk"),
            Map.entry("jangan", "jgn"),
            Map.entry("sekarang", "skrg"),
            Map.entry("saja", "aja"),
            Map.entry("dari", "dr"),
            Map.entry("juga", "jg"),
            Map.entry("rumah", "rmh"),
            Map.entry("banyak", "byk"),
            Map.entry("kalau", "klo"),
            Map.entry("tolong", "tlg"),
            Map.entry("mohon", "mhn"),
            Map.entry("terima kasih", "tks"),
            Map.entry("jalan", "jln"),
            Map.entry("sampai", "smp"),
            Map.entry("malam", "mlm"),
            Map.entry("warga", "wrga"),
            Map.entry("dekat", "dkt"),
            Map.entry("depan", "dpn"),
            Map.entry("sama", "sm"),
            Map.entry("kenapa", "knp"),
            Map.entry("sekali", "skali"));

    private static final Map<String, String> WRITTEN_OUT = Map.ofEntries(
            Map.entry("yg", "yang"),
            Map.entry("tdk", "tidak"),
            Map.entry("sdh", "sudah"),
            Map.entry("dgn", "dengan"),
            Map.entry("krn", "karena"),
            Map.entry("skrg", "sekarang"),
            Map.entry("org", "orang"),
            Map.entry("bgt", "sekali"),
            Map.entry("anak2", "anak-anak"),
            Map.entry("nda", "tidak"),
            Map.entry("tau", "tahu"),
            Map.entry("malam2", "malam-malam"));

    static Voice of(RandomGenerator random) {
        int share = random.nextInt(100);
        return share < 38
                ? PLAIN
                : share < 52 ? CAREFUL : share < 75 ? SMALL : share < 88 ? HURRIED : share < 97 ? CHATTY : SHOUTING;
    }

    /** Types it. */
    String type(String text, RandomGenerator random) {
        return switch (this) {
            case PLAIN -> text;
            case CAREFUL -> ended(capitalized(replaced(text, WRITTEN_OUT, 1, random)));
            case SMALL -> withoutFullStop(replaced(text.toLowerCase(Locale.ROOT), SHORTENED, 0.35, random));
            case HURRIED ->
                mistyped(
                        replaced(text.toLowerCase(Locale.ROOT), SHORTENED, 0.6, random)
                                .replace(".", ""),
                        random);
            case CHATTY -> chatty(replaced(text, SHORTENED, 0.25, random), random);
            case SHOUTING -> withoutFullStop(text.toUpperCase(Locale.ROOT)) + (random.nextBoolean() ? "!!!" : "!!");
        };
    }

    private static String replaced(String text, Map<String, String> words, double share, RandomGenerator random) {
        var result = new StringBuilder(text.length() + 16);
        int at = 0;
        while (at < text.length()) {
            int end = at;
            while (end < text.length() && (Character.isLetterOrDigit(text.charAt(end)))) {
                end++;
            }
            if (end == at) {
                result.append(text.charAt(at++));
                continue;
            }
            var word = text.substring(at, end);
            var other = words.get(word);
            result.append(other != null && (share >= 1 || random.nextDouble() < share) ? other : word);
            at = end;
        }
        return result.toString();
    }

    private static String mistyped(String text, RandomGenerator random) {
        var letters = new StringBuilder(text);
        for (int slips = random.nextInt(1, 4); slips > 0 && letters.length() > 12; slips--) {
            int at = random.nextInt(1, letters.length() - 2);
            if (!isSmallLetter(letters.charAt(at))
                    || !isSmallLetter(letters.charAt(at + 1))
                    || !isSmallLetter(letters.charAt(at - 1))) {
                continue;
            }
            switch (random.nextInt(3)) {
                case 0 -> {
                    char first = letters.charAt(at);
                    letters.setCharAt(at, letters.charAt(at + 1));
                    letters.setCharAt(at + 1, first);
                }
                case 1 -> letters.deleteCharAt(at);
                default -> letters.insert(at, letters.charAt(at));
            }
        }
        return letters.toString();
    }

    private static boolean isSmallLetter(char letter) {
        return letter >= 'a' && letter <= 'z';
    }

    private static String chatty(String text, RandomGenerator random) {
        return switch (random.nextInt(6)) {
            case 0 -> trailing(text, "... ");
            case 1 -> trailing(text, ".. ") + "..";
            case 2 -> withoutFullStop(text) + " 🙏";
            case 3 -> withoutFullStop(text) + " 😭";
            case 4 -> text.replace(", ", ",");
            default -> withoutFullStop(text) + " 😡";
        };
    }

    /** Dots where sentences end, not where a street is abbreviated. */
    private static String trailing(String text, String dots) {
        var result = new StringBuilder(text.length() + 16);
        for (int at = 0; at < text.length(); at++) {
            boolean end = text.startsWith(". ", at) && at > 2 && !Character.isUpperCase(text.charAt(at - 2));
            if (end) {
                result.append(dots);
                at++;
            } else {
                result.append(text.charAt(at));
            }
        }
        return result.toString();
    }

    private static String capitalized(String text) {
        return text.isEmpty() ? text : Character.toUpperCase(text.charAt(0)) + text.substring(1);
    }

    private static String ended(String text) {
        return text.isEmpty() || !Character.isLetterOrDigit(text.charAt(text.length() - 1)) ? text : text + ".";
    }

    private static String withoutFullStop(String text) {
        return text.endsWith(".") ? text.substring(0, text.length() - 1) : text;
    }
}
