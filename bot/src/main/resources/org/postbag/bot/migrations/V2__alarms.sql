-- Sources whose trouble the operator was told of, and which trouble it was.
CREATE TABLE source_alarm (
    source  VARCHAR(64) PRIMARY KEY,
    trouble VARCHAR(20) NOT NULL,
    told    BIGINT NOT NULL
);
