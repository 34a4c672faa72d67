package org.postbag.digest.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A few sentences, and the one thing to do about them: confirmations, unsubscribing, errors. */
public record MessagePage(String title, List<String> paragraphs, @Nullable Action action) {
    public MessagePage {
        paragraphs = List.copyOf(paragraphs);
    }

    /**
     * A form with one button, sent by POST.
     *
     * @param path where to
     * @param hidden names and values that go with it
     */
    public record Action(String path, String label, Map<String, String> hidden) {}
}
