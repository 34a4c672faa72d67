package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** One person in one chat with the bot: writes, presses, and looks at what the screen shows then. */
final class ChatPartner {
    private final TelegramDouble telegram;
    private final long chat;
    private final long person;

    ChatPartner(TelegramDouble telegram, long chat, long person) {
        this.telegram = telegram;
        this.chat = chat;
        this.person = person;
    }

    /** What the bot says to a text: all its new messages, joined. */
    String say(String text) throws InterruptedException {
        int before = count();
        telegram.people().text(chat, person, text);
        Settled.in(telegram, chat);
        return since(before);
    }

    /** The same to a reply. */
    String reply(int message, String text) throws InterruptedException {
        int before = count();
        telegram.people().reply(chat, person, message, text);
        Settled.in(telegram, chat);
        return since(before);
    }

    /** Presses a button; what the message with it says now. */
    String press(int message, String label) throws InterruptedException {
        telegram.people().pressButton(chat, person, message, label);
        Settled.in(telegram, chat);
        return text(message);
    }

    /** Presses what a button held, whether or not it is there still; what the message says now. */
    String pressData(int message, String data) throws InterruptedException {
        telegram.people().press(chat, person, message, data);
        Settled.in(telegram, chat);
        return text(message);
    }

    int count() {
        return telegram.messages(chat).size();
    }

    String since(int before) {
        List<String> texts = new ArrayList<>();
        List<JsonNode> all = telegram.messages(chat);
        for (JsonNode message : all.subList(before, all.size()))
            texts.add(message.path("text").asText());
        return String.join("\n", texts);
    }

    /** The id of the bot's newest message. */
    int newest() {
        List<JsonNode> all = telegram.messages(chat);
        return all.get(all.size() - 1).path("message_id").asInt();
    }

    String text(int message) {
        return telegram.screen().text(chat, message);
    }

    List<String> labels(int message) {
        return buttons(message).stream()
                .map(button -> button.path("text").asText())
                .toList();
    }

    /** What a button sends; the label is exact. */
    String data(int message, String label) {
        return buttons(message).stream()
                .filter(button -> button.path("text").asText().equals(label))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no button " + label + " among " + labels(message)))
                .path("callback_data")
                .asText();
    }

    private List<JsonNode> buttons(int message) {
        List<JsonNode> buttons = new ArrayList<>();
        telegram.screen().keyboard(chat, message).forEach(row -> row.forEach(buttons::add));
        return buttons;
    }
}
