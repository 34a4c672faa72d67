package org.postbag.bot.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.postbag.bot.TestBot;
import org.postbag.bot.TestClock;
import org.postbag.bot.app.Service;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;

/** A bot that serves a {@link TelegramDouble}, with two posts at first; tests talk to it and look at what it says. */
final class RunningBot implements AutoCloseable {
    final TelegramDouble telegram;
    final TestBot bot;
    private Service service;
    private int days;

    /** Not started yet, so that there is time to declare chats. */
    RunningBot() throws IOException {
        telegram = new TelegramDouble();
        bot = new TestBot(
                Engine.SQLITE,
                new TestClock("2026-11-20T10:00:00Z"),
                "telegram: { token: \"%s\", api: \"%s\", rate: 0 }"
                        .formatted(TelegramDouble.TOKEN, telegram.address()));
        bot.post("chips", "芯片厂扩产", "科技", "一家芯片厂宣布扩产，明年产能翻倍。\n\n第二段说的是用电。");
        bot.post("river", "River cleaned up", "City", "The river was cleaned by volunteers. They worked for a year.");
        bot.collect();
    }

    void begin() {
        service = Service.start(bot.application());
    }

    /** What was in memory is gone. */
    void restart() {
        halt();
        begin();
    }

    /** Stops serving; the database can be reached. */
    void halt() {
        service.close();
        service = null;
        bot.restart();
    }

    /** The messages a chat got by what somebody did. */
    List<JsonNode> got(long chat, Runnable deed) throws InterruptedException {
        int before = telegram.messages(chat).size();
        deed.run();
        Settled.in(telegram, chat);
        List<JsonNode> all = telegram.messages(chat);
        return all.subList(before, all.size());
    }

    /** The same, as one text. */
    String heard(long chat, Runnable deed) throws InterruptedException {
        return texts(got(chat, deed));
    }

    /** What is answered to a text. */
    String say(long chat, long user, String text) throws InterruptedException {
        return heard(chat, () -> telegram.people().text(chat, user, text));
    }

    static String texts(List<JsonNode> messages) {
        return String.join(
                "\n", messages.stream().map(m -> m.path("text").asText()).toList());
    }

    /** The newest message's id. */
    int last(long chat) {
        List<JsonNode> all = telegram.messages(chat);
        return all.get(all.size() - 1).path("message_id").asInt();
    }

    /** What a press is answered by; empty when it is only acknowledged. */
    String toast(DoublePeople.Event press) throws InterruptedException {
        telegram.await(t -> t.screen().answer(press) != null);
        return telegram.screen().answer(press).path("text").asText();
    }

    /** A day later, with a further post: the messages of a chat since. */
    List<JsonNode> nextDigest(long chat) throws InterruptedException {
        int before = telegram.messages(chat).size();
        String title = days++ == 0 ? "地铁新线通车" : "Bakers build a lighthouse";
        bot.post("day" + days, title, "科技", title + ", as everybody saw.");
        bot.collect();
        bot.clock().advance(Duration.ofDays(1));
        telegram.await(t -> t.messages(chat).size() > before);
        List<JsonNode> all = telegram.messages(chat);
        return all.subList(before, all.size());
    }

    Optional<Subscription> subscription(String address) {
        return bot.application().subscriptions().find(Address.parse(address));
    }

    Status status(String address) {
        return subscription(address).orElseThrow().status();
    }

    @Override
    public void close() {
        if (service != null) service.close();
        else bot.close();
        telegram.close();
    }
}
