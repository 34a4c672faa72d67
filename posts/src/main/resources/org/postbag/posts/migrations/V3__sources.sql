-- Sources added by command, chat or page; those of the configuration are not here.
CREATE TABLE source (
    id      TEXT PRIMARY KEY,
    kind    TEXT   NOT NULL,
    address TEXT   NOT NULL,
    options TEXT   NOT NULL,
    every   BIGINT NOT NULL,
    tags    TEXT   NOT NULL,
    zone    TEXT   NOT NULL,
    weight  DOUBLE PRECISION NOT NULL,
    added   BIGINT NOT NULL
);

-- Not looked at before this, whatever its interval; ended: the publisher says it is gone for good.
ALTER TABLE source_state ADD COLUMN not_before BIGINT;
ALTER TABLE source_state ADD COLUMN ended BIGINT;
-- What the operator should know of a source that can be read.
ALTER TABLE source_state ADD COLUMN note TEXT;

-- Whether a language model wrote the summaries.
ALTER TABLE post_revision ADD COLUMN generated BOOLEAN NOT NULL DEFAULT FALSE;
-- Whether the story it tells was told before, and it adds nothing of weight.
ALTER TABLE post ADD COLUMN repeats BOOLEAN NOT NULL DEFAULT FALSE;
