package org.postbag.posts.collect.page;

import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.http.Validators;

/** The validators of a page as one line of text: the entity tag, a line break, the date. */
final class PageCursor {
    private PageCursor() {}

    static Validators parse(@Nullable String cursor) {
        if (cursor == null) return Validators.none();
        int end = cursor.indexOf('\n');
        if (end < 0) return Validators.none();
        return new Validators(empty(cursor.substring(0, end)), empty(cursor.substring(end + 1)));
    }

    static String write(Validators validators) {
        return text(validators.etag()) + '\n' + text(validators.lastModified());
    }

    private static @Nullable String empty(String part) {
        return part.isEmpty() ? null : part;
    }

    private static String text(@Nullable String part) {
        return part == null ? "" : part;
    }
}
