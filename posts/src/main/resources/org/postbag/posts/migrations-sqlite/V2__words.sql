-- The words of each current revision, cut by Postbag itself; the rows carry no text of their own.
CREATE VIRTUAL TABLE post_words USING fts5 (title, body, content = '', contentless_delete = 1, tokenize = 'ascii');
