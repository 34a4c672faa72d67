-- What a language model answered, or why its answer was not taken, so that the same text is asked about once.
CREATE TABLE llm_answer (
    digest        TEXT PRIMARY KEY,
    made          BIGINT NOT NULL,
    short_summary TEXT,
    long_summary  TEXT,
    rejected      TEXT
);
CREATE INDEX llm_answer_by_age ON llm_answer (made);

-- Tokens by UTC day: held counts against the day's limit and holds reservations too; spent is what calls came to.
CREATE TABLE llm_usage (
    day   TEXT PRIMARY KEY,
    held  BIGINT NOT NULL,
    spent BIGINT NOT NULL
);

-- At most one row: what keeps summaries from being generated now.
CREATE TABLE llm_problem (
    id      INTEGER PRIMARY KEY,
    noticed BIGINT NOT NULL,
    what    TEXT   NOT NULL
);
