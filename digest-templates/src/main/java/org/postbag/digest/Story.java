package org.postbag.digest;

import java.util.List;
import org.postbag.posts.Post;

/**
 * One story, told once however many posts tell it.
 *
 * @param number what a reader answers with to get the article, from 1
 * @param lead the post whose title and link are shown
 * @param also the other posts that tell the same, earliest first
 * @param summary of the lead, as long as the reader wants it; empty for titles only
 * @param reason why it stands here, for machines and the curious: {@code followed tag 芯片; 2 sources; 3 h old}
 * @param update the lead was in an earlier digest and has changed since
 */
public record Story(int number, Post lead, List<Post> also, String summary, String reason, boolean update) {
    public Story {
        also = List.copyOf(also);
    }

    /** How many posts tell it. */
    public int posts() {
        return 1 + also.size();
    }
}
