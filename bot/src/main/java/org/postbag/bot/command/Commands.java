package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.TelegramAddress;

/** All commands, by any of their words. Help, menus and README's table are made from this list. */
public final class Commands {
    private final List<Command> all;
    private final Map<String, Command> byWord = new LinkedHashMap<>();

    public Commands(List<Command> commands) {
        all = List.copyOf(commands);
        for (Command command : commands) {
            add(command.name(), command);
            add(command.chinese(), command);
            for (String word : command.otherWords()) add(word, command);
        }
    }

    private void add(String word, Command command) {
        Command earlier = byWord.put(word, command);
        if (earlier != null)
            throw new IllegalStateException(
                    "the word '" + word + "' means both /" + earlier.name() + " and /" + command.name());
    }

    public List<Command> all() {
        return all;
    }

    /** The commands an asker may use. */
    public List<Command> of(Asker asker) {
        return all.stream().filter(command -> isFor(command, asker)).toList();
    }

    /** The command of a word, if the asker may use it. */
    public Optional<Command> find(String word, Asker asker) {
        return Optional.ofNullable(byWord.get(word.toLowerCase(Locale.ROOT))).filter(found -> isFor(found, asker));
    }

    /** The command a mistyped word was most likely meant to be. */
    @Nullable
    String nearest(String word, Asker asker) {
        List<String> names = new ArrayList<>();
        byWord.forEach((name, command) -> {
            if (isFor(command, asker)) names.add(name);
        });
        return Nearest.to(word, names);
    }

    private static boolean isFor(Command command, Asker asker) {
        return switch (command.audience()) {
            case READERS -> true;
            case TELEGRAM -> asker.address() instanceof TelegramAddress;
            case EMAIL -> asker.address() instanceof EmailAddress;
            case OPERATORS -> asker.operator();
        };
    }
}
