package org.postbag.digest;

import com.ibm.icu.text.MessageFormat;
import com.ibm.icu.util.ULocale;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;

/**
 * What Postbag says in one language: UTF-8 properties in ICU's message format, plurals included
 * ({@code {0, plural, one {# post} other {# posts}}}). An operator's file of the same name wins key by key. Thread safe.
 */
public final class Wording {

    private static final String OWN = "org/postbag/digest/wording";

    private final ReaderLanguage lang;
    private final Map<String, Phrase> phrases = new HashMap<>();

    /** One phrase; ICU's formats are not thread safe, and most phrases need none. */
    private record Phrase(String text, @Nullable MessageFormat format) {
        String say(Object[] args) {
            if (format == null) return text;
            synchronized (format) {
                return format.format(args);
            }
        }
    }

    /**
     * Reads a bundle.
     *
     * @param base resource without language and ending: {@code org/postbag/bot/wording} is read from
     *     {@code org/postbag/bot/wording_zh.properties}
     * @param operatorFolder where a file of the same name, if there is one, replaces single phrases
     * @throws IllegalArgumentException when a file cannot be read or a phrase is not a message; says file and key
     */
    public Wording(ReaderLanguage lang, String base, @Nullable Path operatorFolder) {
        this.lang = lang;
        String resource = base + "_" + lang.word() + ".properties";
        Properties own = builtIn(resource);
        own.forEach((key, text) -> put(resource, (String) key, (String) text));
        if (operatorFolder == null) return;
        Path file = operatorFolder.resolve(resource.substring(resource.lastIndexOf('/') + 1));
        if (!Files.isRegularFile(file)) return;
        operators(file).forEach((key, text) -> {
            if (!own.containsKey(key))
                throw new IllegalArgumentException(file + ": there is no phrase '" + key + "' to replace; take the line"
                        + " out or correct its key");
            put(file.toString(), (String) key, (String) text);
        });
    }

    /** The wording of digests and pages. */
    public static Wording of(ReaderLanguage lang, @Nullable Path operatorFolder) {
        return new Wording(lang, OWN, operatorFolder);
    }

    public ReaderLanguage lang() {
        return lang;
    }

    /** All keys; every language has the same. */
    public Set<String> keys() {
        return new TreeSet<>(phrases.keySet());
    }

    /**
     * Says a phrase. Arguments are data: they are put in as they are and not read as messages.
     *
     * @throws IllegalArgumentException when the bundle has no such key
     */
    public String say(String key, Object... args) {
        Phrase phrase = phrases.get(key);
        if (phrase == null)
            throw new IllegalArgumentException("no phrase '" + key + "' in the wording for " + lang.word());
        return phrase.say(args);
    }

    private void put(String where, String key, String text) {
        boolean plain = text.indexOf('{') < 0 && text.indexOf('\'') < 0;
        try {
            ULocale locale = new ULocale(lang.word());
            phrases.put(key, new Phrase(text, plain ? null : new MessageFormat(text, locale)));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(
                    where + ": the phrase '" + key + "' is not a message: " + e.getMessage(), e);
        }
    }

    private static Properties builtIn(String resource) {
        try (InputStream in = Wording.class.getClassLoader().getResourceAsStream(resource)) {
            if (in == null) throw new IllegalArgumentException("no wording at " + resource);
            return read(new InputStreamReader(in, StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    private static Properties operators(Path file) {
        try (Reader reader = Files.newBufferedReader(file)) {
            return read(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + ": not readable as UTF-8 properties: " + e.getMessage(), e);
        }
    }

    private static Properties read(Reader reader) throws IOException {
        Properties properties = new Properties();
        properties.load(reader);
        return properties;
    }
}
