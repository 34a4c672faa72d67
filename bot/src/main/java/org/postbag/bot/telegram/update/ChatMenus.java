package org.postbag.bot.telegram.update;

import java.util.Set;
import org.postbag.bot.telegram.BotMenu;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.TelegramAddress;

/** The command menu of single chats: of those that chose a language, and of the operators' own. */
final class ChatMenus {
    private final BotMenu menu;
    private final Set<Long> operators;

    ChatMenus(BotMenu menu, Set<Long> operators) {
        this.menu = menu;
        this.operators = Set.copyOf(operators);
    }

    /** The chat is spoken to in this language from now on, so its menu is in it as well, whatever the app's. */
    void speak(TelegramAddress chat, ReaderLanguage lang) {
        menu.chat(chat.chatId(), lang, operators.contains(chat.chatId()));
    }
}
