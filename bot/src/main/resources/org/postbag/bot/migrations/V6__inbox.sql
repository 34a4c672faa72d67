-- A change asked for by mail without proof of who asks; its address has yet to agree, and may do so once.
CREATE TABLE change_request (
    id      BIGINT PRIMARY KEY,
    address VARCHAR(400) NOT NULL,
    command VARCHAR(1000) NOT NULL,
    asked   BIGINT NOT NULL,
    done    BIGINT
);

CREATE INDEX change_request_address ON change_request (address, asked);
