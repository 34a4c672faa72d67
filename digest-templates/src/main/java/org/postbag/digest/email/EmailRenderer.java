package org.postbag.digest.email;

import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.DigestDocument;
import org.postbag.digest.DigestForm;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Listed;
import org.postbag.digest.PlainLines;
import org.postbag.digest.SizeBudget;
import org.postbag.digest.Templates;
import org.postbag.digest.Wording;
import org.postbag.posts.ReaderLanguage;

/**
 * Digests as mails, HTML and plain twin within one budget; the other mails are {@link Letters}'. Headers, encoding and
 * sending are {@code bot}'s. Thread safe; keeps rendered items and digests for the readers to come.
 */
public final class EmailRenderer {

    /** Most of a digest, HTML and text together, in decoded UTF-8 bytes: Gmail cuts longer mails off. */
    public static final int BYTES = 90_000;

    /** The sizes {@link SizeBudget} gives up in this order: with image, without, shortened, title only. */
    private static final List<ItemView.Room> ROOMS = List.of(
            new ItemView.Room(200, 1200, 5, true),
            new ItemView.Room(200, 1200, 5, false),
            new ItemView.Room(150, 60, 2, false),
            new ItemView.Room(100, 0, 0, false));

    private final Templates templates;
    private final DigestForm html;
    private final DigestForm text;
    private final Letters letters;
    private final SharedDigests kept = new SharedDigests();

    /** @throws org.postbag.digest.TemplateException when a template does not compile */
    public EmailRenderer(Templates templates) {
        this.templates = templates;
        this.html = new DigestForm(templates, "email", ".peb", "\n", ROOMS);
        this.text = new DigestForm(templates, "text", ".txt.peb", "\n\n", ROOMS);
        this.letters = new Letters(templates);
    }

    /** A digest: HTML and text together at most {@link #BYTES}, whatever is in it. */
    public EmailBody digest(Digest d, EmailLinks links) {
        PersonalLinks own = new PersonalLinks(links);
        EmailLinks gaps = PersonalLinks.gaps(links);
        int room = own.room();
        SharedDigests.Written written = kept.of(d, gaps, room, () -> write(d, gaps, BYTES - room));
        return new EmailBody(
                written.subject(), written.preheader(), own.inHtml(written.html()), own.inText(written.text()));
    }

    private SharedDigests.Written write(Digest d, EmailLinks links, int most) {
        Wording wording = templates.wordings().in(d.lang());
        String subject = Subjects.digest(d, wording);
        String preheader = Subjects.preheader(d, wording);
        Map<String, Object> surroundings = new HashMap<>();
        surroundings.put("links", links);
        surroundings.put("name", DisplayText.line(d.title(), 60));
        surroundings.put("replies", links.replies() && !d.isEmpty());
        surroundings.put("subject", subject);
        surroundings.put("pageTitle", Subjects.pageTitle(subject));
        surroundings.put("preheader", preheader);
        surroundings.put("padding", Subjects.padding(preheader));
        DigestDocument page = html.of(d, links.web(), surroundings);
        DigestDocument twin = text.of(d, links.web(), surroundings);
        SizeBudget.Fitted fitted = SizeBudget.fit(d, List.of(page, twin), ROOMS.size(), most);
        return new SharedDigests.Written(
                subject,
                preheader,
                PersonalLinks.shared(page.write(fitted)),
                PersonalLinks.shared(PlainLines.page(twin.write(fitted))));
    }

    /** The whole articles a reader asked for by number. */
    public EmailBody articles(List<Article> articles, ReaderLanguage lang, ZoneId zone, EmailLinks links) {
        return letters.articles(articles, lang, zone, links);
    }

    /** A numbered list, such as {@code latest} and {@code search} answer with. */
    public EmailBody list(String heading, List<Listed> listed, ReaderLanguage lang, ZoneId zone, EmailLinks links) {
        return letters.list(heading, listed, lang, zone, links);
    }

    /**
     * A short letter: a confirmation, an answer to a command. The heading is also its subject; line ends inside a paragraph
     * are kept.
     */
    public EmailBody plain(
            String heading, List<String> paragraphs, @Nullable Button button, ReaderLanguage lang, EmailLinks links) {
        return letters.plain(heading, paragraphs, button, lang, links);
    }
}
