package org.postbag.bot.config;

import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;

/**
 * Reads the configuration file and the environment into a {@link Config}, or tells every mistake at once. What each key
 * means is in {@link ConfigReader}; this class finds and parses the file.
 */
public final class ConfigLoader {
    private static final int MAX_BYTES = 4 << 20;

    private final Map<String, String> environment;

    public ConfigLoader(Map<String, String> environment) {
        this.environment = environment;
    }

    /**
     * @param file the configuration file; it may be absent when {@code required} is false
     * @throws ConfigException with every mistake found
     */
    public Loaded load(Path file, boolean required) {
        Path base = base(file);
        if (!Files.exists(file)) {
            if (required)
                throw new ConfigException(
                        file.toString(),
                        List.of(new ConfigProblem(
                                0,
                                "",
                                "there is no such file; 'postbag config init' writes one, or leave --config out")));
            return read(file, base, null);
        }
        return read(file, base, parse(file));
    }

    /** The built-in defaults and the environment, with relative paths below {@code base}. */
    public Loaded defaults(Path base) {
        return read(base.resolve("postbag.yaml"), base, null);
    }

    /** Effective values as nested maps, in the file's order, secrets masked. */
    public record Loaded(Config config, Map<String, Object> shown) {}

    private Loaded read(Path file, Path base, @Nullable Node root) {
        List<ConfigProblem> problems = new ArrayList<>();
        Section section = new Section("", root, new Environment(environment), problems);
        Config config = new ConfigReader(base).read(section);
        if (!problems.isEmpty()) throw new ConfigException(file.toString(), problems);
        return new Loaded(config, section.shown());
    }

    private static Path base(Path file) {
        Path parent = file.toAbsolutePath().normalize().getParent();
        return parent == null ? Path.of("/") : parent;
    }

    private static @Nullable Node parse(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES)
                throw new ConfigException(file.toString(), List.of(new ConfigProblem(0, "", "is larger than 4 MB")));
            LoaderOptions options = new LoaderOptions();
            options.setMaxAliasesForCollections(50);
            options.setNestingDepthLimit(30);
            Node node = new Yaml(new SafeConstructor(options)).compose(new StringReader(Files.readString(file)));
            if (node instanceof MappingNode mapping) requireTextKeys(file, mapping);
            return node;
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 0 : e.getProblemMark().getLine() + 1;
            throw new ConfigException(
                    file.toString(),
                    List.of(new ConfigProblem(
                            line,
                            "",
                            "is not YAML: " + e.getProblem() + "; check indentation and quotes around this line")));
        } catch (YAMLException e) {
            throw new ConfigException(
                    file.toString(), List.of(new ConfigProblem(0, "", "is not YAML: " + e.getMessage())));
        } catch (CharacterCodingException e) {
            throw new ConfigException(
                    file.toString(), List.of(new ConfigProblem(0, "", "is not UTF-8 text; save it as UTF-8")));
        } catch (IOException e) {
            throw new ConfigException(
                    file.toString(), List.of(new ConfigProblem(0, "", "cannot be read: " + e.getMessage())));
        }
    }

    private static void requireTextKeys(Path file, MappingNode mapping) {
        for (NodeTuple tuple : mapping.getValue()) {
            if (!(tuple.getKeyNode() instanceof ScalarNode))
                throw new ConfigException(
                        file.toString(),
                        List.of(new ConfigProblem(
                                tuple.getKeyNode().getStartMark().getLine() + 1, "", "a key must be a plain word")));
            if (tuple.getValueNode() instanceof MappingNode inner) requireTextKeys(file, inner);
        }
    }
}
