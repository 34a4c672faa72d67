package org.postbag.bot.app;

import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.config.Config;

/** Settings that this version reads and does not act on, so that nobody relies on one in silence. */
final class NotYet {
    private NotYet() {}

    /** A sentence for each that is set. */
    static List<String> tell(Config config) {
        List<String> sentences = new ArrayList<>();
        if (config.web().adminPasswordFile() != null)
            sentences.add("web.admin-password-file has no effect in this version; there are no administration pages");
        return List.copyOf(sentences);
    }
}
