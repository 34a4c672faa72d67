package org.postbag.digest;

import java.util.List;
import org.postbag.posts.TagPath;

/**
 * The stories of one tag.
 *
 * @param tag as the posts have it, {@code 科技/芯片}, see {@link TagPath}; empty for stories without a tag; the wording then says 其他 or Other
 * @param stories those that are told, in order; may be empty when the digest's cap left none or the reader knows them
 * @param more how many posts of this tag are counted but not told
 */
public record Section(String tag, List<Story> stories, int more) {
    public Section {
        if (more < 0) throw new IllegalArgumentException("section '" + tag + "' with " + more + " more");
        stories = List.copyOf(stories);
    }

    /** All posts of the section: leads, also and more. */
    public int posts() {
        return more + stories.stream().mapToInt(Story::posts).sum();
    }
}
