package org.postbag.posts.collect.jekyll;

import java.time.Instant;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The first line that news archives write: {@code <!--1621533660000-->}, when the source last changed the post, in
 * milliseconds since 1970.
 *
 * @param body what follows the line
 */
record ArchiveMark(@Nullable Instant updated, String body) {
    private static final Pattern LINE = Pattern.compile("\\A\\s*<!--\\s*(\\d{12,14})\\s*-->[ \\t]*(?:\\r?\\n|\\z)");

    static ArchiveMark of(String body) {
        Matcher line = LINE.matcher(body);
        Optional<String> millis = line.find() ? Optional.of(line.group(1)) : Optional.empty();
        return millis.map(m -> new ArchiveMark(Instant.ofEpochMilli(Long.parseLong(m)), body.substring(line.end())))
                .orElse(new ArchiveMark(null, body));
    }
}
