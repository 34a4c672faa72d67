package org.postbag.bot.cli;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.postbag.digest.Digest;
import org.postbag.digest.Section;
import org.postbag.digest.Story;

/** A digest as JSON shows it. */
record DigestJson(
        String title,
        LocalDate date,
        String zone,
        Instant from,
        Instant to,
        int posts,
        int stories,
        List<SectionJson> sections) {

    /** One tag. */
    record SectionJson(String tag, List<StoryJson> stories, int more) {}

    /** One story under its number. */
    record StoryJson(
            int number,
            PostJson lead,
            List<PostJson> also,
            String summary,
            String reason,
            boolean update,
            boolean generated) {}

    static DigestJson of(Digest d) {
        return new DigestJson(
                d.title(),
                d.date(),
                d.zone().getId(),
                d.from(),
                d.to(),
                d.posts(),
                d.stories(),
                d.sections().stream().map(DigestJson::of).toList());
    }

    private static SectionJson of(Section section) {
        return new SectionJson(
                section.tag(), section.stories().stream().map(DigestJson::of).toList(), section.more());
    }

    private static StoryJson of(Story story) {
        return new StoryJson(
                story.number(),
                PostJson.of(story.lead()),
                story.also().stream().map(PostJson::of).toList(),
                story.summary(),
                story.reason(),
                story.update(),
                story.generated());
    }
}
