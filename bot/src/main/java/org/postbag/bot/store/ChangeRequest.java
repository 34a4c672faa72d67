package org.postbag.bot.store;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.EmailAddress;

/**
 * Somebody wrote a command in the name of an address, which has yet to say that it wants it.
 *
 * @param id random and positive, so that it tells nothing of how many there were
 * @param command as it was written
 * @param done when it was agreed to and carried out; null before
 */
public record ChangeRequest(long id, EmailAddress address, String command, Instant asked, @Nullable Instant done) {}
