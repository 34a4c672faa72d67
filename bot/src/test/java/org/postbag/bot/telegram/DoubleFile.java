package org.postbag.bot.telegram;

import java.nio.charset.StandardCharsets;

/**
 * A file that was uploaded, or an address or file id that stands for one.
 *
 * @param name as the sender called it
 * @param type its media type as the sender told it
 * @param content empty where only an address was given
 * @param reference the address or file id; empty for an upload
 */
public record DoubleFile(String name, String type, byte[] content, String reference) {

    public int size() {
        return content.length;
    }

    /** The content as UTF-8 text. */
    public String text() {
        return new String(content, StandardCharsets.UTF_8);
    }
}
