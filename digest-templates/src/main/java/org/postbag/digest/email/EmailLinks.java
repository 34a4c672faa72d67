package org.postbag.digest.email;

import org.jspecify.annotations.Nullable;

/**
 * Where a mail's footer leads; what is null is left out.
 *
 * @param web base address of the web pages, without a slash at the end
 * @param preferences the reader's own settings page
 * @param unsubscribe the reader's own page or mailto link for leaving
 * @param address the reader's address, named where the mail says why it was sent
 */
public record EmailLinks(
        @Nullable String web, @Nullable String preferences, @Nullable String unsubscribe, @Nullable String address) {

    public static EmailLinks none() {
        return new EmailLinks(null, null, null, null);
    }
}
