-- When a broadcast was confirmed; no message of it is tried for longer than a day.
ALTER TABLE broadcast ADD COLUMN started BIGINT;

-- A message that Telegram did not take for now is not tried before.
ALTER TABLE broadcast_message ADD COLUMN not_before BIGINT NOT NULL DEFAULT 0;
