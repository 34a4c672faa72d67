package org.postbag.bot.telegram.update;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.PlainMessages;
import org.postbag.bot.telegram.Reply;
import org.postbag.digest.telegram.ArticleFile;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.TelegramAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.send.SendDocument;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.InputFile;
import org.telegram.telegrambots.meta.api.objects.LinkPreviewOptions;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/**
 * Sends whole articles: a short one as a message with its lead picture above, a longer one as a series, a very long one
 * as a file, which every phone opens.
 */
final class Articles {
    private static final Logger LOG = LoggerFactory.getLogger(Articles.class);

    private static final int MOST_MESSAGES = 5;

    private final TelegramRenderer renderer;
    private final PostStore posts;
    private final Says says;

    Articles(TelegramRenderer renderer, PostStore posts, Says says) {
        this.renderer = renderer;
        this.posts = posts;
        this.says = says;
    }

    void send(Showing where, Request request, List<PostRef> wanted, ZoneId zone) {
        Map<PostRef, Post> found = posts.find(wanted);
        for (PostRef ref : wanted) {
            Post post = found.get(ref);
            Optional<Content> content = posts.content(ref);
            if (post == null || content.isEmpty()) gone(where, request);
            else send(where, request, post, content.get(), zone);
        }
    }

    private void gone(Showing where, Request request) {
        Sends.message(
                where,
                DigestMessages.html(
                        where.chat(),
                        PlainMessages.of(says.say(request, "read.gone")).get(0)));
    }

    private void send(Showing where, Request request, Post post, Content content, ZoneId zone) {
        List<String> texts = renderer.article(post, content, request.lang(), zone);
        if (texts.size() > MOST_MESSAGES) {
            ArticleFile file = renderer.document(post, content, request.lang(), zone);
            upload(where, file.name(), file.bytes(), says.say(request, "read.file", post.title()));
            return;
        }
        String picture = LeadPicture.of(content);
        for (int i = 0; i < texts.size(); i++) {
            SendMessage message = DigestMessages.html(where.chat(), texts.get(i));
            if (i == 0 && picture != null) message.setLinkPreviewOptions(above(picture));
            boolean taken = Sends.message(where, message).isPresent();
            if (!taken && !where.api().begunBefore()) return; // the rest would make no sense alone
        }
    }

    /** The picture is fetched by Telegram itself, and nothing is missing but the picture where it cannot be had. */
    private static LinkPreviewOptions above(String picture) {
        return LinkPreviewOptions.builder()
                .urlField(picture)
                .preferLargeMedia(true)
                .showAboveText(true)
                .build();
    }

    void document(Showing where, Answer.Document document) {
        upload(where, document.name(), document.text().getBytes(StandardCharsets.UTF_8), document.caption());
    }

    private static void upload(Showing where, String name, byte[] bytes, String caption) {
        TelegramAddress chat = where.chat();
        Reply<Message> reply = where.api()
                .upload(
                        SendDocument.builder()
                                .chatId(chat.chatId())
                                .messageThreadId(chat.threadId())
                                .document(new InputFile(new ByteArrayInputStream(bytes), name))
                                .caption(cut(caption))
                                .build(),
                        () -> true);
        if (!(reply instanceof Reply.Ok<Message>) && !where.api().begunBefore())
            LOG.warn("a file could not be sent: {}", reply);
    }

    /** A caption holds 1024 units (Bot API, sendDocument). */
    private static @Nullable String cut(String caption) {
        if (caption.isBlank()) return null;
        if (caption.length() <= 1000) return caption;
        int end = Character.isHighSurrogate(caption.charAt(998)) ? 998 : 999;
        return caption.substring(0, end) + "…";
    }
}
