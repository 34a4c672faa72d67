package org.postbag.bot.telegram;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Says;
import org.postbag.bot.delivery.Parcel;
import org.postbag.digest.Digest;
import org.postbag.digest.Story;
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
 * A digest as Bot API calls. A private chat gets one message whose pages are turned in place ({@code PageTurner} answers
 * the buttons); groups and channels get a message a page, whose buttons lead to the private chat.
 */
public final class DigestMessages {
    private static final int READ_BUTTONS_A_ROW = 4;

    private final TelegramRenderer renderer;
    private final Says says;
    private final Buttons buttons;
    private final StartLinks links;

    public DigestMessages(TelegramRenderer renderer, Says says, Buttons buttons, StartLinks links) {
        this.renderer = renderer;
        this.says = says;
        this.buttons = buttons;
        this.links = links;
    }

    public TelegramRenderer renderer() {
        return renderer;
    }

    /** A digest and where its pages are: a delivery of the ledger, or 0 for one made on demand. */
    public record Shown(long delivery, Digest digest, List<List<Integer>> pages) {
        public static Shown of(Parcel parcel) {
            return new Shown(parcel.delivery(), parcel.digest(), parcel.pages());
        }
    }

    /** Whether the pages stand in one message. */
    public static boolean paged(TelegramAddress address) {
        return address.chatId() > 0;
    }

    /** Every page: as a message of its own, or for a paged digest the first as message and the others as its edits. */
    public List<BotApiMethod<?>> all(Shown shown, TelegramAddress address, int messageId, boolean silent) {
        List<BotApiMethod<?>> calls = new ArrayList<>();
        for (int page = 0; page < shown.pages().size(); page++) {
            if (page == 0 || !paged(address)) calls.add(message(shown, address, page, silent));
            else calls.add(edit(shown, address, page, messageId));
        }
        return calls;
    }

    public SendMessage message(Shown shown, TelegramAddress address, int page, boolean silent) {
        SendMessage message = html(address, text(shown, page));
        if (silent) message.setDisableNotification(true);
        InlineKeyboardMarkup keyboard = keyboard(shown, address, page);
        if (!keyboard.getKeyboard().isEmpty()) message.setReplyMarkup(keyboard);
        return message;
    }

    public EditMessageText edit(Shown shown, TelegramAddress address, int page, int messageId) {
        return EditMessageText.builder()
                .chatId(address.chatId())
                .messageId(messageId)
                .text(text(shown, page))
                .parseMode("HTML")
                .linkPreviewOptions(noPreview())
                .replyMarkup(keyboard(shown, address, page))
                .build();
    }

    /** A message of Telegram's HTML, without link previews. */
    public static SendMessage html(TelegramAddress address, String html) {
        return SendMessage.builder()
                .chatId(address.chatId())
                .messageThreadId(address.threadId())
                .text(html)
                .parseMode("HTML")
                .linkPreviewOptions(noPreview())
                .build();
    }

    public static LinkPreviewOptions noPreview() {
        return LinkPreviewOptions.builder().isDisabled(true).build();
    }

    private String text(Shown shown, int page) {
        return renderer.page(shown.digest(), shown.pages(), page);
    }

    private InlineKeyboardMarkup keyboard(Shown shown, TelegramAddress address, int page) {
        List<InlineKeyboardRow> rows = new ArrayList<>(articles(shown, address, page));
        if (paged(address)) {
            if (shown.pages().size() > 1) rows.add(turning(shown, address.chatId(), page));
            rows.addAll(more(shown.digest().lang(), address.chatId()));
        }
        return new InlineKeyboardMarkup(rows);
    }

    /** A button an article: in a private chat it brings the article, elsewhere it leads to the reader's own chat. */
    private List<InlineKeyboardRow> articles(Shown shown, TelegramAddress address, int page) {
        Map<Integer, Story> stories =
                shown.digest().numbered().stream().collect(Collectors.toMap(Story::number, Function.identity()));
        List<InlineKeyboardRow> rows = new ArrayList<>();
        for (int number : shown.pages().get(page)) {
            InlineKeyboardButton button = article(shown, address, number, stories.get(number));
            if (button == null) return List.of();
            if (rows.isEmpty() || rows.get(rows.size() - 1).size() == READ_BUTTONS_A_ROW)
                rows.add(new InlineKeyboardRow());
            rows.get(rows.size() - 1).add(button);
        }
        return rows;
    }

    private @Nullable InlineKeyboardButton article(
            Shown shown, TelegramAddress address, int number, @Nullable Story story) {
        String label = says.say(shown.digest().lang(), "button.read", number);
        if (paged(address)) return buttons.button(address.chatId(), label, new Press.Reads(shown.delivery(), number));
        String link = story == null ? null : links.article(story.lead().id());
        if (link == null) return null;
        InlineKeyboardButton button = new InlineKeyboardButton(label);
        button.setUrl(link);
        return button;
    }

    private InlineKeyboardRow turning(Shown shown, long chat, int page) {
        int pages = shown.pages().size();
        InlineKeyboardRow turn = new InlineKeyboardRow();
        turn.add(page == 0 ? Buttons.label("·") : turn(shown, chat, "◀", page - 1));
        turn.add(Buttons.label((page + 1) + "/" + pages));
        turn.add(page == pages - 1 ? Buttons.label("·") : turn(shown, chat, "▶", page + 1));
        return turn;
    }

    private InlineKeyboardButton turn(Shown shown, long chat, String label, int page) {
        return buttons.button(chat, label, new Press.Turns(shown.delivery(), page));
    }

    private List<InlineKeyboardRow> more(ReaderLanguage lang, long chat) {
        List<List<Button>> more = List.of(List.of(
                Button.does(says.say(lang, "button.tags"), "settings tags"),
                Button.does(says.say(lang, "button.settings"), "settings"),
                Button.does(says.say(lang, "button.stop"), "stop ?")));
        return buttons.rows(chat, more, false);
    }
}
