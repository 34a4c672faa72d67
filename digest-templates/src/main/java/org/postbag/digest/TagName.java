package org.postbag.digest;

import org.postbag.posts.TagPath;

/** A tag as people read it; {@link TagPath} knows its parts. */
public final class TagName {

    /** Between the parts of a path. */
    public static final String ARROW = " › ";

    private TagName() {}

    /** The whole path, {@code 科技 › 芯片}: display text of at most so many code points. */
    public static String shown(String tag, int codePoints) {
        return DisplayText.line(tag.indexOf('/') < 0 ? tag : String.join(ARROW, TagPath.parts(tag)), codePoints);
    }
}
