package org.postbag.bot.delivery;

import java.time.Duration;
import java.util.Map;
import java.util.function.Supplier;

/**
 * What the operator decided about deliveries.
 *
 * @param name what digests are headed with
 * @param perTag stories of one tag at most, the rest under "N more"
 * @param max stories of one digest at most
 * @param sendEmpty whether a digest without posts is sent all the same
 * @param expire a digest older than this is skipped, not sent late
 * @param attempts tries before a delivery has failed
 * @param lease how long a claim holds without a heartbeat
 * @param resendTelegram whether a message whose outcome is unknown is sent again on Telegram
 * @param resendEmail the same by mail, where the stable Message-ID lets the reader's mailbox drop the second
 * @param weights of sources by id, where they are not 1, asked for at each digest
 */
public record DeliveryRules(
        String name,
        int perTag,
        int max,
        boolean sendEmpty,
        Duration expire,
        int attempts,
        Duration lease,
        boolean resendTelegram,
        boolean resendEmail,
        Supplier<Map<String, Double>> weights) {

    boolean resends(String channel) {
        return channel.equals("email") ? resendEmail : resendTelegram;
    }
}
