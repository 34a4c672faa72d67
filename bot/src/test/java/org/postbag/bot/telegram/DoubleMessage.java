package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.node.ObjectNode;

/** A message as it is now: the Message object that Telegram would show, and what the bot sent to make it so. */
final class DoubleMessage {
    private final ObjectNode json;
    private final boolean own;
    private String source;
    private String sentOptions = "";

    /**
     * @param own whether the bot sent it
     * @param source text or caption as sent, markup and all
     */
    DoubleMessage(ObjectNode json, boolean own, String source) {
        this.json = json;
        this.own = own;
        this.source = source;
    }

    int id() {
        return json.path("message_id").asInt();
    }

    boolean isOwn() {
        return own;
    }

    /** The topic it is in; 0 outside of topics. */
    int thread() {
        return json.path("is_topic_message").asBoolean()
                ? json.path("message_thread_id").asInt()
                : 0;
    }

    /** The Message object itself; callers that hand it out copy it. */
    ObjectNode json() {
        return json;
    }

    /** What a reader sees: the text, or the caption. */
    String text() {
        return json.has("text")
                ? json.path("text").asText()
                : json.path("caption").asText();
    }

    String source() {
        return source;
    }

    /** Sets text and formatting; false when nothing is different from before. */
    boolean change(BotApiText text, String newSource, String options, ObjectNode keyboard, long editDate) {
        ObjectNode before = json.deepCopy();
        before.remove("edit_date");
        json.remove("edit_date");
        json.put("text", text.text());
        setOrRemove("entities", text.entities().isEmpty() ? null : text.entities());
        setOrRemove("reply_markup", keyboard);
        boolean changed = !before.equals(json) || !options.equals(sentOptions);
        source = newSource;
        sentOptions = options;
        json.put("edit_date", editDate);
        return changed;
    }

    /** Sets the keyboard alone; false when it is as before. */
    boolean change(ObjectNode keyboard, long editDate) {
        boolean changed = keyboard == null ? json.has("reply_markup") : !keyboard.equals(json.get("reply_markup"));
        setOrRemove("reply_markup", keyboard);
        json.put("edit_date", editDate);
        return changed;
    }

    void options(String options) {
        sentOptions = options;
    }

    private void setOrRemove(String field, com.fasterxml.jackson.databind.JsonNode value) {
        if (value == null) json.remove(field);
        else json.set(field, value);
    }
}
