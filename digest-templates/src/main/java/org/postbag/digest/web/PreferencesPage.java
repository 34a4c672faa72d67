package org.postbag.digest.web;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A reader's own settings.
 *
 * @param address whose they are
 * @param path where the form is sent by POST
 * @param hidden names and values that go with it
 * @param status in the reader's language
 * @param nextDue when the next digest comes, a whole phrase in the reader's language; null to say nothing of it
 * @param unsubscribe path of the page for leaving
 * @param saved whether the last change was just kept
 * @param problems what was wrong with the last change, each a sentence; the form then shows it unsaved
 */
public record PreferencesPage(
        String address,
        String path,
        Map<String, String> hidden,
        SettingsForm form,
        String status,
        @Nullable String nextDue,
        @Nullable String unsubscribe,
        boolean saved,
        List<String> problems) {
    public PreferencesPage {
        problems = List.copyOf(problems);
    }
}
