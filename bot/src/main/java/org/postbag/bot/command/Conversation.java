package org.postbag.bot.command;

import java.text.Normalizer;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/**
 * Understands what a reader wrote and answers it: a command with or without its slash, in either language, or bare
 * numbers. Telegram and mail bring the texts and show the answers.
 */
public final class Conversation {
    private static final int MOST = 4096;
    private static final Pattern SLASHED =
            Pattern.compile("/\\s*([\\p{L}_]+)(?:@([A-Za-z0-9_]+))?\\s*(.*)", Pattern.DOTALL);
    private static final Pattern PLAIN = Pattern.compile("([\\p{L}_]+)[\\s:,]*(.*)", Pattern.DOTALL);

    // What comes before the arguments, in a text that is not folded.
    private static final Pattern BEFORE = Pattern.compile("[/／]?[\\s\\u3000]*[\\p{L}_＿]+([@＠]\\w+)?[\\s\\u3000:,：，]*");

    private final Commands commands;
    private final Subscriptions subscriptions;
    private final Says says;
    private final ReaderLanguage defaultLang;

    public Conversation(Commands commands, Subscriptions subscriptions, Says says, ReaderLanguage defaultLang) {
        this.commands = commands;
        this.subscriptions = subscriptions;
        this.says = says;
        this.defaultLang = defaultLang;
    }

    /**
     * A command found in a text, and what follows it.
     *
     * @param typed the arguments as they were typed
     */
    public record Understood(Command command, String args, String typed) {}

    /** Empty when the text names no command; a known one with bad arguments is still that command. */
    public Optional<Understood> understand(String text, Asker asker) {
        String folded = fold(text);
        if (Numbers.parse(folded).isPresent())
            return commands.find("read", asker).map(read -> new Understood(read, folded, folded));
        Matcher slashed = SLASHED.matcher(folded);
        if (slashed.matches()) return command(slashed.group(1), slashed.group(3), text, asker);
        Matcher plain = PLAIN.matcher(folded);
        return plain.matches() ? command(plain.group(1), plain.group(2), text, asker) : Optional.empty();
    }

    private Optional<Understood> command(String word, String args, String text, Asker asker) {
        return commands.find(word, asker).map(command -> new Understood(command, args.strip(), typed(text, args)));
    }

    private static String typed(String text, String args) {
        String bounded = bounded(text).strip();
        Matcher before = BEFORE.matcher(bounded);
        return before.lookingAt() ? bounded.substring(before.end()).strip() : args.strip();
    }

    /** The asker with the subscription there is, and the language to answer in. */
    public Request request(Asker asker, String args) {
        return request(asker, args, args);
    }

    /** The same for a text that was understood. */
    public Request request(Asker asker, Understood understood) {
        return request(asker, understood.args(), understood.typed());
    }

    private Request request(Asker asker, String args, String typed) {
        Optional<Subscription> subscription = subscriptions.find(asker.address());
        ReaderLanguage hint = asker.hint();
        ReaderLanguage lang = subscription.map(s -> s.settings().lang()).orElse(hint == null ? defaultLang : hint);
        return new Request(asker, subscription, lang, args, typed);
    }

    /** What to say to a text that names no command. */
    public Answer unknown(Request request, String text) {
        String folded = fold(text);
        Matcher slashed = SLASHED.matcher(folded);
        Matcher plain = PLAIN.matcher(folded);
        String word = slashed.matches() ? slashed.group(1) : plain.matches() ? plain.group(1) : "";
        String nearest = word.isEmpty() ? null : commands.nearest(word, request.asker());
        return nearest == null
                ? says.said(request, "unknown")
                : says.said(request, "unknown.nearest", slashed.matches() ? "/" + nearest : nearest);
    }

    /** Full-width letters, digits and punctuation become plain ones; what is too long to be a question is cut. */
    private static String fold(String text) {
        return Normalizer.normalize(bounded(text), Normalizer.Form.NFKC).strip();
    }

    private static String bounded(String text) {
        return text.length() > MOST ? text.substring(0, MOST) : text;
    }
}
