package org.postbag.bot.telegram;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Button;
import org.postbag.bot.store.ButtonStore;
import org.postbag.bot.token.Tokens;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * What stands in a button: what it does, signed for the chat it hangs in, for anybody with a client of their own can
 * send whatever data they like. What is too long for the 64 bytes of callback data (Bot API, InlineKeyboardButton)
 * stands behind a name in {@link ButtonStore}.
 */
public final class Buttons {
    private static final int MOST_BYTES = 64;
    private static final int SIGNATURE = 8;
    private static final String KEPT = "#";
    private static final String NOTHING = "-";

    private final Tokens tokens;
    private final ButtonStore store;
    private final Clock clock;

    public Buttons(Tokens tokens, ButtonStore store, Clock clock) {
        this.tokens = tokens;
        this.store = store;
        this.clock = clock;
    }

    /** Rows of buttons as Telegram wants them; null when there are none. */
    public @Nullable InlineKeyboardMarkup keyboard(long chat, List<List<Button>> rows, boolean inPlace) {
        return rows.isEmpty() ? null : new InlineKeyboardMarkup(rows(chat, rows, inPlace));
    }

    List<InlineKeyboardRow> rows(long chat, List<List<Button>> rows, boolean inPlace) {
        return rows.stream()
                .map(row -> new InlineKeyboardRow(
                        row.stream().map(button -> made(chat, button, inPlace)).toList()))
                .toList();
    }

    private InlineKeyboardButton made(long chat, Button button, boolean inPlace) {
        InlineKeyboardButton made = new InlineKeyboardButton(button.label());
        String command = button.command();
        if (button.url() != null) made.setUrl(button.url());
        else if (command == null) made.setCallbackData(NOTHING);
        else made.setCallbackData(data(chat, new Press.Does(command, inPlace)));
        return made;
    }

    /** A button of a digest. */
    InlineKeyboardButton button(long chat, String label, Press press) {
        InlineKeyboardButton made = new InlineKeyboardButton(label);
        made.setCallbackData(data(chat, press));
        return made;
    }

    /** A button that is only to be read. */
    static InlineKeyboardButton label(String text) {
        InlineKeyboardButton made = new InlineKeyboardButton(text);
        made.setCallbackData(NOTHING);
        return made;
    }

    private String data(long chat, Press press) {
        String what = press.toString();
        if (what.getBytes(StandardCharsets.UTF_8).length + SIGNATURE > MOST_BYTES) {
            String name = tokens.name("button " + what);
            store.keep(name, what, clock.instant());
            what = KEPT + name;
        }
        return what + signature(chat, what);
    }

    /** What a press means; empty when the data was altered or belongs to another chat. */
    public Optional<Press> read(long chat, String data) {
        if (data.equals(NOTHING)) return Optional.of(new Press.Nothing());
        int end = data.length() - SIGNATURE;
        if (end <= 0) return Optional.empty();
        String what = data.substring(0, end);
        if (!tokens.same(signature(chat, what), data.substring(end))) return Optional.empty();
        return what.startsWith(KEPT)
                ? store.find(what.substring(KEPT.length())).flatMap(Press::parse)
                : Press.parse(what);
    }

    private String signature(long chat, String what) {
        return tokens.name("press " + chat + " " + what).substring(0, SIGNATURE);
    }
}
