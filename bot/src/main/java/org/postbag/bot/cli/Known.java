package org.postbag.bot.cli;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.app.Application;
import org.postbag.bot.config.Nearest;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceState;
import org.postbag.posts.store.TagCount;

/** Tells whoever typed a source or a tag that there is none of that name, and the nearest there is. */
final class Known {
    private Known() {}

    /**
     * @throws WrongUsage when no source, past or present, has the id
     */
    static void source(Application application, String id) {
        boolean read =
                application.posts().sources().stream().map(SourceState::id).anyMatch(id::equals);
        List<String> configured = application.sources().stream().map(Source::id).toList();
        if (read || configured.contains(id)) return;
        throw new WrongUsage("There is no source '" + id + "'; known are " + String.join(", ", configured)
                + meant(Nearest.to(id, configured)));
    }

    /** A tag may come with tomorrow's posts, so this is a remark and no mistake. */
    static void tag(Session session, Application application, String typed) {
        String tag = application.tagger().canonical(typed);
        List<String> tags =
                application.posts().tags().stream().map(TagCount::tag).toList();
        if (tags.stream().anyMatch(tag::equalsIgnoreCase)) return;
        session.err().println("No post has the tag '" + tag + "' so far" + meant(Nearest.to(tag, tags)));
    }

    private static String meant(@Nullable String nearest) {
        return nearest == null ? "." : "; did you mean '" + nearest + "'?";
    }
}
