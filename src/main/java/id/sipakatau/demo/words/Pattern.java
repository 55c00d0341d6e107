package id.sipakatau.demo.words;

import java.util.ArrayList;
import java.util.List;
import java.util.random.RandomGenerator;

/**
 * A sentence with gaps.
 *
 * @param language of the sentence
 * @param alone whether it is sent as it is, without greeting or request
 * @param text as written in its file, for example <i>Sampah menumpuk di {jalan}</i>
 */
public record Pattern(Language language, boolean alone, String text, List<Piece> pieces) {

    public enum Language {
        INDONESIAN,
        ENGLISH
    }

    /** A part of a pattern: words, or a gap by its name. */
    public record Piece(String words, boolean gap) {}

    /** Reads a line of a pattern file. */
    static Pattern parse(String line) {
        var rest = line.strip();
        var language = Language.INDONESIAN;
        boolean alone = false;
        if (rest.startsWith("= ")) {
            alone = true;
            rest = rest.substring(2).strip();
        }
        if (rest.startsWith("en: ")) {
            language = Language.ENGLISH;
            rest = rest.substring(4).strip();
        }
        return new Pattern(language, alone, rest, pieces(rest));
    }

    private static List<Piece> pieces(String text) {
        var pieces = new ArrayList<Piece>();
        int at = 0;
        while (at < text.length()) {
            int open = text.indexOf('{', at);
            int close = open < 0 ? -1 : text.indexOf('}', open);
            if (close < 0) {
                pieces.add(new Piece(text.substring(at), false));
                break;
            }
            if (open > at) {
                pieces.add(new Piece(text.substring(at, open), false));
            }
            pieces.add(new Piece(text.substring(open + 1, close), true));
            at = close + 1;
        }
        return List.copyOf(pieces);
    }

    /** Appends the sentence with its gaps filled. */
    public void write(StringBuilder text, Surroundings surroundings, RandomGenerator random) {
        for (var piece : pieces) {
            if (piece.gap) {
                surroundings.fill(text, piece.words, language, random);
            } else {
                text.append(piece.words);
            }
        }
    }
}
