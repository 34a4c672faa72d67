package org.postbag.bot.config;

/**
 * One mistake in the configuration.
 *
 * @param line in the file, from 1; 0 when the value came from the environment or the file as a whole is meant
 * @param key dotted path, such as {@code digest.per-tag}
 * @param problem what is wrong and what to write instead
 */
public record ConfigProblem(int line, String key, String problem) {

    @Override
    public String toString() {
        return (line > 0 ? "line " + line + ", " : "") + (key.isEmpty() ? "" : key + ": ") + problem;
    }
}
