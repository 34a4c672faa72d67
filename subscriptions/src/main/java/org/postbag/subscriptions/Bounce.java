package org.postbag.subscriptions;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * One sign that mail does not reach an inbox, or is not wanted there. What follows from it, {@link BounceRules} says.
 *
 * @param status enhanced status code such as {@code 5.1.1} (RFC 3463), or empty
 * @param said the server's words; kept on one line, without addresses, and cut to 200 code points
 */
public record Bounce(Kind kind, String status, String said, Origin origin) {

    private static final int MOST_SAID = 200;
    /** More than this is not looked at. */
    private static final int MOST_READ = 2000;

    private static final Pattern STATUS = Pattern.compile("(?:[245]\\.[0-9]{1,3}\\.[0-9]{1,3})?");
    private static final Pattern NOT_SHOWN = Pattern.compile("[\\s\\p{Cc}\\p{Zl}\\p{Zp}]+");
    private static final Pattern ADDRESS = Pattern.compile("<?[^\\s<>@]*+@[^\\s<>]*+>?");

    public enum Kind {
        /** The inbox does not exist or takes nothing from us, for good. */
        HARD,
        /** Not now: the inbox is full, its server is away. */
        SOFT,
        /** The reader, or the reader's provider, calls the mail unwanted (RFC 5965). */
        COMPLAINT;

        /** The word used in JSON and the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    public enum Origin {
        /** Said by the server at delivery. */
        SMTP,
        /** Told later, by a mail. */
        REPORT;

        /** The word used in JSON and the database. */
        public String word() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    /** @throws IllegalArgumentException when {@code status} is neither empty nor an enhanced status code */
    public Bounce {
        if (!STATUS.matcher(status).matches())
            throw new IllegalArgumentException(
                    "status '" + Shown.of(status) + "' is no enhanced status code such as 5.1.1");
        said = plain(said);
    }

    private static String plain(String said) {
        String read = said.length() > MOST_READ ? said.substring(0, MOST_READ) : said;
        String line = NOT_SHOWN.matcher(read).replaceAll(" ");
        line = ADDRESS.matcher(line).replaceAll("(address)").strip();
        int length = line.codePointCount(0, line.length());
        return length <= MOST_SAID ? line : line.substring(0, line.offsetByCodePoints(0, MOST_SAID - 1)) + "…";
    }

    /** Why an address is suppressed after it, for the operator: {@code bounced: 5.1.1 user unknown}. */
    String reason() {
        String what =
                switch (kind) {
                    case HARD -> "bounced:";
                    case SOFT -> "bounced again and again:";
                    case COMPLAINT -> "complained:";
                };
        String details = (status + " " + said).strip();
        return details.isEmpty() ? what.substring(0, what.length() - 1) : what + " " + details;
    }
}
