package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;

/**
 * One call of a method: its name as written, its fields, and the files that came along.
 *
 * @param files by the name of the form field
 */
record BotApiCall(String method, ObjectNode fields, Map<String, DoubleFile> files) {

    /** Method names are compared without case. */
    String key() {
        return method.toLowerCase(Locale.ROOT);
    }

    String text(String field) {
        return fields.path(field).asText();
    }
}
