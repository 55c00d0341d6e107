package id.sipakatau.city.reading;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.error.Mark;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * A YAML file, read as a tree that keeps its lines. Every key has to be asked for by whoever reads it; {@link #done}
 * reports those that were not.
 */
public final class YamlFile {

    private final SourceFile file;
    private final List<YamlMap> maps = new ArrayList<>();

    public YamlFile(SourceFile file) {
        this.file = file;
    }

    /** The mapping that the file consists of; empty if the file holds something else. */
    public Optional<YamlMap> map() {
        return root().flatMap(node -> YamlMap.of(this, "the file", node));
    }

    /** The list of mappings that the file consists of. */
    public List<YamlMap> maps() {
        return root().map(node -> YamlMap.listOf(this, "the file", node)).orElse(List.of());
    }

    /** Records a fault for each key that nobody asked for. */
    public void done() {
        maps.forEach(YamlMap::reportUnread);
    }

    SourceFile source() {
        return file;
    }

    void opened(YamlMap map) {
        maps.add(map);
    }

    private Optional<Node> root() {
        return file.text().flatMap(this::parse);
    }

    private Optional<Node> parse(String text) {
        try {
            Node node = tree(text);
            if (node == null) {
                file.fault(0, "the file is empty");
            }
            return Optional.ofNullable(node);
        } catch (MarkedYAMLException e) {
            file.fault(line(e.getProblemMark()), "this is not YAML: " + e.getProblem());
        } catch (YAMLException e) {
            file.fault(0, "this is not YAML: " + e.getMessage());
        }
        return Optional.empty();
    }

    /** What {@code Yaml.compose} does, without the parts of the library that make objects of a tree and write them. */
    private static @Nullable Node tree(String text) {
        LoaderOptions options = new LoaderOptions();
        var parser = new ParserImpl(new StreamReader(text), options);
        return new Composer(parser, new Resolver(), options).getSingleNode();
    }

    static int line(@Nullable Mark mark) {
        return mark == null ? 0 : mark.getLine() + 1;
    }
}
