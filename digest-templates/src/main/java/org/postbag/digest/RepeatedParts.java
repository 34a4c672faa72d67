package org.postbag.digest;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.util.Map;
import org.postbag.posts.ReaderLanguage;

/**
 * Small parts that many digests have word for word, such as a section's heading: rendered once for each model. Items are
 * {@link Fragments}'. Thread safe.
 */
public final class RepeatedParts {

    private static final int MOST = 5_000;

    private final Templates templates;
    private final Cache<Key, String> kept =
            Caffeine.newBuilder().maximumSize(MOST).build();

    private record Key(String template, ReaderLanguage lang, Map<String, Object> model) {}

    public RepeatedParts(Templates templates) {
        this.templates = templates;
    }

    /** The filled template; the model must consist of values that do not change. */
    public String of(String template, ReaderLanguage lang, Map<String, Object> model) {
        Key key = new Key(template, lang, model);
        String found = kept.getIfPresent(key);
        if (found == null) {
            found = templates
                    .render(template, templates.wordings().in(lang), model)
                    .strip();
            kept.put(key, found);
        }
        return found;
    }
}
