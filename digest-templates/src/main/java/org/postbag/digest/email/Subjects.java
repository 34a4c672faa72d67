package org.postbag.digest.email;

import org.postbag.digest.Dates;
import org.postbag.digest.Digest;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.digest.PlainLines;
import org.postbag.digest.Story;
import org.postbag.digest.Wording;

/** The lines an inbox shows: a subject with date and first headline, and a preheader with the next headlines. */
final class Subjects {

    private static final int NAME = 20;
    private static final int HEADLINE = 50;
    private static final int PREHEADER = 140;

    private static final int PAGE_TITLE = 70;

    /** A no-break space that a zero-width non-joiner keeps from being taken for white space. */
    private static final String PAD = "\u00A0\u200C";

    private Subjects() {}

    static String digest(Digest d, Wording wording) {
        String name = clean(DisplayText.line(d.title(), NAME));
        String day = Dates.in(d.lang()).brief(d.date());
        Story first = d.numbered().isEmpty() ? null : d.numbered().get(0);
        if (first == null) return wording.say("email.subjectEmpty", name, day);
        String headline = clean(ItemView.headline(first.lead(), HEADLINE));
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
        return clean(DisplayText.lineOfWords(subject, 90));
    }

    /** What the window of a mail is called: a subject of at most {@value #PAGE_TITLE} characters as it stands in HTML. */
    static String pageTitle(String subject) {
        int codePoints = PAGE_TITLE;
        String title = DisplayText.clip(subject, codePoints);
        while (Markup.escape(title).length() > PAGE_TITLE) title = DisplayText.clip(subject, --codePoints);
        return title;
    }

    /**
     * Spaces without width, so that an inbox which shows more than the preheader shows nothing after it rather than the head
     * of the page.
     */
    static String padding(String preheader) {
        return preheader.isEmpty() ? "" : PAD.repeat(Math.max(0, PREHEADER - PlainLines.width(preheader)));
    }

    /**
     * Without the characters that nobody sees in a subject and that make two subjects differ which look alike: spaces without
     * width, direction marks, soft hyphens, tags. The joiners stay, emoji and several scripts are spelled with them.
     */
    private static String clean(String subject) {
        StringBuilder clean = new StringBuilder(subject.length());
        subject.codePoints().filter(c -> !unseen(c)).forEach(clean::appendCodePoint);
        return clean.toString().strip();
    }

    private static boolean unseen(int c) {
        return c == 0xAD
                || c == 0x61C
                || c == 0x180E
                || c == 0x200B
                || c == 0x200E
                || c == 0x200F
                || (c >= 0x2060 && c <= 0x206F)
                || c == 0x3164
                || c == 0xFFFD
                || (c >= 0xFFF9 && c <= 0xFFFB)
                || c == 0xE0001;
    }
}
