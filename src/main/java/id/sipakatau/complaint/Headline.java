package id.sipakatau.complaint;

import java.util.regex.Pattern;

/** The few words that stand for a complaint in lists: its first sentence, cut at a word. */
public final class Headline {

    /** Longest headline, in characters, the ellipsis included. */
    public static final int LONGEST = 72;

    /** A first sentence that is shorter ("Assalamualaikum.") says too little: the next is taken along. */
    private static final int SHORTEST = 25;

    /** No sentence ends with a shortened word before a name or a number: "Jl. Mallengkeri", "No. 5". */
    private static final String SHORTENED =
            "(?<!\\b(?:jl|jln|jend|gg|lr|no|kel|kec|kab|kpg|km|dr|drs|hj|st|pt|cv|bpk|sdr|prof|ir|mr|mrs|ms)\\.)";

    private static final Pattern END_OF_SENTENCE =
            Pattern.compile("[.!?]+" + SHORTENED + "(?=\\s)|\\n", Pattern.CASE_INSENSITIVE);

    private Headline() {}

    /** The headline of a description; never empty if the description is not blank. */
    public static String of(String description) {
        var text = description.strip();
        var end = END_OF_SENTENCE.matcher(text);
        var sentence = (end.find(Math.min(SHORTEST, text.length())) ? text.substring(0, end.start()) : text)
                .replaceAll("\\s+", " ")
                .replaceFirst("\\.+$", "");
        if (sentence.length() <= LONGEST) {
            return sentence;
        }
        int cut = sentence.lastIndexOf(' ', LONGEST - 1);
        var kept = cut >= SHORTEST ? sentence.substring(0, cut) : firstCharacters(sentence);
        return kept.replaceFirst("[\\s,;:]+$", "") + "…";
    }

    /** Without cutting an emoji in two. */
    private static String firstCharacters(String word) {
        int end = Character.isHighSurrogate(word.charAt(LONGEST - 2)) ? LONGEST - 2 : LONGEST - 1;
        return word.substring(0, end);
    }
}
