package org.postbag.bot.telegram;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.digest.Listed;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.TelegramAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Shows answers in a chat, and keeps the numbered ones so that numbers can be answered. */
final class TelegramAnswers {
    private static final Logger LOG = LoggerFactory.getLogger(TelegramAnswers.class);

    private final TelegramApi api;
    private final TelegramRenderer renderer;
    private final PostStore posts;
    private final NumberedLists lists;
    private final Says says;
    private final ZoneId defaultZone;

    TelegramAnswers(
            TelegramApi api,
            TelegramRenderer renderer,
            PostStore posts,
            NumberedLists lists,
            ZoneId defaultZone,
            Says says) {
        this.api = api;
        this.renderer = renderer;
        this.posts = posts;
        this.lists = lists;
        this.says = says;
        this.defaultZone = defaultZone;
    }

    void show(TelegramAddress chat, Request request, Answer answer) {
        if (answer instanceof Answer.Said said) {
            send(chat, PlainMessages.of(said.toString()));
        } else if (answer instanceof Answer.Listing listing) {
            List<Listed> items = listing.numbered();
            List<String> texts =
                    new ArrayList<>(renderer.list(listing.heading(), items, request.lang(), zone(request)));
            texts.addAll(PlainMessages.of(listing.footer()));
            keep(chat, send(chat, texts), listing.refs());
        } else if (answer instanceof Answer.Digested digested) {
            List<List<Integer>> pages = renderer.paginate(digested.digest());
            keep(chat, send(chat, renderer.render(digested.digest(), pages)), digested.refs());
        } else if (answer instanceof Answer.Articles articles) {
            for (PostRef ref : articles.refs()) send(chat, article(ref, request));
            if (!articles.remarks().isEmpty()) send(chat, PlainMessages.of(String.join("\n", articles.remarks())));
        }
    }

    private List<String> article(PostRef ref, Request request) {
        Optional<Post> post = Optional.ofNullable(posts.find(List.of(ref)).get(ref));
        Optional<Content> content = posts.content(ref);
        if (post.isEmpty() || content.isEmpty()) return PlainMessages.of(says.say(request, "read.gone"));
        return renderer.article(post.get(), content.get(), request.lang(), zone(request));
    }

    private ZoneId zone(Request request) {
        return request.subscription().map(s -> s.settings().timetable().zone()).orElse(defaultZone);
    }

    private void keep(TelegramAddress chat, List<String> messageIds, List<PostRef> refs) {
        lists.keep(chat, messageIds, refs);
    }

    /** Sends in order and stops at the first that is refused, for the rest would make no sense alone. */
    private List<String> send(TelegramAddress chat, List<String> texts) {
        List<String> ids = new ArrayList<>();
        for (String text : texts) {
            Reply<Message> reply = patiently(DigestMessages.html(chat, text));
            if (!(reply instanceof Reply.Ok<Message> ok)) {
                LOG.warn("an answer could not be sent: {}", reply);
                break;
            }
            ids.add(Integer.toString(ok.result().getMessageId()));
        }
        return ids;
    }

    /** Tries a few times where Telegram says when to, and without formatting where it finds fault with ours. */
    private Reply<Message> patiently(SendMessage message) {
        SendMessage next = message;
        Reply<Message> reply = api.call(next);
        for (int tries = 0; tries < 3 && reply instanceof Reply.No<Message> no; tries++) {
            if (TelegramChannel.isEntityError(no)) next = TelegramChannel.plain(message);
            else if (no.code() != 429 || no.retryAfter() == null || no.retryAfter() > 5 || !waited(no.retryAfter()))
                return reply;
            reply = api.call(next);
        }
        return reply;
    }

    private static boolean waited(int seconds) {
        try {
            Thread.sleep(seconds * 1000L);
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }
}
