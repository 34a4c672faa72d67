package org.postbag.digest;

import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;

/** One bundle in every language; what a renderer holds, since each digest names its own. */
public final class Wordings {

    private final Map<ReaderLanguage, Wording> byLanguage = new EnumMap<>(ReaderLanguage.class);

    /** The wording of digests and pages; see {@link Wording#of}. */
    public Wordings(@Nullable Path operatorFolder) {
        for (ReaderLanguage lang : ReaderLanguage.values()) byLanguage.put(lang, Wording.of(lang, operatorFolder));
    }

    /** A bundle of one's own; see {@link Wording#Wording}. */
    public Wordings(String base, @Nullable Path operatorFolder) {
        for (ReaderLanguage lang : ReaderLanguage.values())
            byLanguage.put(lang, new Wording(lang, base, operatorFolder));
    }

    public Wording in(ReaderLanguage lang) {
        return Objects.requireNonNull(byLanguage.get(lang));
    }
}
