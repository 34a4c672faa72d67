-- The words of each current revision, cut by Postbag itself; the rows carry no text of their own.
CREATE VIRTUAL TABLE post_words USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
-- Fewer, larger merges: measured a tenth faster than the default of 4.
INSERT INTO post_words (post_words, rank) VALUES ('automerge', 8);
