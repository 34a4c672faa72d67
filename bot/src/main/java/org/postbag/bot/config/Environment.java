package org.postbag.bot.config;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The environment's half of the configuration: a value for a key ({@code POSTBAG_SMTP_PASSWORD}, or the name of a file
 * with it in {@code POSTBAG_SMTP_PASSWORD_FILE}), and {@code ${NAME}} inside a value. {@link Section} asks it for every
 * key it reads.
 */
final class Environment {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\{([A-Za-z_][A-Za-z0-9_]*)}");

    private final Map<String, String> variables;

    Environment(Map<String, String> variables) {
        this.variables = Map.copyOf(variables);
    }

    /** The value for a key such as {@code email.smtp[0].password}, if the environment has one. */
    Optional<String> value(String path) throws IOException {
        for (String name : names(path)) {
            String direct = variables.get(name);
            if (direct != null) return Optional.of(direct);
            String file = variables.get(name + "_FILE");
            if (file != null) return Optional.of(Files.readString(Path.of(file)).strip());
        }
        return Optional.empty();
    }

    /** Whether anything below a key is set, so that a section absent from the file exists all the same. */
    boolean hasBelow(String path) {
        return names(path).stream()
                .anyMatch(name -> variables.keySet().stream().anyMatch(v -> v.startsWith(name + "_")));
    }

    /** Puts the environment's values in; {@code Left} names a variable that is not set. */
    String resolve(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder out = new StringBuilder();
        while (matcher.find()) {
            String name = matcher.group(1);
            String value = variables.get(name);
            if (value == null)
                throw new IllegalArgumentException("the environment has no " + name
                        + "; set it, or write the value itself instead of ${" + name + "}");
            matcher.appendReplacement(out, Matcher.quoteReplacement(value));
        }
        return matcher.appendTail(out).toString();
    }

    /** The first of several servers may leave out its index, and mail's parts their {@code email.}. */
    private static List<String> names(String path) {
        List<String> names = new ArrayList<>();
        List<String> paths = new ArrayList<>(List.of(path));
        if (path.startsWith("email.")) paths.add(path.substring("email.".length()));
        for (String p : paths) {
            names.add(name(p));
            if (p.contains("[0]")) names.add(name(p.replace("[0]", "")));
        }
        return names;
    }

    private static String name(String path) {
        return "POSTBAG_"
                + path.toUpperCase(Locale.ROOT).replaceAll("[\\[.\\-]", "_").replace("]", "");
    }
}
