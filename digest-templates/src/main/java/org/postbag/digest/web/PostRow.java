package org.postbag.digest.web;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.digest.Paths;
import org.postbag.digest.TagName;
import org.postbag.posts.Post;

/**
 * A post as the web templates see it; all display text.
 *
 * @param original the publisher's page; null when there is none
 * @param summary the short one, or a snippet
 */
public record PostRow(
        long id,
        String title,
        @Nullable String original,
        String source,
        String author,
        String time,
        String datetime,
        String lang,
        List<TagLink> tags,
        String summary,
        int minutes) {

    private static final int MOST_TAGS = 12;

    /** A tag and its page. */
    public record TagLink(String name, String path) {
        static TagLink of(String tag) {
            return new TagLink(TagName.shown(tag, 60), "/tags/" + Paths.segment(tag));
        }
    }

    static PostRow of(Post post, String summary, Site site) {
        boolean han = post.lang().startsWith("zh")
                || post.lang().startsWith("ja")
                || post.lang().startsWith("ko");
        return new PostRow(
                post.id(),
                ItemView.title(post, 300),
                Markup.webLink(post.link()),
                DisplayText.line(post.source(), 60),
                post.author() == null ? "" : DisplayText.line(post.author(), 80),
                Dates.in(site.lang()).moment(post.date(), site.zone(), site.today()),
                post.date().toString(),
                DisplayText.line(post.lang(), 35),
                post.topics().stream().limit(MOST_TAGS).map(TagLink::of).toList(),
                DisplayText.line(summary, 400),
                Math.max(1, Math.round(post.words() / (han ? 400f : 230f))));
    }
}
