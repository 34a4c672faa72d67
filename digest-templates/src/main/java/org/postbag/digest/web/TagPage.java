package org.postbag.digest.web;

import java.util.List;
import org.postbag.posts.Post;

/**
 * The posts of one tag.
 *
 * @param posts how many there are in all
 * @param shown those on this page, newest first
 */
public record TagPage(String tag, long posts, List<Post> shown, Pager pager) {
    public TagPage {
        shown = List.copyOf(shown);
    }
}
