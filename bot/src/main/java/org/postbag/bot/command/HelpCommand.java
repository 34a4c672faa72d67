package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.EmailAddress;

/** {@code /help}: all commands in a line each, or one with its usage. */
public final class HelpCommand implements Command {
    private final Supplier<Commands> commands;
    private final Says says;

    /**
     * @param commands asked when needed, for this command is one of them
     */
    public HelpCommand(Supplier<Commands> commands, Says says) {
        this.commands = commands;
        this.says = says;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String chinese() {
        return "帮助";
    }

    @Override
    public Answer answer(Request request) {
        Optional<Command> one = request.words().stream().findFirst().flatMap(word -> commands.get()
                .find(word.startsWith("/") ? word.substring(1) : word, request.asker()));
        if (one.isPresent()) {
            String name = one.get().name();
            return Answer.said(
                    says.say(request, "help." + name), says.say(request, "usage", says.say(request, "usage." + name)));
        }
        boolean mail = request.address() instanceof EmailAddress;
        List<String> lines = new ArrayList<>();
        for (Command command : commands.get().of(request.asker())) {
            String word = mail ? command.name() : "/" + command.name();
            if (request.lang() == ReaderLanguage.ZH) word = mail ? command.chinese() : word + " " + command.chinese();
            lines.add(word + " – " + says.say(request, "help." + command.name()));
        }
        return Answer.said(
                says.say(request, "help.intro"), String.join("\n", lines), says.say(request, "help.numbers"));
    }
}
