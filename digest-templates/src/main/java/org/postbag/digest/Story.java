package org.postbag.digest;

import java.util.List;
import org.postbag.posts.Length;
import org.postbag.posts.Post;

/**
 * One story, told once however many posts tell it.
 *
 * @param number what a reader answers with to get the article, from 1
 * @param lead the post whose title and link are shown
 * @param also the other posts that tell the same, earliest first
 * @param summary of the lead, as long as the reader wants it; empty for titles only
 * @param reason why it stands here, for machines and the curious: {@code followed tag 芯片; 2 sources; 3 h old; source weight 2}
 * @param update the reader was sent it before, and this is new: the lead has changed since, or another post has more to say
 * @param generated the summary was written by a language model; false where there is no summary
 */
public record Story(
        int number, Post lead, List<Post> also, String summary, String reason, boolean update, boolean generated) {
    public Story {
        also = List.copyOf(also);
    }

    /** A story with as much of its lead's summary as the reader wants. */
    static Story of(int number, Post lead, List<Post> also, Length length, String reason, boolean update) {
        String summary =
                switch (length) {
                    case TITLES -> "";
                    case SHORT -> lead.summary();
                    case LONG -> lead.longSummary().isEmpty() ? lead.summary() : lead.longSummary();
                };
        return new Story(number, lead, also, summary, reason, update, !summary.isEmpty() && lead.generated());
    }

    /** How many posts tell it. */
    public int posts() {
        return 1 + also.size();
    }
}
