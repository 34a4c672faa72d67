package org.postbag.bot.email.inbox;

import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.token.Tokens;

/**
 * Message-IDs of Postbag's mails, {@code <kind.number.….signature@domain>}: nobody can make one up, so a mail that carries
 * one back was written by somebody who got ours.
 */
public final class MailIds {
    private static final Pattern OURS = Pattern.compile(
            "<(digest|confirm|link|change|answer)\\.(\\d{1,19})(?:\\.([A-Za-z0-9_-]{16}))?\\.([A-Za-z0-9_-]{16})@[^<>\\s]+>");

    private final Tokens tokens;
    private final String domain;

    /** @param domain the part behind the @ */
    public MailIds(Tokens tokens, String domain) {
        this.tokens = tokens;
        this.domain = domain;
    }

    /** What kinds of mail there are whose answers mean something. */
    public enum Kind {
        /** The number is a delivery's. */
        DIGEST,
        /** The number is a subscription's. */
        CONFIRM,
        /** The number is a request's, to link an inbox. */
        LINK,
        /** The number is a request's, to change something. */
        CHANGE,
        /** The number is the subscription's that was answered, 0 for a stranger. */
        ANSWER
    }

    /**
     * Of an answer, the same however often it is sent.
     *
     * @param subscription the asker's, 0 for a stranger
     * @param asked Message-ID of the mail that is answered
     * @param part 0 for the answer itself, more for what follows it
     */
    public String answer(long subscription, String asked, int part) {
        String which = tokens.name("answered " + asked + " " + part);
        String signature = tokens.name("answer " + subscription + " " + which);
        return "<answer." + subscription + "." + which + "." + signature + "@" + domain + ">";
    }

    /** Of the question whether a change is wanted. */
    public String change(long request) {
        return "<change." + request + "." + tokens.name("change " + request) + "@" + domain + ">";
    }

    /** The number of the mail of ours that has this id; empty when it is of another kind or was made up. */
    public OptionalLong read(Kind kind, String messageId) {
        Matcher matcher = OURS.matcher(messageId);
        String word = kind.name().toLowerCase(java.util.Locale.ROOT);
        if (!matcher.matches() || !matcher.group(1).equals(word)) return OptionalLong.empty();
        boolean answer = kind == Kind.ANSWER;
        if (answer == (matcher.group(3) == null)) return OptionalLong.empty();
        String signed = word + " " + matcher.group(2) + (answer ? " " + matcher.group(3) : "");
        if (!tokens.same(tokens.name(signed), matcher.group(4))) return OptionalLong.empty();
        try {
            return OptionalLong.of(Long.parseLong(matcher.group(2)));
        } catch (NumberFormatException e) {
            return OptionalLong.empty();
        }
    }
}
