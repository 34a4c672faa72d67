package org.postbag.bot.telegram.update;

import java.time.ZoneId;
import java.util.List;
import org.postbag.bot.command.Says;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.StartLinks;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.digest.telegram.InlineCard;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.Hit;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.telegram.telegrambots.meta.api.methods.AnswerInlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.InlineQuery;
import org.telegram.telegrambots.meta.api.objects.inlinequery.inputmessagecontent.InputTextMessageContent;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResult;
import org.telegram.telegrambots.meta.api.objects.inlinequery.result.InlineQueryResultArticle;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.InlineKeyboardMarkup;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardButton;
import org.telegram.telegrambots.meta.api.objects.replykeyboard.buttons.InlineKeyboardRow;

/**
 * {@code @bot words} in any chat: posts that say the words, the newest ones without words, to be shared with a tap (Bot
 * API, inline mode). Telegram keeps an answer for five minutes and asks for the next page by the offset given with it.
 */
final class InlineAnswers {
    private static final int PAGE = 20;
    private static final int MOST = 200;
    private static final int CACHE_SECONDS = 300;

    private final PostStore posts;
    private final TelegramRenderer renderer;
    private final StartLinks links;
    private final Says says;
    private final ZoneId zone;

    InlineAnswers(PostStore posts, TelegramRenderer renderer, StartLinks links, Says says, ZoneId zone) {
        this.posts = posts;
        this.renderer = renderer;
        this.links = links;
        this.says = says;
        this.zone = zone;
    }

    void answer(TelegramApi api, InlineQuery query, ReaderLanguage lang) {
        int offset = query.getOffset().matches("\\d{1,4}") ? Integer.parseInt(query.getOffset()) : 0;
        List<Post> found = offset > MOST ? List.of() : found(query.getQuery().strip(), offset);
        List<InlineQueryResult> results =
                found.stream().map(post -> result(post, lang)).toList();
        api.call(AnswerInlineQuery.builder()
                .inlineQueryId(query.getId())
                .results(results)
                .cacheTime(CACHE_SECONDS)
                // The words are in the asker's language, so what Telegram keeps is for the asker.
                .isPersonal(true)
                .nextOffset(found.size() < PAGE ? "" : Integer.toString(offset + PAGE))
                .build());
    }

    private List<Post> found(String words, int offset) {
        if (words.isEmpty())
            return posts.list(PostQuery.all().withLimit(offset + PAGE)).stream()
                    .skip(offset)
                    .toList();
        return posts.search(words, PAGE, offset).stream().map(Hit::post).toList();
    }

    private InlineQueryResult result(Post post, ReaderLanguage lang) {
        InlineCard card = renderer.card(post, lang, zone);
        InputTextMessageContent message = InputTextMessageContent.builder()
                .messageText(card.html())
                .parseMode("HTML")
                .linkPreviewOptions(DigestMessages.noPreview())
                .build();
        InlineQueryResultArticle article = InlineQueryResultArticle.builder()
                .id(post.id() + "." + post.revision())
                .title(card.title())
                .description(card.description())
                .inputMessageContent(message)
                .build();
        String link = links.article(post.id());
        if (link != null) {
            InlineKeyboardButton read = new InlineKeyboardButton(says.say(lang, "button.read.shared"));
            read.setUrl(link);
            article.setReplyMarkup(new InlineKeyboardMarkup(List.of(new InlineKeyboardRow(read))));
        }
        return article;
    }
}
