package org.postbag.bot.config;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/**
 * One mapping of the configuration file, read key by key: a value comes from the environment, the file or the default,
 * a mistake is noted and the default used, and {@link #close} notes the keys nobody asked for. What was read is kept
 * for {@code config show}, secrets masked.
 */
final class Section {
    private final String path;
    private final Map<String, Node> nodes = new LinkedHashMap<>();
    private final Set<String> known = new LinkedHashSet<>();
    private final Map<String, Object> shown = new LinkedHashMap<>();
    private final Environment environment;
    private final List<ConfigProblem> problems;
    private final int line;

    Section(String path, @Nullable Node node, Environment environment, List<ConfigProblem> problems) {
        this.path = path;
        this.environment = environment;
        this.problems = problems;
        this.line = node == null ? 0 : line(node);
        if (node instanceof MappingNode mapping) {
            for (NodeTuple tuple : mapping.getValue()) {
                String key = ((ScalarNode) tuple.getKeyNode()).getValue();
                if (nodes.put(key, tuple.getValueNode()) != null)
                    note(line(tuple.getKeyNode()), key, "is written twice; keep one");
            }
        } else if (node != null && !isNothing(node)) {
            problem("", "must be a group of keys, one a line, indented below it");
        }
    }

    int line() {
        return line;
    }

    boolean has(String key) {
        return nodes.containsKey(key);
    }

    Map<String, Object> shown() {
        return shown;
    }

    /** A value that may be absent. */
    <T> @Nullable T optional(String key, Function<String, T> parser) {
        return optional(key, parser, false);
    }

    /** A value that may be absent and is never shown. */
    @Nullable
    String secret(String key) {
        return optional(key, Function.identity(), true);
    }

    <T> T value(String key, T fallback, Function<String, T> parser) {
        T value = optional(key, parser);
        if (value != null) return value;
        shown.put(key, plain(fallback));
        return fallback;
    }

    String text(String key, String fallback) {
        return value(key, fallback, Function.identity());
    }

    @Nullable
    Path path(String key, Path base) {
        return optional(key, text -> base.resolve(text).normalize());
    }

    /** A nested group of keys, empty when absent. */
    Section section(String key) {
        known.add(key);
        Section section = new Section(child(key), nodes.get(key), environment, problems);
        shown.put(key, section.shown);
        return section;
    }

    boolean hasSection(String key) {
        known.add(key);
        Node node = nodes.get(key);
        return (node != null && !isNothing(node)) || environment.hasBelow(child(key));
    }

    /** A list of groups; a single group counts as a list of one. */
    List<Section> sections(String key) {
        known.add(key);
        Node node = nodes.get(key);
        List<Node> items = new ArrayList<>();
        if (node instanceof SequenceNode sequence) items.addAll(sequence.getValue());
        else if (node instanceof MappingNode) items.add(node);
        else if (node != null && !isNothing(node)) problem(key, "must be a list, each entry starting with '- '");
        List<Section> sections = new ArrayList<>();
        List<Object> shownItems = new ArrayList<>();
        int count = items.isEmpty() && environment.hasBelow(child(key) + "[0]") ? 1 : items.size();
        for (int i = 0; i < count; i++) {
            Section section = new Section(
                    child(key) + "[" + i + "]", i < items.size() ? items.get(i) : null, environment, problems);
            sections.add(section);
            shownItems.add(section.shown);
        }
        shown.put(key, shownItems);
        return sections;
    }

    /** A list of words; a single word counts as a list of one, and the environment's is split at commas. */
    List<String> words(String key) {
        known.add(key);
        Node node = nodes.get(key);
        List<String> words = new ArrayList<>();
        String given = fromEnvironment(key);
        if (given != null) {
            for (String word : given.split(",", -1)) if (!word.isBlank()) words.add(word.strip());
        } else if (node instanceof SequenceNode sequence) {
            for (Node item : sequence.getValue()) addWord(words, key, item);
        } else if (node != null && !isNothing(node)) {
            addWord(words, key, node);
        }
        shown.put(key, words);
        return words;
    }

    /** A group whose keys are free and whose values are lists of words. */
    Map<String, List<String>> wordLists(String key) {
        Section section = section(key);
        Map<String, List<String>> lists = new LinkedHashMap<>();
        for (String name : List.copyOf(section.nodes.keySet())) lists.put(name, section.words(name));
        return lists;
    }

    void problem(String key, String problem) {
        Node node = nodes.get(key);
        note(node == null ? line : line(node), key, problem);
    }

    /** Notes the keys that are not known, each with the nearest that is. */
    void close() {
        for (Map.Entry<String, Node> entry : nodes.entrySet()) {
            if (known.contains(entry.getKey())) continue;
            String nearest = Nearest.to(entry.getKey(), known);
            note(
                    line(entry.getValue()),
                    entry.getKey(),
                    "is not a key here"
                            + (nearest == null
                                    ? "; known are " + String.join(", ", known)
                                    : "; did you mean '" + nearest + "'?"));
        }
    }

    private <T> @Nullable T optional(String key, Function<String, T> parser, boolean secret) {
        known.add(key);
        Node node = nodes.get(key);
        String text = fromEnvironment(key);
        if (text == null && node != null && !isNothing(node)) {
            if (node instanceof ScalarNode scalar) text = scalar.getValue();
            else problem(key, "must be a single value");
        }
        if (text == null) return null;
        try {
            T value = parser.apply(environment.resolve(text));
            shown.put(key, secret ? "********" : plain(value));
            return value;
        } catch (IllegalArgumentException | java.time.DateTimeException e) {
            problem(key, String.valueOf(e.getMessage()));
            return null;
        }
    }

    private @Nullable String fromEnvironment(String key) {
        try {
            return environment.value(child(key)).orElse(null);
        } catch (IOException e) {
            note(0, key, "its file named in the environment cannot be read: " + e.getMessage());
            return null;
        }
    }

    private void addWord(List<String> words, String key, Node item) {
        if (item instanceof ScalarNode scalar) words.add(scalar.getValue());
        else problem(key, "must be a list of words");
    }

    private void note(int atLine, String key, String problem) {
        problems.add(new ConfigProblem(atLine, key.isEmpty() ? path : child(key), problem));
    }

    private String child(String key) {
        return path.isEmpty() ? key : path + "." + key;
    }

    private static Object plain(@Nullable Object value) {
        return value instanceof Number || value instanceof Boolean ? value : Values.show(value);
    }

    private static boolean isNothing(Node node) {
        return node instanceof ScalarNode scalar && scalar.getValue().isEmpty() && scalar.isPlain();
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
