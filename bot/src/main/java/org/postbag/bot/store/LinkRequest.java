package org.postbag.bot.store;

import java.time.Instant;
import org.postbag.subscriptions.EmailAddress;

/**
 * Somebody on Telegram wants an inbox to be a second address of theirs; its owner has yet to agree.
 *
 * @param id random and positive, so that it tells nothing of how many there were
 * @param subscription the one on Telegram
 */
public record LinkRequest(long id, long subscription, EmailAddress address, Instant asked) {}
