package org.postbag.bot.email.inbox;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.Conversation.Understood;

/**
 * What a mail asks for: a command or numbers in its first unquoted line, else in the subject of a new mail, else in one of
 * the next lines, where those above are no longer than a greeting.
 *
 * @param text the words in question, also where no command was found in them
 */
record Wanted(String text, Optional<Understood> understood) {
    private static final Pattern PREFIXES = Pattern.compile(
            "^(?:(?:re|aw|sv|vs|antw|fw|fwd|回复|答复|回覆|转发|轉寄)\\s*(?:\\[\\d+])?\\s*[:：]\\s*)+", Pattern.CASE_INSENSITIVE);
    private static final int GREETING = 40;

    static Wanted in(IncomingMail mail, Asker asker, Conversation conversation) {
        List<String> lines = mail.lines();
        if (!lines.isEmpty()) {
            Optional<Understood> first = conversation.understand(lines.get(0), asker);
            if (first.isPresent()) return new Wanted(lines.get(0), first);
        }
        Matcher prefix = PREFIXES.matcher(mail.subject());
        boolean prefixed = prefix.lookingAt();
        String subject = prefixed ? mail.subject().substring(prefix.end()) : mail.subject();
        // The subject of a reply is the other mail's.
        boolean reply = prefixed && mail.inReplyTo() != null;
        if (!reply) {
            Optional<Understood> named = conversation.understand(subject, asker);
            if (named.isPresent()) return new Wanted(subject, named);
        }
        for (int i = 1; i < lines.size() && isShort(lines.get(i - 1)); i++) {
            Optional<Understood> next = conversation.understand(lines.get(i), asker);
            if (next.isPresent()) return new Wanted(lines.get(i), next);
        }
        return new Wanted(lines.isEmpty() ? subject : lines.get(0), Optional.empty());
    }

    private static boolean isShort(String line) {
        return line.codePointCount(0, line.length()) <= GREETING;
    }
}
