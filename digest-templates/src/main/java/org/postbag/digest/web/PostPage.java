package org.postbag.digest.web;

import java.util.List;
import org.postbag.posts.Content;
import org.postbag.posts.Post;

/**
 * One post to read.
 *
 * @param also other posts that tell the same story
 */
public record PostPage(Post post, Content content, List<Post> also) {
    public PostPage {
        also = List.copyOf(also);
    }
}
