package org.postbag.posts.store;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.postbag.posts.text.SearchWords;

/**
 * Tells which posts tell a story again and add nothing of weight. A post adds something when it says enough words that no
 * earlier post of its story says, and when these are most of what it says; the first post always does, and a post that has
 * itself changed materially keeps what it is.
 */
final class Retellings {
    /** New words that a post must bring, and their share of its own: less is the same news in other words. */
    private static final int NEW_WORDS = 30;

    private static final double NEW_SHARE = 0.6;
    private static final int TEXT = 2_000;
    /** Posts of a story that are read; a story told by more is judged by these. */
    private static final int MEMBERS = 50;

    private final SearchWords words = new SearchWords();

    private record Member(long id, boolean changed, boolean repeats, String text) {}

    /** Marks the posts of these stories. */
    void mark(Handle handle, Set<Long> stories) {
        Map<Long, Boolean> marks = new HashMap<>();
        for (long story : stories) marks(members(handle, story), marks);
        if (marks.isEmpty()) return;
        PreparedBatch batch = handle.prepareBatch("UPDATE post SET repeats = :repeats WHERE id = :id");
        marks.forEach(
                (id, repeats) -> batch.bind("repeats", repeats).bind("id", id).add());
        batch.execute();
    }

    private void marks(List<Member> members, Map<Long, Boolean> marks) {
        Set<String> said = new HashSet<>();
        for (Member member : members) {
            Set<String> own = members.size() == 1 ? Set.of() : words.distinct(member.text());
            long fresh = own.stream().filter(word -> !said.contains(word)).count();
            boolean adds = said.isEmpty() || (fresh >= NEW_WORDS && fresh >= NEW_SHARE * own.size());
            if (!member.changed() && member.repeats() == adds) marks.put(member.id(), !adds);
            said.addAll(own);
        }
    }

    private static List<Member> members(Handle handle, long story) {
        return handle.createQuery(
                        """
                        SELECT p.id, p.number <> p.first_number AS changed, p.repeats,
                               r.title, SUBSTR(r.text, 1, :length) AS start
                        FROM post p JOIN post_revision r ON r.post_id = p.id AND r.revision = p.revision
                        WHERE p.story = :story AND p.gone IS NULL
                        ORDER BY p.date, p.id
                        LIMIT :limit
                        """)
                .bind("length", TEXT)
                .bind("story", story)
                .bind("limit", MEMBERS)
                .map((row, context) -> new Member(
                        row.getLong("id"),
                        row.getBoolean("changed"),
                        row.getBoolean("repeats"),
                        row.getString("title") + "\n" + row.getString("start")))
                .list();
    }
}
