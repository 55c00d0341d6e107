package id.sipakatau.city.reading;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** A mapping of a YAML file. A key that is asked for and missing, or of the wrong kind, is recorded as a fault. */
public final class YamlMap {

    private final YamlFile file;
    private final int line;
    private final Map<String, NodeTuple> entries = new LinkedHashMap<>();
    private final Set<String> read = new HashSet<>();
    private final boolean standIn;

    private YamlMap(YamlFile file, int line, boolean standIn) {
        this.file = file;
        this.line = line;
        this.standIn = standIn;
        file.opened(this);
    }

    static Optional<YamlMap> of(YamlFile file, String name, Node node) {
        if (!(node instanceof MappingNode mapping)) {
            file.source().fault(YamlFile.line(node.getStartMark()), name + " must be a list of keys and values");
            return Optional.empty();
        }
        YamlMap map = new YamlMap(file, YamlFile.line(node.getStartMark()), false);
        mapping.getValue().forEach(map::put);
        return Optional.of(map);
    }

    static List<YamlMap> listOf(YamlFile file, String name, Node node) {
        List<YamlMap> maps = new ArrayList<>();
        for (Node item : items(file, name, node)) {
            of(file, "an entry of " + name, item).ifPresent(maps::add);
        }
        return maps;
    }

    /** The line on which the mapping begins. */
    public int line() {
        return line;
    }

    /** The keys in the order of the file. */
    public Set<String> keys() {
        return entries.keySet();
    }

    /** The value of a key that has to be there. */
    public Value value(String key) {
        return new Value(
                file.source(),
                lineOf(key),
                key,
                require(key).map(node -> scalar(key, node)).orElse(null));
    }

    /** The value of a key that may be left out. */
    public Optional<Value> optional(String key) {
        return entries.containsKey(key) ? Optional.of(value(key)) : Optional.empty();
    }

    /** The mapping under a key; an empty one as a stand-in. */
    public YamlMap map(String key) {
        return require(key)
                .flatMap(node -> of(file, "'" + key + "'", node))
                .orElseGet(() -> new YamlMap(file, line, true));
    }

    /** The mappings listed under a key. */
    public List<YamlMap> maps(String key) {
        return require(key).map(node -> listOf(file, "'" + key + "'", node)).orElse(List.of());
    }

    /** The values listed under a key. */
    public List<Value> values(String key) {
        return require(key).map(node -> items(file, "'" + key + "'", node)).orElse(List.of()).stream()
                .map(item -> new Value(file.source(), YamlFile.line(item.getStartMark()), key, scalar(key, item)))
                .toList();
    }

    /** Records a fault at the mapping's first line. */
    public void fault(String message) {
        file.source().fault(line, message);
    }

    void reportUnread() {
        for (String key : entries.keySet()) {
            if (!read.contains(key)) {
                file.source().fault(lineOf(key), "the key '" + key + "' is not known here");
            }
        }
    }

    private void put(NodeTuple entry) {
        if (!(entry.getKeyNode() instanceof ScalarNode key)) {
            file.source().fault(YamlFile.line(entry.getKeyNode().getStartMark()), "a key must be a word");
        } else if (entries.putIfAbsent(key.getValue(), entry) != null) {
            file.source().fault(YamlFile.line(key.getStartMark()), "the key '" + key.getValue() + "' is there twice");
        }
    }

    private Optional<Node> require(String key) {
        read.add(key);
        NodeTuple entry = entries.get(key);
        if (entry == null && !standIn) {
            file.source().fault(line, "the key '" + key + "' is missing");
        }
        return Optional.ofNullable(entry).map(NodeTuple::getValueNode);
    }

    private int lineOf(String key) {
        NodeTuple entry = entries.get(key);
        return entry == null ? line : YamlFile.line(entry.getKeyNode().getStartMark());
    }

    private @Nullable String scalar(String key, Node node) {
        if (node instanceof ScalarNode scalar && !scalar.getValue().isBlank()) {
            return scalar.getValue().strip();
        }
        String fault = node instanceof ScalarNode ? "is empty" : "must be a single value";
        file.source().fault(YamlFile.line(node.getStartMark()), "'" + key + "' " + fault);
        return null;
    }

    private static List<Node> items(YamlFile file, String name, Node node) {
        if (node instanceof SequenceNode sequence && !sequence.getValue().isEmpty()) {
            return sequence.getValue();
        }
        String fault = node instanceof SequenceNode ? " has no entries" : " must be a list";
        file.source().fault(YamlFile.line(node.getStartMark()), name + fault);
        return List.of();
    }
}
