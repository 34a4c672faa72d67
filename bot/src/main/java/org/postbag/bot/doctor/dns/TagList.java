package org.postbag.bot.doctor.dns;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** {@code v=DKIM1; k=rsa; p=…}: the form that DKIM keys and DMARC policies have in DNS (RFC 6376, 3.2). */
public final class TagList {
    private TagList() {}

    /** Names in lower case; of a name given twice the first counts, and what is no tag is left out. */
    public static Map<String, String> parse(String text) {
        Map<String, String> tags = new LinkedHashMap<>();
        for (String part : text.split(";", 100)) {
            int equals = part.indexOf('=');
            if (equals < 1) continue;
            String name = part.substring(0, equals).strip().toLowerCase(Locale.ROOT);
            tags.putIfAbsent(name, part.substring(equals + 1).strip());
        }
        return tags;
    }
}
