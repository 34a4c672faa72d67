package org.postbag.posts.summary.llm;

import java.time.Duration;

/**
 * What bounds a call.
 *
 * @param attempts of one call, the first included
 * @param call one call as a whole, its waiting included
 * @param attempt one request, from connecting to the answer's last byte
 * @param shortWait a Retry-After up to this is waited for; a longer one keeps everybody away until then
 * @param maxInput code points of the text that are shown to the model
 * @param maxTokens of an answer; a model that thinks aloud needs room for that as well
 * @param maxBytes of an answer, decompressed
 * @param failures calls in a row after which the endpoint is left alone
 * @param rest for how long it is left alone then
 */
record LlmLimits(
        int attempts,
        Duration call,
        Duration attempt,
        Duration shortWait,
        int maxInput,
        int maxTokens,
        int maxBytes,
        int failures,
        Duration rest) {

    static LlmLimits standard() {
        return new LlmLimits(
                3,
                Duration.ofSeconds(60),
                Duration.ofSeconds(45),
                Duration.ofSeconds(10),
                6_000,
                2_000,
                256_000,
                5,
                Duration.ofMinutes(5));
    }
}
