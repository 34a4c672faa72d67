package org.postbag.posts.store;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.postbag.posts.text.SearchWords.Phrase;

/** {@link TextIndex} on a {@code tsvector} that is put together here, so that no parser of PostgreSQL's cuts our words. */
final class PostgresTextIndex implements TextIndex {
    /** PostgreSQL's own limits: beyond them it refuses or forgets positions (manual, 12.11). */
    private static final int MAX_POSITION = 16_383;

    private static final int MAX_POSITIONS_A_WORD = 250;
    private static final int MAX_LENGTH = 900_000;

    @Override
    public void put(Handle handle, long post, boolean known, String title, String body) {
        handle.createUpdate(
                        """
                        INSERT INTO post_words (post_id, words) VALUES (:post, CAST(:words AS TSVECTOR))
                        ON CONFLICT (post_id) DO UPDATE SET words = EXCLUDED.words
                        """)
                .bind("post", post)
                .bind("words", vector(title, body))
                .execute();
    }

    @Override
    public List<Found> search(Handle handle, List<Phrase> phrases, int limit, int offset) {
        return handle.createQuery(
                        """
                        SELECT p.id, ts_rank('{0.1, 0.2, 0.4, 1.0}', w.words, CAST(:match AS TSQUERY), 1) AS score
                        FROM post_words w JOIN post p ON p.id = w.post_id
                        WHERE w.words @@ CAST(:match AS TSQUERY) AND p.gone IS NULL AND (p.number > 0 OR p.archived)
                        ORDER BY score DESC, p.date DESC, p.id
                        LIMIT :limit OFFSET :offset
                        """)
                .bind("match", match(phrases))
                .bind("limit", limit)
                .bind("offset", offset)
                .map((row, context) -> new Found(row.getLong(1), row.getDouble(2)))
                .list();
    }

    @Override
    public List<Long> numbered(Handle handle, List<Phrase> phrases, long after, long upTo) {
        return handle.createQuery(
                        """
                        SELECT p.id
                        FROM post p JOIN post_words w ON w.post_id = p.id
                        WHERE p.number > :after AND p.number <= :upTo AND w.words @@ CAST(:match AS TSQUERY)
                        """)
                .bind("match", match(phrases))
                .bind("after", after)
                .bind("upTo", upTo)
                .mapTo(Long.class)
                .list();
    }

    /** Words hold letters, digits and marks only, so quoting them is enough. */
    private static String match(List<Phrase> phrases) {
        return phrases.stream()
                .map(phrase -> CharacterPairs.ofPhrase(phrase.words()).stream()
                        .map(place -> "'" + place.word() + "'" + (place.prefix() ? ":*" : ""))
                        .collect(Collectors.joining(" <-> ", "(", ")")))
                .collect(Collectors.joining(" & "));
    }

    private static String vector(String title, String body) {
        Map<String, StringBuilder> positions = new LinkedHashMap<>();
        int next = add(positions, title, 1, "A");
        // A gap, so that no phrase runs from the title into the body.
        add(positions, body, next + 1, "");
        StringBuilder vector = new StringBuilder(body.length() * 2);
        for (Map.Entry<String, StringBuilder> word : positions.entrySet()) {
            if (vector.length() > MAX_LENGTH) break;
            vector.append('\'')
                    .append(word.getKey())
                    .append("':")
                    .append(word.getValue())
                    .append(' ');
        }
        return vector.toString();
    }

    private static int add(Map<String, StringBuilder> positions, String words, int from, String weight) {
        int position = from;
        for (CharacterPairs.Place place : CharacterPairs.ofText(words)) {
            StringBuilder places = place.word().isEmpty()
                    ? new StringBuilder()
                    : positions.computeIfAbsent(place.word(), w -> new StringBuilder());
            if (places.length() < MAX_POSITIONS_A_WORD * 6) {
                if (places.length() > 0) places.append(',');
                places.append(Math.min(position, MAX_POSITION)).append(weight);
            }
            position++;
        }
        return position;
    }
}
