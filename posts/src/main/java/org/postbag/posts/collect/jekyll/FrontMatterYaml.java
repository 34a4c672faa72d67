package org.postbag.posts.collect.jekyll;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.composer.Composer;
import org.yaml.snakeyaml.constructor.AbstractConstruct;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.parser.ParserImpl;
import org.yaml.snakeyaml.reader.StreamReader;
import org.yaml.snakeyaml.resolver.Resolver;

/**
 * YAML for front matter: the core schema of YAML 1.2 (so that {@code 12:30} and {@code no} stay words), merge keys,
 * plain timestamps recognised, the last of several equal keys. Aliases, depth and size are limited.
 */
final class FrontMatterYaml {
    private static final Pattern CORE_BOOL = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern CORE_INT = Pattern.compile("[-+]?[0-9]{1,18}|0o[0-7]{1,20}|0x[0-9a-fA-F]{1,15}");
    private static final Pattern CORE_FLOAT =
            Pattern.compile("[-+]?(?:\\.[0-9]+|[0-9]+(?:\\.[0-9]*)?)(?:[eE][-+]?[0-9]{1,3})?");
    private static final Pattern CORE_NULL = Pattern.compile("~|null|Null|NULL|");
    private static final Pattern CORE_MERGE = Pattern.compile("<<");

    /** As SafeYAML's {@code TIME_MATCHER}, which is what Jekyll reads with. */
    private static final Pattern CORE_TIMESTAMP =
            Pattern.compile("\\d{4}-\\d{1,2}-\\d{1,2}(?:[Tt]|\\s+)\\d{1,2}:\\d\\d:\\d\\d"
                    + "(?:\\.\\d*)?\\s*(?:Z|[-+]\\d{1,2}(?::?\\d{2})?)?");

    private static final int MAX_DEPTH = 30;
    private static final int MAX_ALIASES = 50;
    private static final int MAX_VALUES = 10_000;
    private static final int MAX_CODE_POINTS = 300_000;

    private FrontMatterYaml() {}

    /** A date and time written plainly, not in quotes; only such a one is UTC when it names no zone. */
    record Timestamp(String written) {
        @Override
        public String toString() {
            return written;
        }
    }

    /**
     * @param above lines of the file above the first line of {@code yaml}
     * @throws Broken when it is no YAML, or not a list of fields, or too much of it
     */
    static Map<String, Object> read(String yaml, int above) throws Broken {
        Object value;
        try {
            value = load(yaml);
            new Bound().check(value, 0);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? above : e.getProblemMark().getLine() + 1 + above;
            throw new Broken(
                    line, "its front matter is no YAML: " + problem(e), "quote the value, or correct the line");
        } catch (YAMLException e) {
            throw new Broken(above, "its front matter cannot be read: " + e.getMessage(), "simplify it");
        } catch (StackOverflowError e) {
            throw new Broken(above, "its front matter is nested too deeply", "simplify it");
        }
        if (value == null) return Map.of();
        if (!(value instanceof Map<?, ?> map))
            throw new Broken(above + 1, "its front matter is no list of fields", "write 'title: …', a field a line");
        Map<String, Object> fields = new LinkedHashMap<>();
        map.forEach((key, one) -> {
            if (key != null) put(fields, key.toString(), one);
        });
        return fields;
    }

    /** Null stays: an empty field is not an absent one. */
    @SuppressWarnings("NullAway")
    private static void put(Map<String, Object> fields, String key, @Nullable Object value) {
        fields.put(key, value);
    }

    private static String problem(MarkedYAMLException e) {
        return e.getProblem() == null ? "not understood" : e.getProblem();
    }

    /** The first document. {@code Yaml} itself would bring a writer with it, which costs more than the reading. */
    private static @Nullable Object load(String yaml) {
        LoaderOptions limits = new LoaderOptions();
        limits.setAllowDuplicateKeys(true);
        limits.setWarnOnDuplicateKeys(false);
        limits.setAllowRecursiveKeys(false);
        limits.setMaxAliasesForCollections(MAX_ALIASES);
        limits.setNestingDepthLimit(MAX_DEPTH);
        limits.setCodePointLimit(MAX_CODE_POINTS);
        Plain plain = new Plain(limits);
        plain.setComposer(new Composer(new ParserImpl(new StreamReader(yaml), limits), new CoreSchema(), limits));
        return plain.getSingleData(Object.class);
    }

    /** Aliases can make much of little, or a loop; what is kept must be neither. */
    private static final class Bound {
        private int values;

        void check(@Nullable Object value, int depth) {
            if (++values > MAX_VALUES) throw new YAMLException("more than " + MAX_VALUES + " values");
            if (depth > MAX_DEPTH) throw new YAMLException("nested more than " + MAX_DEPTH + " deep");
            if (value instanceof Map<?, ?> map)
                map.forEach((key, one) -> {
                    check(key, depth + 1);
                    check(one, depth + 1);
                });
            else if (value instanceof List<?> list) for (Object one : list) check(one, depth + 1);
        }
    }

    private static final class CoreSchema extends Resolver {
        @Override
        protected void addImplicitResolvers() {
            addImplicitResolver(Tag.BOOL, CORE_BOOL, "tTfF");
            addImplicitResolver(Tag.TIMESTAMP, CORE_TIMESTAMP, "0123456789");
            addImplicitResolver(Tag.INT, CORE_INT, "-+0123456789");
            addImplicitResolver(Tag.FLOAT, CORE_FLOAT, "-+.0123456789");
            addImplicitResolver(Tag.MERGE, CORE_MERGE, "<");
            addImplicitResolver(Tag.NULL, CORE_NULL, "~nN\0");
            addImplicitResolver(Tag.NULL, Pattern.compile("^$"), null);
        }
    }

    /** Core types only; a tag of somebody's own means nothing here, so its value is taken as it stands. */
    private static final class Plain extends SafeConstructor {
        Plain(LoaderOptions limits) {
            super(limits);
            yamlConstructors.put(Tag.TIMESTAMP, scalar(Timestamp::new));
            yamlConstructors.put(Tag.INT, scalar(Plain::integer));
            yamlConstructors.put(Tag.FLOAT, scalar(Double::valueOf));
            yamlConstructors.put(Tag.BOOL, scalar(text -> text.charAt(0) == 't' || text.charAt(0) == 'T'));
            yamlConstructors.put(null, new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    if (node instanceof ScalarNode scalar) return scalar.getValue();
                    if (node instanceof SequenceNode sequence) return constructSequence(sequence);
                    return constructMapping((MappingNode) node);
                }
            });
        }

        private static AbstractConstruct scalar(java.util.function.Function<String, Object> value) {
            return new AbstractConstruct() {
                @Override
                public Object construct(Node node) {
                    return value.apply(((ScalarNode) node).getValue());
                }
            };
        }

        private static Long integer(String text) {
            if (text.startsWith("0x")) return Long.valueOf(text.substring(2), 16);
            if (text.startsWith("0o")) return Long.valueOf(text.substring(2), 8);
            return Long.valueOf(text.startsWith("+") ? text.substring(1) : text);
        }
    }
}
