package org.postbag.digest.email;

import org.postbag.digest.Dates;
import org.postbag.digest.Digest;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Story;
import org.postbag.digest.Wording;

/** The lines an inbox shows: a subject with date and first headline, and a preheader with the next headlines. */
final class Subjects {

    private static final int NAME = 20;
    private static final int HEADLINE = 50;
    private static final int PREHEADER = 140;

    private Subjects() {}

    static String digest(Digest d, Wording wording) {
        String name = DisplayText.line(d.title(), NAME);
        String day = Dates.in(d.lang()).brief(d.date());
        Story first = d.numbered().isEmpty() ? null : d.numbered().get(0);
        if (first == null) return wording.say("email.subjectEmpty", name, day);
        String headline = ItemView.title(first.lead(), HEADLINE);
        if (d.posts() == 1) return wording.say("email.subject", name, day, headline);
        // "and 41 more" in English, "42 in all" in Chinese: each phrase takes the figure it wants.
        return wording.say("email.subjectMany", name, day, headline, d.posts(), d.posts() - 1);
    }

    static String preheader(Digest d, Wording wording) {
        if (d.posts() == 0) return wording.say("digest.nothing");
        if (d.isEmpty()) return wording.say("digest.noNews");
        StringBuilder titles = new StringBuilder();
        for (Story story : d.numbered().stream().skip(1).limit(3).toList()) {
            if (!titles.isEmpty()) titles.append(" · ");
            titles.append(ItemView.title(story.lead(), 60));
        }
        return DisplayText.clip(
                wording.say("email.preheader", d.posts(), d.minutes(), titles.toString())
                        .strip(),
                PREHEADER);
    }

    /** A subject of someone's words: one line, bounded. */
    static String line(String subject) {
        return DisplayText.line(subject, 90);
    }
}
