package org.postbag.posts.summary.llm;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * Where to ask, and how much. The address may be a private one: it is the operator's own.
 *
 * @param url the API's base, http or https, such as {@code http://127.0.0.1:11434/v1}; {@code /chat/completions} follows it
 * @param key sent as a bearer token; null or blank for none; never part of a message
 * @param dailyTokens of a UTC day, prompts and answers together; 0: nothing is asked
 */
public record LlmEndpoint(URI url, String model, @Nullable String key, long dailyTokens) {

    public LlmEndpoint {
        String scheme = url.getScheme();
        if (url.getHost() == null || !("http".equalsIgnoreCase(scheme) || "https".equalsIgnoreCase(scheme)))
            throw new IllegalArgumentException("summary.llm.url must be http://… or https://… with a host");
        if (model.isBlank()) throw new IllegalArgumentException("summary.llm.model names no model");
        if (key != null && !key.chars().allMatch(c -> c > 0x20 && c < 0x7f))
            throw new IllegalArgumentException("summary.llm.key holds a space, or a character no header takes");
        if (key != null && key.isBlank()) key = null;
        if (dailyTokens < 0) throw new IllegalArgumentException("summary.llm.daily-tokens is 0 or more");
    }

    /** For messages: without key, user or query. */
    @Override
    public String toString() {
        String port = url.getPort() < 0 ? "" : ":" + url.getPort();
        return model + " at " + url.getScheme() + "://" + url.getHost() + port
                + (url.getPath() == null ? "" : url.getPath());
    }
}
