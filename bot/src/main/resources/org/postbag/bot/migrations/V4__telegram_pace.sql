-- One row: when the next message to Telegram may leave, for all processes that send; nanoseconds since 1970 (UTC).
CREATE TABLE telegram_pace (
    id      INTEGER PRIMARY KEY,
    next_at BIGINT  NOT NULL
);
INSERT INTO telegram_pace (id, next_at) VALUES (1, 0);
