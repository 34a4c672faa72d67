package org.postbag.digest.telegram;

import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.Listed;
import org.postbag.digest.Templates;
import org.postbag.posts.Content;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;

/**
 * What Telegram shows, as texts for {@code parse_mode=HTML}, each within the limits of one message ({@link Measure}).
 * Keyboards, chats and sending are {@code bot}'s. Thread safe; keeps rendered items for the digests to come.
 */
public final class TelegramRenderer {

    private static final List<String> TEMPLATES =
            List.of("header", "section", "item", "more", "footer", "card", "document").stream()
                    .map(name -> "telegram/" + name + ".peb")
                    .toList();

    private final TelegramItems items;
    private final Templates templates;
    private final @Nullable String web;

    /** Without pages of its own to link to. */
    public TelegramRenderer(Templates templates) {
        this(templates, null);
    }

    /**
     * @param web base address of the installation's pages, for posts that have no link of their own
     * @throws org.postbag.digest.TemplateException when a template does not compile
     */
    public TelegramRenderer(Templates templates, @Nullable String web) {
        templates.check(TEMPLATES);
        this.templates = templates;
        this.web = web;
        this.items = new TelegramItems(templates, web);
    }

    /**
     * Which numbers stand in which message: a split only between items, never after a section's heading. The same digest
     * gives the same pages; at least one page, without numbers when there is nothing to tell.
     */
    public List<List<Integer>> paginate(Digest d) {
        return new Pages(new PageParts(d, templates, items)).split();
    }

    /** One text a page. An item that would be too long even alone is shortened, its title and link kept. */
    public List<String> render(Digest d, List<List<Integer>> pages) {
        return new Pages(new PageParts(d, templates, items)).render(pages);
    }

    /**
     * One of the texts that {@link #render} gives, without the work for the others.
     *
     * @param page counted from 0
     * @throws IndexOutOfBoundsException when there is no such page
     */
    public String page(Digest d, List<List<Integer>> pages, int page) {
        return new Pages(new PageParts(d, templates, items)).page(pages, page);
    }

    /**
     * A whole article in well-formed pieces, cut between paragraphs where possible, then between sentences, then between
     * characters; several pieces are marked 1/3, 2/3, 3/3.
     */
    public List<String> article(Post post, Content content, ReaderLanguage lang, ZoneId zone) {
        return new ArticlePieces(templates.wordings().in(lang), zone, web).of(post, content);
    }

    /**
     * A whole article as one file to send as a document: an HTML page that needs nothing but the article's own pictures.
     * From how many pieces on a file is better is the caller's to say.
     */
    public ArticleFile document(Post post, Content content, ReaderLanguage lang, ZoneId zone) {
        return new ArticleDocument(templates, templates.wordings().in(lang), zone, web).of(post, content);
    }

    /**
     * A numbered list of posts, in as many messages as it takes; at least one, the heading alone when it is empty. Each item
     * has the number it brings, whatever the first is.
     */
    public List<String> list(String heading, List<Listed> listed, ReaderLanguage lang, ZoneId zone) {
        return lists(lang, zone).series(heading, listed);
    }

    /**
     * A numbered list as exactly one message, such as a page of a search. Where it would be too long snippets are shortened,
     * then left out, then titles shortened; every item keeps its number and title, and its link unless that is overlong.
     *
     * @param footer plain text under the items, such as how many more there are; lines are kept; may be empty
     * @throws IllegalArgumentException for more than 50 items
     */
    public String listPage(String heading, List<Listed> listed, String footer, ReaderLanguage lang, ZoneId zone) {
        return lists(lang, zone).page(heading, listed, footer);
    }

    /** A post as an answer to an inline query. */
    public InlineCard card(Post post, ReaderLanguage lang, ZoneId zone) {
        return new InlineCards(templates, web).of(post, lang, zone);
    }

    private ListMessages lists(ReaderLanguage lang, ZoneId zone) {
        return new ListMessages(new ListLines(templates.wordings().in(lang), zone, web));
    }
}
