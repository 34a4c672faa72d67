package org.postbag.digest;

import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;

/**
 * What an item template sees of a story: display text, cleaned and bounded, links checked. The running number and the time
 * are put in later, by {@link Fragment}.
 *
 * @param id of the lead, for links to the installation's own page
 * @param url where the title leads; null when there is nowhere
 * @param author empty when unknown
 * @param lang BCP 47 tag of the title and summary
 * @param alsoMore how many posts tell it beyond those in {@code also}
 * @param image absolute link of the lead image; null when there is none or no room
 * @param generated the summary shown was written by a language model
 */
public record ItemView(
        long id,
        String title,
        @Nullable String url,
        String source,
        String author,
        String summary,
        String lang,
        List<Also> also,
        int alsoMore,
        boolean update,
        @Nullable String image,
        boolean generated) {

    /** Whether the title is read from right to left. */
    public boolean rtl() {
        return DisplayText.isRightToLeft(title);
    }

    /** Another post that tells the same. */
    public record Also(long id, String source, String title, @Nullable String url) {}

    /** How much of an item there is room for; lengths in code points. */
    public record Room(int title, int summary, int also, boolean image) {}

    /** The view of a story; {@code web} is the base of the installation's own pages, for posts without a link. */
    public static ItemView of(Story story, Room room, @Nullable String web) {
        Post lead = story.lead();
        List<Also> also = story.also().stream()
                .limit(room.also())
                .map(p -> new Also(p.id(), teller(p, lead), title(p, 80), link(p, web)))
                .toList();
        return new ItemView(
                lead.id(),
                title(lead, room.title()),
                link(lead, web),
                DisplayText.line(lead.source(), 40),
                lead.author() == null ? "" : DisplayText.line(lead.author(), 60),
                room.summary() == 0 ? "" : DisplayText.line(story.summary(), room.summary()),
                DisplayText.line(lead.lang(), 35),
                also,
                story.also().size() - also.size(),
                story.update(),
                room.image() ? image(lead) : null,
                story.generated() && room.summary() > 0);
    }

    /** The title on one line; of a post whose title shows nothing the beginning of its summary, or its source. */
    public static String title(Post post, int codePoints) {
        String title = DisplayText.line(post.title(), codePoints);
        if (DisplayText.isBlank(title)) title = DisplayText.line(post.summary(), Math.min(60, codePoints));
        return DisplayText.isBlank(title) ? DisplayText.line(post.source(), codePoints) : title;
    }

    /** {@link #title} for a place that is narrow, such as a subject: not cut inside a word. */
    public static String headline(Post post, int codePoints) {
        return DisplayText.clipWords(title(post, 2 * codePoints), codePoints);
    }

    /** Who tells it: another source's name, or within the lead's own source the author's. */
    private static String teller(Post post, Post lead) {
        String author = post.author();
        boolean sameSource = post.source().equals(lead.source());
        return DisplayText.line(sameSource && author != null && !author.isBlank() ? author : post.source(), 40);
    }

    /** Where a reader reads the post: the publisher's page, the original, or the installation's own page. */
    public static @Nullable String link(Post post, @Nullable String web) {
        String own = Markup.webLink(post.url());
        if (own == null) own = Markup.webLink(post.from());
        if (own == null && web != null && post.id() > 0) own = Markup.webLink(web + "/posts/" + post.id());
        return own;
    }

    /** The {@code image} of the front matter, a link or a map with one, seen from the post's own address. */
    private static @Nullable String image(Post post) {
        Object named = post.meta().get("image");
        if (named instanceof Map<?, ?> map) named = map.containsKey("url") ? map.get("url") : map.get("path");
        if (!(named instanceof String image)) return null;
        if (image.contains("://")) return Markup.webLink(image);
        String base = Markup.webLink(post.url());
        if (base == null) return null;
        try {
            return Markup.webLink(URI.create(base).resolve(image).toString());
        } catch (IllegalArgumentException e) {
            return null; // not a relative reference; an image is not worth an error
        }
    }
}
