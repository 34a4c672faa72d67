package org.postbag.digest.web;

import java.util.List;
import java.util.Map;

/**
 * The form for joining by email.
 *
 * @param path where it is sent by POST
 * @param hidden names and values that go with it
 * @param email what the reader wrote, in the field {@code email}
 * @param form of which tags, time, days, zone, length and language are asked for here
 * @param problems what was wrong, each a sentence
 */
public record SubscribePage(
        String path, Map<String, String> hidden, String email, SettingsForm form, List<String> problems) {
    public SubscribePage {
        problems = List.copyOf(problems);
    }
}
