-- Whether the settings follow those of the reader's other addresses. Addresses that went their own ways stay as they are.
ALTER TABLE subscription ADD COLUMN shared INTEGER NOT NULL DEFAULT 1;
UPDATE subscription SET shared = 0
WHERE EXISTS (
    SELECT 1 FROM subscription o
    WHERE o.reader = subscription.reader
      AND (o.timetable_id <> subscription.timetable_id
           OR o.tags <> subscription.tags OR o.mute <> subscription.mute OR o.keywords <> subscription.keywords
           OR o.lang <> subscription.lang OR o.length <> subscription.length
           OR COALESCE(o.quiet, '') <> COALESCE(subscription.quiet, '')));

-- The chat of a Telegram address without its topic; null for other channels.
ALTER TABLE subscription ADD COLUMN chat_id BIGINT;
UPDATE subscription SET chat_id = CAST(
    SUBSTR(CASE WHEN RTRIM(address_key, '0123456789') LIKE '%/'
                THEN RTRIM(RTRIM(address_key, '0123456789'), '/')
                ELSE address_key END,
           LENGTH('telegram:') + 1) AS BIGINT)
WHERE channel = 'telegram';
CREATE INDEX subscription_chat ON subscription (chat_id) WHERE chat_id IS NOT NULL;

CREATE INDEX subscription_channel ON subscription (channel, status);
