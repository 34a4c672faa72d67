package org.postbag.digest.web;

import java.util.List;
import org.postbag.digest.TagName;

/**
 * The fields of a reader's settings, as text, as the reader last wrote them. The form's field names are those of the
 * components, but {@code tag} for each chosen tag of {@code tags}; lists are separated by commas.
 *
 * @param tags offered as check boxes
 * @param moreTags followed tags that are not offered
 * @param at {@code HH:mm}
 * @param days {@code daily weekdays weekly instant other}
 * @param daysOther days in words where {@code days} is {@code other}
 * @param zone an IANA zone
 * @param length {@code titles short long}
 * @param lang {@code zh en}
 * @param quiet such as {@code 23:00-07:00}; empty for none
 * @param pause {@code no}, a number of days, or {@code open}
 */
public record SettingsForm(
        List<Choice> tags,
        String moreTags,
        String keywords,
        String mute,
        String at,
        String days,
        String daysOther,
        String zone,
        String length,
        String lang,
        String quiet,
        String pause) {
    public SettingsForm {
        tags = List.copyOf(tags);
    }

    /** A tag that can be ticked. */
    public record Choice(String tag, boolean chosen, long posts) {
        /** The tag as people read it. */
        public String label() {
            return TagName.shown(tag, 60);
        }
    }
}
