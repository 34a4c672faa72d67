-- The words of each current revision, cut by Postbag itself; title words weigh A.
CREATE TABLE post_words (
    post_id BIGINT PRIMARY KEY REFERENCES post (id) ON DELETE CASCADE,
    words   TSVECTOR NOT NULL
);
CREATE INDEX post_words_by_word ON post_words USING GIN (words);
