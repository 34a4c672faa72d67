-- Instants are milliseconds since 1970 in UTC. The same statements run on SQLite and PostgreSQL.

-- The newest id given out of each kind; changing the row is also the lock of those who give out ids.
CREATE TABLE subscriptions_sequence (
    name  TEXT   PRIMARY KEY,
    value BIGINT NOT NULL
);
INSERT INTO subscriptions_sequence (name, value) VALUES ('timetable', 0), ('subscription', 0), ('delivery', 0);

-- Subscriptions with equal timetables share a row, so that planning moves one next due instant for all of them.
CREATE TABLE timetable (
    id          BIGINT PRIMARY KEY,
    time_of_day TEXT   NOT NULL,
    days        TEXT   NOT NULL,
    zone        TEXT   NOT NULL,
    next_due    BIGINT,
    planned_at  BIGINT NOT NULL,
    UNIQUE (time_of_day, days, zone)
);

CREATE TABLE subscription (
    id            BIGINT  PRIMARY KEY,
    reader        TEXT    NOT NULL,
    address       TEXT    NOT NULL,
    address_key   TEXT    NOT NULL UNIQUE,
    channel       TEXT    NOT NULL,
    status        TEXT    NOT NULL,
    status_reason TEXT,
    confirmed     INTEGER NOT NULL,
    admitted      INTEGER NOT NULL,
    timetable_id  BIGINT  NOT NULL REFERENCES timetable (id),
    -- no instant of the timetable before this one is this subscription's; null while it is not active
    first_due     BIGINT,
    tags          TEXT    NOT NULL,
    mute          TEXT    NOT NULL,
    keywords      TEXT    NOT NULL,
    lang          TEXT    NOT NULL,
    length        TEXT    NOT NULL,
    quiet         TEXT,
    created       BIGINT  NOT NULL,
    paused_until  BIGINT,
    cursor_number BIGINT  NOT NULL,
    start_number  BIGINT  NOT NULL,
    floor_date    BIGINT  NOT NULL
);
CREATE INDEX subscription_timetable ON subscription (timetable_id, status, id);
CREATE INDEX subscription_status ON subscription (status, address_key);
CREATE INDEX subscription_reader ON subscription (reader);
CREATE INDEX subscription_pause ON subscription (paused_until) WHERE paused_until IS NOT NULL;

-- The ledger. No foreign key to subscription: what was delivered stays counted when the reader is erased.
CREATE TABLE delivery (
    id              BIGINT  PRIMARY KEY,
    subscription_id BIGINT  NOT NULL,
    channel         TEXT    NOT NULL,
    due             BIGINT  NOT NULL,
    status          TEXT    NOT NULL,
    -- pending: not to be tried before; claimed: end of the lease; null in every other state
    waits_until     BIGINT,
    token           TEXT,
    attempts        INTEGER NOT NULL DEFAULT 0,
    uncertain       INTEGER NOT NULL DEFAULT 0,
    -- messages accepted so far; the one that was sent and not answered, and since when
    accepted        INTEGER NOT NULL DEFAULT 0,
    sending         INTEGER,
    sending_at      BIGINT,
    -- the frozen content: posts numbered in (cursor_before, upper_number]; whether the cursor was moved for it
    cursor_before   BIGINT,
    upper_number    BIGINT,
    cursor_moved    INTEGER NOT NULL DEFAULT 0,
    posts           INTEGER NOT NULL DEFAULT 0,
    manifest        TEXT,
    skip            TEXT,
    problem         TEXT,
    retried_at      BIGINT,
    finished_at     BIGINT
);
CREATE UNIQUE INDEX delivery_instant ON delivery (subscription_id, due);
CREATE INDEX delivery_waiting ON delivery (status, channel, due, id) WHERE waits_until IS NOT NULL;
CREATE INDEX delivery_open ON delivery (subscription_id, due) WHERE waits_until IS NOT NULL;
CREATE INDEX delivery_closed ON delivery (status, id) WHERE waits_until IS NULL;

CREATE TABLE delivery_message (
    delivery_id     BIGINT  NOT NULL REFERENCES delivery (id),
    part            INTEGER NOT NULL,
    subscription_id BIGINT  NOT NULL,
    message_id      TEXT    NOT NULL,
    accepted_at     BIGINT  NOT NULL,
    PRIMARY KEY (delivery_id, part)
);
CREATE INDEX delivery_message_id ON delivery_message (subscription_id, message_id);

-- How many rows were closed, pruned ones included; in shards so that finishing deliveries do not wait for each other.
CREATE TABLE delivery_count (
    channel TEXT    NOT NULL,
    status  TEXT    NOT NULL,
    shard   INTEGER NOT NULL,
    closed  BIGINT  NOT NULL,
    PRIMARY KEY (channel, status, shard)
);
