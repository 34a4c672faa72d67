-- Instants are milliseconds since 1970 in UTC.

-- Updates that Telegram has handed over, each handled once; 'answers' counts the messages begun in answer, so that a
-- crash repeats none. The body is forgotten when the update is done.
CREATE TABLE telegram_update (
    id       BIGINT  PRIMARY KEY,
    chat     TEXT    NOT NULL,
    body     TEXT    NOT NULL,
    received BIGINT  NOT NULL,
    answers  INTEGER NOT NULL DEFAULT 0,
    done     INTEGER NOT NULL DEFAULT 0
);
CREATE INDEX telegram_update_open ON telegram_update (id) WHERE done = 0;

-- What stands behind a button when it is too long for the button itself.
CREATE TABLE button (
    id      TEXT   PRIMARY KEY,
    command TEXT   NOT NULL,
    made    BIGINT NOT NULL
);

-- Questions that were put to a reader: an answer to the message is what the command shall be given.
CREATE TABLE question (
    address    TEXT   NOT NULL,
    message_id TEXT   NOT NULL,
    command    TEXT   NOT NULL,
    asked      BIGINT NOT NULL,
    PRIMARY KEY (address, message_id)
);

-- Which channel or group a person manages from the private chat.
CREATE TABLE managed_chat (
    person  BIGINT PRIMARY KEY,
    address TEXT   NOT NULL,
    title   TEXT   NOT NULL
);

-- Somebody on Telegram wants an inbox to be a second address of theirs; good until its owner confirms or it is too old.
CREATE TABLE link_request (
    id           BIGINT PRIMARY KEY,
    subscription BIGINT NOT NULL,
    address      TEXT   NOT NULL,
    asked        BIGINT NOT NULL
);
CREATE INDEX link_request_asked ON link_request (subscription, asked);

-- What the operator set while running, over the configuration's value.
CREATE TABLE bot_option (
    name  TEXT PRIMARY KEY,
    value TEXT NOT NULL
);

-- An operator's message to all readers on Telegram, and how far it has got.
CREATE TABLE broadcast (
    id      BIGINT PRIMARY KEY,
    author  BIGINT NOT NULL,
    text    TEXT   NOT NULL,
    made    BIGINT NOT NULL,
    status  TEXT   NOT NULL
);
CREATE TABLE broadcast_message (
    broadcast BIGINT NOT NULL REFERENCES broadcast (id),
    address   TEXT   NOT NULL,
    status    TEXT   NOT NULL,
    PRIMARY KEY (broadcast, address)
);
CREATE INDEX broadcast_message_open ON broadcast_message (broadcast, status, address);

-- The digest behind a list, so that its pages can be turned.
ALTER TABLE shown_list ADD COLUMN manifest TEXT;
