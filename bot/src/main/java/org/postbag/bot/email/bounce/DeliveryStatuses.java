package org.postbag.bot.email.bounce;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the fields of a delivery status notification (RFC 3464), a failure for each recipient it names. */
final class DeliveryStatuses {
    private static final Pattern ADDRESS = Pattern.compile("[^\\s<>\"';:,()]{1,200}@[^\\s<>\"';:,()]{1,255}");
    private static final int MOST_WORDS = 2_000;

    private DeliveryStatuses() {}

    /**
     * @param blocks groups of fields; those that speak of no recipient are passed over
     * @param text what a person reads, for the words where the fields have none
     */
    static List<Failure> read(List<Fields> blocks, String text) {
        List<Failure> failures = new ArrayList<>();
        for (Fields block : blocks) {
            if (!speaksOfRecipient(block)) continue;
            String status = StatusCodes.in(block.value("Status"));
            String diagnostic = String.join(" ", block.all("Diagnostic-Code"));
            String words = diagnostic.isBlank() ? bounded(text) : diagnostic;
            failures.add(new Failure(
                    recipients(block),
                    outcome(block, status, words),
                    StatusCodes.better(status, words),
                    diagnostic.isBlank() ? Words.telling(words) : diagnostic));
        }
        return failures;
    }

    static boolean speaksOfRecipient(Fields block) {
        return block.has("Action")
                || (block.has("Status") && (block.has("Final-Recipient") || block.has("Original-Recipient")));
    }

    private static Failure.Outcome outcome(Fields block, String status, String words) {
        String action = block.value("Action").toLowerCase(Locale.ROOT);
        if (action.startsWith("delivered") || action.startsWith("relayed") || action.startsWith("expanded"))
            return Failure.Outcome.DELIVERED;
        if (action.startsWith("delayed")) return Failure.Outcome.DELAYED;
        if (!action.startsWith("failed") && status.startsWith("2")) return Failure.Outcome.DELIVERED;
        return Reasons.outcome(StatusCodes.better(status, words), words);
    }

    private static List<String> recipients(Fields block) {
        List<String> recipients = new ArrayList<>();
        for (String name : List.of("Original-Recipient", "Final-Recipient", "X-Actual-Recipient")) {
            Matcher address = ADDRESS.matcher(block.value(name));
            if (address.find()) recipients.add(address.group().toLowerCase(Locale.ROOT));
        }
        return recipients;
    }

    private static String bounded(String text) {
        return text.length() > MOST_WORDS ? text.substring(0, MOST_WORDS) : text;
    }
}
