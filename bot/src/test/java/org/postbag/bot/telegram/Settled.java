package org.postbag.bot.telegram;

import java.util.concurrent.atomic.AtomicInteger;

/**
 * Waits until a chat's updates so far are handled: a chat's updates are handled in their order, so a button that does
 * nothing is acknowledged after them.
 */
final class Settled {
    private static final AtomicInteger COUNT = new AtomicInteger();

    private Settled() {}

    static void in(TelegramDouble telegram, long chat) throws InterruptedException {
        String id = "settled" + COUNT.incrementAndGet();
        String type = chat > 0 ? "private" : "supergroup";
        telegram.update(
                "callback_query",
                """
                {"id": "%s", "chat_instance": "1", "data": "-",
                 "from": {"id": 42, "is_bot": false, "first_name": "U"},
                 "message": {"message_id": 1, "date": 1, "chat": {"id": %d, "type": "%s"}, "text": "x"}}
                """
                        .formatted(id, chat, type));
        telegram.await(t -> t.calls("answerCallbackQuery").stream()
                .anyMatch(call -> call.path("callback_query_id").asText().equals(id)));
    }
}
