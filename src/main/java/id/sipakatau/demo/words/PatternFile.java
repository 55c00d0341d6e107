package id.sipakatau.demo.words;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;

/** The patterns of one file in their groups. */
public final class PatternFile {

    private static final String FOLDER = "/demo/";

    private final String name;
    private final Map<String, List<Pattern>> all = new HashMap<>();
    private final Map<String, List<Pattern>> english;
    private final Map<String, List<Pattern>> indonesian;

    private PatternFile(String name, List<String> lines) {
        this.name = name;
        var group = "";
        for (var line : lines) {
            if (line.isBlank() || line.startsWith("#")) {
                continue;
            }
            if (line.startsWith("== ")) {
                group = line.substring(3).strip();
            } else {
                all.computeIfAbsent(group, _ -> new ArrayList<>()).add(Pattern.parse(line));
            }
        }
        english = only(Pattern.Language.ENGLISH);
        indonesian = only(Pattern.Language.INDONESIAN);
    }

    /** Reads a file that is part of the program, for example {@code kebersihan.txt}. */
    public static PatternFile read(String name) {
        return new PatternFile(name, lines(name));
    }

    /** All lines of a file that is part of the program, comments too. */
    public static List<String> lines(String name) {
        try (var in = PatternFile.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalArgumentException("no words in " + FOLDER + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException("The words in " + FOLDER + name + " could not be read", e);
        }
    }

    public Set<String> groups() {
        return Set.copyOf(all.keySet());
    }

    /** The patterns of a group; none if there is no such group. */
    public List<Pattern> group(String group) {
        return List.copyOf(all.getOrDefault(group, List.of()));
    }

    /** Whether a group has patterns in that language. */
    boolean speaks(String group, Pattern.Language language) {
        return (language == Pattern.Language.ENGLISH ? english : indonesian).containsKey(group);
    }

    /**
     * Any pattern of a group.
     *
     * @throws IllegalArgumentException if there is none
     */
    public Pattern any(String group, RandomGenerator random) {
        return any(all, group, random);
    }

    /** Any pattern of a group in that language; in Indonesian if the group has none in that language. */
    public Pattern any(String group, Pattern.Language language, RandomGenerator random) {
        boolean translated = language == Pattern.Language.ENGLISH && english.containsKey(group);
        return any(translated ? english : indonesian, group, random);
    }

    private Pattern any(Map<String, List<Pattern>> groups, String group, RandomGenerator random) {
        var patterns = groups.get(group);
        if (patterns == null) {
            throw new IllegalArgumentException(name + " has no group " + group);
        }
        return patterns.get(random.nextInt(patterns.size()));
    }

    private Map<String, List<Pattern>> only(Pattern.Language language) {
        return all.entrySet().stream()
                .map(entry -> Map.entry(
                        entry.getKey(),
                        entry.getValue().stream()
                                .filter(pattern -> pattern.language() == language)
                                .toList()))
                .filter(entry -> !entry.getValue().isEmpty())
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }
}
