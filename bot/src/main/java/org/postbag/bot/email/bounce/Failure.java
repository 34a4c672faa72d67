package org.postbag.bot.email.bounce;

import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What a report says of one recipient.
 *
 * @param recipients the addresses it names the recipient by, lower case; may be empty
 * @param outcome what became of the mail for this recipient
 * @param status as in {@link BounceReport}
 * @param said the system's words, not yet made fit to keep
 */
record Failure(List<String> recipients, Outcome outcome, String status, String said) {
    /** From nothing to do to the gravest. */
    enum Outcome {
        DELIVERED,
        DELAYED,
        SOFT,
        HARD
    }

    /**
     * The one of several that is about our mail: whose recipient our mail went to. Where none says so (an alias that
     * stands for several inboxes, say) it is the mildest, so that an inbox that mail does reach is never given up.
     *
     * @param to headers of the mail that came back, for whom it was addressed to
     */
    static Optional<Failure> ours(List<Failure> failures, List<Fields> to) {
        if (failures.size() > 1) {
            for (Fields mail : to) {
                String addressed = mail.value("To").toLowerCase(Locale.ROOT);
                Optional<Failure> named = failures.stream()
                        .filter(f -> f.recipients().stream().anyMatch(r -> names(addressed, r)))
                        .min(Comparator.comparing(Failure::outcome));
                if (named.isPresent()) return named;
            }
        }
        return failures.stream().min(Comparator.comparing(Failure::outcome));
    }

    /** Whether an address stands in a header's value as a whole, not as the end or start of a longer one. */
    private static boolean names(String value, String address) {
        int at = value.indexOf(address);
        return at >= 0
                && !address.isEmpty()
                && (at == 0 || " <,:;\"'(".indexOf(value.charAt(at - 1)) >= 0)
                && (at + address.length() == value.length()
                        || " >,;\"')".indexOf(value.charAt(at + address.length())) >= 0);
    }
}
