-- The bot's own state: small facts, numbered lists that were shown, mails already answered.
CREATE TABLE bot_fact (
    name  VARCHAR(64) PRIMARY KEY,
    value TEXT NOT NULL
);

CREATE TABLE shown_list (
    address    VARCHAR(400) NOT NULL,
    message_id VARCHAR(300) NOT NULL,
    created    BIGINT NOT NULL,
    refs       TEXT NOT NULL,
    PRIMARY KEY (address, message_id)
);

CREATE INDEX shown_list_newest ON shown_list (address, created);

CREATE TABLE answered_mail (
    message_id VARCHAR(500) PRIMARY KEY,
    answered   BIGINT NOT NULL
);
