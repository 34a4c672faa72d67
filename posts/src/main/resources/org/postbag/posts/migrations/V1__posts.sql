-- What each source came to, and where its next reading goes on.
CREATE TABLE source_state (
    id           TEXT PRIMARY KEY,
    cursor       TEXT,
    recipe       TEXT    NOT NULL,
    settled      BOOLEAN NOT NULL,
    last_read    BIGINT,
    last_success BIGINT,
    failures     INTEGER NOT NULL,
    last_error   TEXT
);

-- What is known of each entry of a source, so that an unchanged one is not read again.
CREATE TABLE source_entry (
    source  TEXT NOT NULL,
    path    TEXT NOT NULL,
    stamp   TEXT NOT NULL,
    hash    TEXT NOT NULL,
    outcome TEXT NOT NULL,
    problem TEXT,
    PRIMARY KEY (source, path)
);

CREATE TABLE post (
    id           ${identity},
    source       TEXT    NOT NULL,
    path         TEXT    NOT NULL,
    revision     INTEGER NOT NULL,
    date         BIGINT  NOT NULL,
    archived     BOOLEAN NOT NULL,
    number       BIGINT  NOT NULL,
    first_number BIGINT  NOT NULL,
    story        BIGINT  NOT NULL,
    gone         BIGINT,
    UNIQUE (source, path)
);
CREATE INDEX post_by_number ON post (number);
CREATE INDEX post_by_date ON post (date);
CREATE INDEX post_by_story ON post (story);

-- Every version ever stored: what a sent digest showed can be shown again.
CREATE TABLE post_revision (
    post_id      BIGINT  NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    revision     INTEGER NOT NULL,
    stored       BIGINT  NOT NULL,
    title        TEXT    NOT NULL,
    date         BIGINT  NOT NULL,
    updated      BIGINT,
    author       TEXT,
    url          TEXT,
    taken_from   TEXT,
    lang         TEXT    NOT NULL,
    tags         TEXT    NOT NULL,
    categories   TEXT    NOT NULL,
    summary      TEXT    NOT NULL,
    long_summary TEXT    NOT NULL,
    words        INTEGER NOT NULL,
    meta         TEXT    NOT NULL,
    text         TEXT    NOT NULL,
    html         TEXT    NOT NULL,
    PRIMARY KEY (post_id, revision)
);

-- What the current revision is grouped and followed by; topic_key is folded.
CREATE TABLE post_topic (
    post_id   BIGINT NOT NULL REFERENCES post (id) ON DELETE CASCADE,
    topic_key TEXT   NOT NULL,
    topic     TEXT   NOT NULL,
    PRIMARY KEY (post_id, topic_key)
);
CREATE INDEX post_topic_by_key ON post_topic (topic_key);

-- The one row whose lock orders commits; posts take their numbers from it.
CREATE TABLE post_counter (
    id   INTEGER PRIMARY KEY,
    last BIGINT NOT NULL
);
INSERT INTO post_counter (id, last) VALUES (1, 0);
