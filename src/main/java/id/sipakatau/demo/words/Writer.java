package id.sipakatau.demo.words;

import id.sipakatau.city.Category;
import id.sipakatau.city.City;
import id.sipakatau.city.Kind;
import id.sipakatau.city.Requirement;
import id.sipakatau.complaint.DismissalReason;
import id.sipakatau.complaint.Outcome;
import id.sipakatau.demo.words.Pattern.Language;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.random.RandomGenerator;

/** Everybody who writes something in the demo: citizens, administrators and operators. */
public final class Writer {

    private static final String DETAIL = "detail";

    private final Map<String, PatternFile> byAgency = new HashMap<>();
    private final PatternFile common = PatternFile.read("bersama.txt");
    private final PatternFile wishesAndQuestions = PatternFile.read("usul-tanya.txt");
    private final PatternFile dismissed = PatternFile.read("ditolak.txt");
    private final PatternFile staff = PatternFile.read("petugas.txt");
    private final PatternFile talk = PatternFile.read("percakapan.txt");

    public Writer(City city) {
        for (var agency : city.agencies()) {
            byAgency.put(agency.id(), PatternFile.read(agency.id() + ".txt"));
        }
    }

    /** What a citizen writes about a matter of this category. */
    public String complaint(Category category, Surroundings around, RandomGenerator random) {
        var patterns = patterns(category);
        var heart = patterns.any(category.id(), random);
        var text = new StringBuilder(160);
        if (heart.alone()) {
            heart.write(text, around, random);
            return Voice.of(random).type(text.toString(), random);
        }
        var language = heart.language();
        if (chance(category.emergency() ? 0.2 : 0.42, random)) {
            sentence(text, common.any("opening", language, random), around, random);
        }
        sentence(text, heart, around, random);
        int details = details(category, random);
        for (int i = 0; i < details; i++) {
            sentence(text, detail(patterns, category, language, random), around, random);
        }
        if (chance(category.emergency() ? 0.25 : 0.5, random)) {
            sentence(text, common.any("plea", language, random), around, random);
        }
        return Voice.of(random).type(text.toString(), random);
    }

    /** What a citizen writes who has a wish or a question for the agency of this category. */
    public String wishOrQuestion(Kind kind, Category category, Surroundings around, RandomGenerator random) {
        var heart = wishesAndQuestions.any(kind + " " + category.agencyId(), random);
        var text = new StringBuilder();
        if (!heart.alone() && chance(0.4, random)) {
            sentence(text, common.any("opening", heart.language(), random), around, random);
        }
        sentence(text, heart, around, random);
        return Voice.of(random).type(text.toString(), random);
    }

    /** Where no place is asked for it is a question or a secret, and details of a spot would not fit. */
    private static int details(Category category, RandomGenerator random) {
        if (category.place() != Requirement.REQUIRED || chance(0.5, random)) {
            return 0;
        }
        return chance(0.8, random) ? 1 : 2;
    }

    private Pattern detail(PatternFile patterns, Category category, Language language, RandomGenerator random) {
        if (category.emergency()) {
            return common.any("urgent", language, random);
        }
        boolean ownWords = language == Language.INDONESIAN || patterns.speaks(DETAIL, language);
        return ownWords && chance(0.4, random)
                ? patterns.any(DETAIL, language, random)
                : common.any(DETAIL, language, random);
    }

    /** Something that the administrator turns down for this reason. */
    public String unfit(DismissalReason reason, Surroundings around, RandomGenerator random) {
        var text = new StringBuilder();
        dismissed.any(reason.name(), random).write(text, around, random);
        return text.toString();
    }

    /** What its reporter is told. */
    public String dismissal(DismissalReason reason, Surroundings around, RandomGenerator random) {
        return said(dismissed, "words " + reason.name(), around, random);
    }

    /** How a reporter objects to a dismissal. */
    public String appeal(Surroundings around, RandomGenerator random) {
        return said(dismissed, "appeal", around, random);
    }

    /** What an agency writes when it begins. */
    public String start(Kind kind, Category category, Surroundings around, RandomGenerator random) {
        var whose = kind == Kind.COMPLAINT ? category.agencyId() : kind.name();
        return said(staff, "start " + whose, around, random);
    }

    /** What an agency writes when it is done. */
    public String finish(Kind kind, Category category, Outcome outcome, Surroundings around, RandomGenerator random) {
        var whose = kind == Kind.ASPIRATION ? kind.name() : category.agencyId();
        var group = switch (outcome) {
            case RESOLVED -> "resolved " + category.id();
            case ANSWERED -> "answered " + whose;
            case DECLINED -> "declined " + whose;
        };
        return said(staff, group, around, random);
    }

    /** The category to which complaints of this one are sometimes handed over. */
    public Optional<String> handedOverTo(Category category) {
        var prefix = "handover " + category.id() + " > ";
        return staff.groups().stream()
                .filter(group -> group.startsWith(prefix))
                .map(group -> group.substring(prefix.length()))
                .min(String::compareTo);
    }

    /** Why an agency hands it over. */
    public String handOver(Category from, String to, Surroundings around, RandomGenerator random) {
        return said(staff, "handover " + from.id() + " > " + to, around, random);
    }

    /** What an agency asks a reporter. */
    public String question(Surroundings around, RandomGenerator random) {
        return said(talk, "question", around, random);
    }

    /** How a reporter answers it. */
    public String reply(Surroundings around, RandomGenerator random) {
        return said(talk, "reply", around, random);
    }

    /** How a reporter says that it is not done. */
    public String contest(Surroundings around, RandomGenerator random) {
        return said(talk, "contest", around, random);
    }

    /** What goes with so many stars of a reporter. */
    public String praise(int stars, Surroundings around, RandomGenerator random) {
        return said(talk, stars > 3 ? "praise" : "displeased", around, random);
    }

    /** What people write below a complaint that everybody can read. */
    public String comment(Surroundings around, RandomGenerator random) {
        return said(talk, "comment", around, random);
    }

    private static String said(PatternFile file, String group, Surroundings around, RandomGenerator random) {
        var text = new StringBuilder();
        file.any(group, Language.INDONESIAN, random).write(text, around, random);
        return text.toString();
    }

    private PatternFile patterns(Category category) {
        var patterns = byAgency.get(category.agencyId());
        if (patterns == null) {
            throw new IllegalArgumentException("no words for agency " + category.agencyId());
        }
        return patterns;
    }

    private static void sentence(StringBuilder text, Pattern pattern, Surroundings around, RandomGenerator random) {
        if (!text.isEmpty()) {
            char last = text.charAt(text.length() - 1);
            text.append(Character.isLetterOrDigit(last) && !chance(0.3, random) ? ". " : " ");
        }
        pattern.write(text, around, random);
    }

    private static boolean chance(double share, RandomGenerator random) {
        return random.nextDouble() < share;
    }
}
