-- The last bounces of each subscription, numbered in their order. Gone with the subscription, and pruned with the ledger.
CREATE TABLE bounce (
    subscription_id BIGINT NOT NULL,
    number          BIGINT NOT NULL,
    at              BIGINT NOT NULL,
    kind            TEXT   NOT NULL,
    status          TEXT   NOT NULL,
    said            TEXT   NOT NULL,
    origin          TEXT   NOT NULL,
    PRIMARY KEY (subscription_id, number)
);
CREATE INDEX bounce_at ON bounce (at);

-- What soft bounces have added up to: the points as they were when the last one was counted.
CREATE TABLE bounce_score (
    subscription_id BIGINT           PRIMARY KEY,
    points          DOUBLE PRECISION NOT NULL,
    counted_at      BIGINT           NOT NULL
);
