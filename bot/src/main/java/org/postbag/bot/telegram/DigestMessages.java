package org.postbag.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Says;
import org.postbag.bot.delivery.Parcel;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.methods.updatingmessages.EditMessageText;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * A digest as Bot API calls. A private chat gets one message whose pages are turned in place ({@link PageTurner} answers
 * the buttons); groups and channels get a message a page.
 */
public final class DigestMessages {
    /** Callback data, at most 64 bytes: {@code page:DELIVERY:PAGE}, pages from 0. */
    static final String PAGE = "page:";

    /** Callback data that stands for a command typed by hand. */
    static final String COMMAND = "do:";

    private final TelegramRenderer renderer;
    private final Says says;

    public DigestMessages(TelegramRenderer renderer, Says says) {
        this.renderer = renderer;
        this.says = says;
    }

    TelegramRenderer renderer() {
        return renderer;
    }

    /** Whether the pages stand in one message. */
    static boolean paged(TelegramAddress address) {
        return address.chatId() > 0;
    }

    /** Every page: as a message of its own, or for a paged digest the first as message and the others as its edits. */
    public List<BotApiMethod<?>> all(Parcel parcel, TelegramAddress address, int messageId, boolean silent) {
        List<BotApiMethod<?>> calls = new ArrayList<>();
        for (int page = 0; page < parcel.pages().size(); page++) {
            if (page == 0 || !paged(address)) calls.add(message(parcel, address, page, silent));
            else calls.add(edit(parcel, address, page, messageId));
        }
        return calls;
    }

    SendMessage message(Parcel parcel, TelegramAddress address, int page, boolean silent) {
        SendMessage message = html(address, text(parcel, page));
        if (silent) message.setDisableNotification(true);
        if (paged(address)) message.setReplyMarkup(keyboard(parcel, page));
        return message;
    }

    EditMessageText edit(Parcel parcel, TelegramAddress address, int page, int messageId) {
        return EditMessageText.builder()
                .chatId(address.chatId())
                .messageId(messageId)
                .text(text(parcel, page))
                .parseMode("HTML")
                .linkPreviewOptions(noPreview())
                .replyMarkup(keyboard(parcel, page))
                .build();
    }

    /** A message of Telegram's HTML, without link previews. */
    static SendMessage html(TelegramAddress address, String html) {
        return SendMessage.builder()
                .chatId(address.chatId())
                .messageThreadId(address.threadId())
                .text(html)
                .parseMode("HTML")
                .linkPreviewOptions(noPreview())
                .build();
    }

    private String text(Parcel parcel, int page) {
        return renderer.render(parcel.digest(), parcel.pages()).get(page);
    }

    private InlineKeyboardMarkup keyboard(Parcel parcel, int page) {
        ReaderLanguage lang = parcel.digest().lang();
        int pages = parcel.pages().size();
        InlineKeyboardMarkup.InlineKeyboardMarkupBuilder<?, ?> keyboard = InlineKeyboardMarkup.builder();
        if (pages > 1) {
            InlineKeyboardRow turn = new InlineKeyboardRow();
            turn.add(button("◀", page == 0 ? null : PAGE + parcel.delivery() + ":" + (page - 1)));
            turn.add(button((page + 1) + "/" + pages, null));
            turn.add(button("▶", page == pages - 1 ? null : PAGE + parcel.delivery() + ":" + (page + 1)));
            keyboard.keyboardRow(turn);
        }
        InlineKeyboardRow more = new InlineKeyboardRow();
        more.add(button(says.say(lang, "button.tags"), COMMAND + "tags"));
        more.add(button(says.say(lang, "button.settings"), COMMAND + "settings"));
        return keyboard.keyboardRow(more).build();
    }

    /** A button that does nothing still needs data; the handler knows {@code -}. */
    private static InlineKeyboardButton button(String text, @Nullable String data) {
        return InlineKeyboardButton.builder()
                .text(data == null && text.length() == 1 ? "·" : text)
                .callbackData(data == null ? "-" : data)
                .build();
    }

    private static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }
}
