package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Subscription;

/**
 * A question as a command sees it.
 *
 * @param subscription the asker's, if there is one whatever its status
 * @param args what follows the command's word, full-width forms folded, trimmed
 * @param typed the same as it was typed, for what is to be shown to others
 */
public record Request(
        Asker asker, Optional<Subscription> subscription, ReaderLanguage lang, String args, String typed) {

    /** One whose arguments were typed as they are. */
    public Request(Asker asker, Optional<Subscription> subscription, ReaderLanguage lang, String args) {
        this(asker, subscription, lang, args, args);
    }

    /** Whose subscription is meant. */
    public Address address() {
        return asker.address();
    }

    /** Id of the message that is answered, if any. */
    public @Nullable String repliedTo() {
        return asker.repliedTo();
    }

    /** The arguments as words: split at blanks and at commas of either width. */
    public List<String> words() {
        return args.isBlank()
                ? List.of()
                : List.of(args.strip().split("[\\s,，、;；]+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** The same question with other arguments. */
    public Request withArgs(String other) {
        return new Request(asker, subscription, lang, other);
    }
}
