package org.postbag.bot.email.inbox;

import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.postbag.bot.command.Command;
import org.postbag.posts.ReaderLanguage;

/** Names commands as one writes them in a mail: without the slash they have in a chat, in the reader's language. */
public final class MailWords {
    private static final Pattern SLASHED = Pattern.compile("(?<![\\w/:.])/([a-z]{2,20})(?![\\w/])");

    private final Map<String, Command> commands;

    public MailWords(Iterable<Command> commands) {
        this.commands = java.util.stream.StreamSupport.stream(commands.spliterator(), false)
                .collect(Collectors.toMap(Command::name, Function.identity()));
    }

    String in(String text, ReaderLanguage lang) {
        return SLASHED.matcher(text).replaceAll(found -> Matcher.quoteReplacement(word(found.group(1), lang)));
    }

    private String word(String name, ReaderLanguage lang) {
        boolean chinese = lang == ReaderLanguage.ZH;
        return switch (name) {
            case "start" -> chinese ? "订阅" : "subscribe";
            case "stop" -> chinese ? "退订" : "unsubscribe";
            default -> {
                Command command = commands.get(name);
                yield command == null ? "/" + name : chinese ? command.chinese() : name;
            }
        };
    }
}
