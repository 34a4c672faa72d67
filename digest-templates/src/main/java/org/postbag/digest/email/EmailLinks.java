package org.postbag.digest.email;

import org.jspecify.annotations.Nullable;

/**
 * Where a mail's footer leads, and whether an answer to it is read; what is null is left out.
 *
 * @param web base address of the web pages, without a slash at the end
 * @param preferences the reader's own settings page
 * @param unsubscribe the reader's own page or mailto link for leaving
 * @param address the reader's address, named where the mail says why it was sent
 * @param replies whether answers are read; only then does a mail ask for any
 */
public record EmailLinks(
        @Nullable String web,
        @Nullable String preferences,
        @Nullable String unsubscribe,
        @Nullable String address,
        boolean replies) {

    /** Leads nowhere, and nobody reads answers. */
    public static EmailLinks none() {
        return new EmailLinks(null, null, null, null, false);
    }
}
