package org.postbag.bot.telegram.rate;

/**
 * How much Telegram takes.
 *
 * @param perSecond messages in any second over all chats; 0: no limit of any kind is kept
 * @param chatBurst messages in any second to one chat, after which there is one a second; at least 1
 * @param groupPerMinute messages in any minute to one group or channel; at least 1
 */
public record Limits(int perSecond, int chatBurst, int groupPerMinute) {
    private static final int MOST = 100_000;
    private static final int SHORT_BURST = 3;
    private static final int A_MINUTE = 20;

    public Limits {
        if (perSecond < 0 || perSecond > MOST)
            throw new IllegalArgumentException(
                    "messages a second: " + perSecond + " is not in 0 to " + MOST + " (0: no limit)");
        if (chatBurst < 1 || groupPerMinute < 1)
            throw new IllegalArgumentException("a chat takes at least one message: burst " + chatBurst
                    + ", to a group a minute " + groupPerMinute);
    }

    /**
     * What the Bot FAQ says of chats: one message a second with short bursts, twenty a minute to a group.
     *
     * @param perSecond over all chats: 30, more with paid broadcasts; 0: no limits
     */
    public static Limits telegram(int perSecond) {
        return new Limits(perSecond, SHORT_BURST, A_MINUTE);
    }
}
