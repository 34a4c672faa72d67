package org.postbag.bot.telegram;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Command.Audience;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.Says;
import org.postbag.posts.ReaderLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllChatAdministrators;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/**
 * Tells Telegram the commands, for the menu that its apps show (Bot API, BotCommandScope): in Chinese to Chinese apps, in
 * English to all others; in groups only what members may use, more to administrators; to operators theirs as well.
 */
public final class BotMenu {
    private static final Logger LOG = LoggerFactory.getLogger(BotMenu.class);
    private static final String ANY = "x";

    /** What groups are told to do in the private chat. */
    private static final Set<String> PRIVATE = Set.of("email", "link");

    private final TelegramApi api;
    private final Commands commands;
    private final Says says;

    public BotMenu(TelegramApi api, Commands commands, Says says) {
        this.api = api;
        this.commands = commands;
        this.says = says;
    }

    /**
     * @param operators private chats in which the operators' commands are shown as well
     * @param chosen the language that somebody has chosen
     * @return whether Telegram took all of it; an operator who never wrote to the bot has no chat yet
     */
    public boolean register(Set<Long> operators, Function<Long, Optional<ReaderLanguage>> chosen) {
        boolean taken = everyLanguage(new BotCommandScopeDefault(), BotMenu::isForReaders);
        taken &= everyLanguage(
                new BotCommandScopeAllGroupChats(),
                command -> isForReaders(command)
                        && !command.isForAdministrators(ANY)
                        && !PRIVATE.contains(command.name()));
        taken &= everyLanguage(new BotCommandScopeAllChatAdministrators(), BotMenu::isForReaders);
        for (long operator : operators) {
            Optional<ReaderLanguage> lang = chosen.apply(operator);
            taken &= lang.isPresent()
                    ? chat(operator, lang.get(), true)
                    : everyLanguage(chat(operator), BotMenu::isForOperators);
        }
        return taken;
    }

    /** The menu of one chat that chose its language. */
    public boolean chat(long chat, ReaderLanguage lang, boolean operator) {
        if (!operator) return set(chat(chat), BotMenu::isForReaders, lang, null);
        // An operator's chat has menus by the app's language, which would be shown instead.
        boolean taken = set(chat(chat), BotMenu::isForOperators, lang, null);
        taken &= set(chat(chat), BotMenu::isForOperators, lang, "en");
        taken &= set(chat(chat), BotMenu::isForOperators, lang, "zh");
        return taken;
    }

    private static BotCommandScope chat(long chat) {
        return BotCommandScopeChat.builder().chatId(Long.toString(chat)).build();
    }

    private boolean everyLanguage(BotCommandScope scope, Predicate<Command> which) {
        boolean taken = set(scope, which, ReaderLanguage.EN, null);
        taken &= set(scope, which, ReaderLanguage.EN, "en");
        taken &= set(scope, which, ReaderLanguage.ZH, "zh");
        return taken;
    }

    private static boolean isForReaders(Command command) {
        return command.audience() == Audience.READERS || command.audience() == Audience.TELEGRAM;
    }

    private static boolean isForOperators(Command command) {
        return command.audience() != Audience.EMAIL;
    }

    private boolean set(
            BotCommandScope scope, Predicate<Command> which, ReaderLanguage lang, @Nullable String languageCode) {
        List<BotCommand> menu = commands.all().stream()
                .filter(which)
                .map(command -> new BotCommand(command.name(), says.say(lang, "help." + command.name())))
                .toList();
        SetMyCommands call = SetMyCommands.builder()
                .commands(menu)
                .scope(scope)
                .languageCode(languageCode)
                .build();
        Reply<Boolean> reply = api.call(call);
        if (reply instanceof Reply.Ok<Boolean>) return true;
        LOG.warn("Telegram did not take the command menu: {}", reply);
        return false;
    }
}
