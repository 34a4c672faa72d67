package org.postbag.bot.email.inbox;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.token.Tokens.Purpose;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/**
 * Lets a subscription leave by the mail that List-Unsubscribe's mailto address asks for (RFC 2369): {@code unsubscribe
 * TOKEN} as its subject or a line of its body. The token is the proof, whoever the mail is from.
 */
public final class MailtoUnsubscribe {
    private static final Pattern WORDS = Pattern.compile(
            "\\s*/?(?:unsubscribe|stop|退订|退訂|取消订阅)[\\s:：\\u3000]+([A-Za-z0-9_-]{30,60})[\\s.。]*",
            Pattern.CASE_INSENSITIVE);

    private final Tokens tokens;
    private final Subscriptions subscriptions;

    public MailtoUnsubscribe(Tokens tokens, Subscriptions subscriptions) {
        this.tokens = tokens;
        this.subscriptions = subscriptions;
    }

    /** What a mail came to. */
    sealed interface Outcome {
        /** It holds no token. */
        record Unasked() implements Outcome {}

        /** The subscription as it was before it left. */
        record Left(Subscription subscription) implements Outcome {}

        /** The token is altered, too old or of a subscription that is no more; nothing has changed. */
        record Invalid() implements Outcome {}
    }

    Outcome carryOut(IncomingMail mail) {
        List<String> texts = new ArrayList<>(mail.lines());
        texts.add(0, mail.subject());
        Outcome outcome = new Outcome.Unasked();
        for (String text : texts) {
            Matcher matcher = WORDS.matcher(text);
            if (!matcher.matches()) continue;
            Optional<Subscription> meant =
                    tokens.read(Purpose.UNSUBSCRIBE, matcher.group(1)).flatMap(subscriptions::find);
            if (meant.isPresent()) {
                subscriptions.unsubscribe(meant.get().address());
                return new Outcome.Left(meant.get());
            }
            outcome = new Outcome.Invalid();
        }
        return outcome;
    }
}
