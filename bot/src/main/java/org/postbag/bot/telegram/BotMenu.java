package org.postbag.bot.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.Says;
import org.postbag.posts.ReaderLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;

/** Tells Telegram the commands, for the menu that its apps show: in Chinese to Chinese apps, in English to all others. */
public final class BotMenu {
    private static final Logger LOG = LoggerFactory.getLogger(BotMenu.class);
    private static final List<String> NOT_ON_TELEGRAM = List.of("confirm");

    private BotMenu() {}

    public static void register(TelegramApi api, Commands commands, Says says) {
        register(api, commands, says, ReaderLanguage.EN, null);
        register(api, commands, says, ReaderLanguage.EN, "en");
        register(api, commands, says, ReaderLanguage.ZH, "zh");
    }

    private static void register(
            TelegramApi api, Commands commands, Says says, ReaderLanguage lang, @Nullable String languageCode) {
        List<BotCommand> menu = commands.all().stream()
                .filter(command -> !NOT_ON_TELEGRAM.contains(command.name()))
                .map(command -> new BotCommand(command.name(), says.say(lang, "help." + command.name())))
                .toList();
        SetMyCommands call = SetMyCommands.builder()
                .commands(menu)
                .languageCode(languageCode)
                .build();
        Reply<Boolean> reply = api.call(call);
        if (!(reply instanceof Reply.Ok<Boolean>)) LOG.warn("Telegram did not take the command menu: {}", reply);
    }
}
