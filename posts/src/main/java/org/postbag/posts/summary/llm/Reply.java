package org.postbag.posts.summary.llm;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** How a request, or a call of several, came out. */
sealed interface Reply {

    /**
     * @param content as the model wrote it, to be read by {@link AnswerReader}
     * @param whole false when the model was stopped before its end
     * @param tokens as the endpoint counted them; 0 when it did not
     */
    record Answered(String content, boolean whole, long tokens) implements Reply {}

    /**
     * @param problem for the operator, with the remedy
     * @param passing whether the same request may succeed later
     * @param costs whether the model may have worked on it
     */
    record Failed(String problem, boolean passing, boolean costs, @Nullable Duration retryAfter) implements Reply {}

    /**
     * No request was sent.
     *
     * @param problem null when the reason has been told before
     */
    record Unasked(@Nullable String problem) implements Reply {}
}
