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
 * @param repliedTo id of the message that is answered, if any
 */
public record Request(
        Address address,
        Optional<Subscription> subscription,
        ReaderLanguage lang,
        String args,
        @Nullable String repliedTo) {

    /** The arguments as words: split at blanks and at commas of either width. */
    public List<String> words() {
        return args.isBlank()
                ? List.of()
                : List.of(args.strip().split("[\\s,，、;；]+")).stream()
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    Request with(Optional<Subscription> now) {
        return new Request(address, now, lang, args, repliedTo);
    }
}
