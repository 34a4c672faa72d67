package org.postbag.posts;

import java.util.Locale;
import java.util.Optional;

/** The language Postbag speaks to a reader in; posts themselves stay in their own. */
public enum ReaderLanguage {
    ZH,
    EN;

    /** The word used in configuration, commands and JSON. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Reads {@code zh}, {@code en}, a longer tag such as {@code zh-Hant-TW}, or the language's name. */
    public static Optional<ReaderLanguage> of(String word) {
        String tag = word.strip().toLowerCase(Locale.ROOT).replace('_', '-');
        if (tag.equals("zh") || tag.startsWith("zh-") || tag.equals("中文") || tag.equals("chinese"))
            return Optional.of(ZH);
        if (tag.equals("en") || tag.startsWith("en-") || tag.equals("英文") || tag.equals("english"))
            return Optional.of(EN);
        return Optional.empty();
    }
}
