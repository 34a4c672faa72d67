package org.postbag.bot.email.inbox;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.digest.email.Article;
import org.postbag.digest.email.Button;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Subscription;

/** Makes mails of answers, in the thread of what was asked; {@link AnswerDispatch} sends them. */
public final class AnswerMails {
    private static final int MOST_REFERENCES = 20;
    private static final Pattern REPLY = Pattern.compile("^(re|回复|答复|回覆)\\s*[:：].*", Pattern.CASE_INSENSITIVE);

    /** What lets somebody leave is not sent around. */
    private static final Pattern TOKEN = Pattern.compile("\\s*[A-Za-z0-9_-]{30,}");

    private final EmailRenderer renderer;
    private final PostStore posts;
    private final NumberedLists lists;
    private final Says says;
    private final MailWords words;
    private final MailIds ids;
    private final AnswerSender sender;
    private final ZoneId defaultZone;

    public AnswerMails(
            EmailRenderer renderer,
            PostStore posts,
            NumberedLists lists,
            Says says,
            MailWords words,
            MailIds ids,
            AnswerSender sender,
            ZoneId defaultZone) {
        this.renderer = renderer;
        this.posts = posts;
        this.lists = lists;
        this.says = says;
        this.words = words;
        this.ids = ids;
        this.sender = sender;
        this.defaultZone = defaultZone;
    }

    /** The answer itself and what follows it; none for {@link Answer.Silence}. What its numbers mean is kept. */
    List<AnswerMail> of(EmailAddress to, IncomingMail asked, Request request, Answer answer) {
        EmailLinks links = sender.linksFor(request.subscription().orElse(null));
        if (answer instanceof Answer.Said said) return List.of(plain(to, asked, request, said.paragraphs(), 0));
        if (answer instanceof Answer.Menu menu) return List.of(plain(to, asked, request, menu.paragraphs(), 0));
        if (answer instanceof Answer.Question question)
            return List.of(plain(to, asked, request, List.of(question.text()), 0));
        if (answer instanceof Answer.Document document)
            return List.of(plain(to, asked, request, List.of(document.caption(), document.text()), 0));
        if (answer instanceof Answer.Listing listing) {
            EmailBody body = renderer.list(listing.heading(), listing.numbered(), request.lang(), zone(request), links);
            return List.of(kept(mail(to, asked, request, body, 0), listing.numbers()));
        }
        if (answer instanceof Answer.Digested digested)
            return List.of(
                    kept(mail(to, asked, request, renderer.digest(digested.digest(), links), 0), digested.numbers()));
        if (answer instanceof Answer.Articles articles) return articles(to, asked, request, articles, links);
        return List.of();
    }

    /** A question with a button, which a reply answers as well. */
    AnswerMail question(
            EmailAddress to, IncomingMail asked, Request request, String id, List<String> paragraphs, Button button) {
        EmailLinks links = sender.linksFor(request.subscription().orElse(null));
        EmailBody body = renderer.plain(says.say(request, "change.subject"), paragraphs, button, request.lang(), links);
        return new AnswerMail(to, id, body.subject(), body, asked.messageId(), references(asked));
    }

    private List<AnswerMail> articles(
            EmailAddress to, IncomingMail asked, Request request, Answer.Articles wanted, EmailLinks links) {
        List<Article> articles = new ArrayList<>();
        List<String> remarks = new ArrayList<>(wanted.remarks());
        for (int i = 0; i < wanted.refs().size(); i++) {
            PostRef ref = wanted.refs().get(i);
            @Nullable Post post = posts.find(List.of(ref)).get(ref);
            var content = posts.content(ref);
            if (post == null || content.isEmpty()) remarks.add(says.say(request, "read.gone"));
            else articles.add(new Article(wanted.numbers().get(i), post, content.get()));
        }
        List<AnswerMail> mails = new ArrayList<>();
        if (!articles.isEmpty())
            mails.add(mail(to, asked, request, renderer.articles(articles, request.lang(), zone(request), links), 0));
        if (!remarks.isEmpty()) mails.add(plain(to, asked, request, remarks, mails.size()));
        return mails;
    }

    private AnswerMail plain(EmailAddress to, IncomingMail asked, Request request, List<String> paragraphs, int part) {
        EmailLinks links = sender.linksFor(request.subscription().orElse(null));
        List<String> said = paragraphs.stream()
                .map(paragraph -> words.in(paragraph, request.lang()))
                .toList();
        EmailBody body = renderer.plain(reply(asked), said, null, request.lang(), links);
        return mail(to, asked, request, body, part);
    }

    private AnswerMail mail(EmailAddress to, IncomingMail asked, Request request, EmailBody body, int part) {
        long subscription = request.subscription().map(Subscription::id).orElse(0L);
        String id = ids.answer(subscription, asked.messageId(), part);
        return new AnswerMail(to, id, reply(asked), body, asked.messageId(), references(asked));
    }

    /** Kept before the mail leaves, so that its numbers are known whenever it arrives. */
    private AnswerMail kept(AnswerMail mail, SortedMap<Integer, PostRef> numbers) {
        lists.keep(mail.to(), List.of(mail.messageId()), numbers);
        return mail;
    }

    private static String reply(IncomingMail asked) {
        String subject = TOKEN.matcher(asked.subject()).replaceAll("").strip();
        if (subject.isEmpty()) return "Re: Postbag";
        return REPLY.matcher(subject).matches() ? subject : "Re: " + subject;
    }

    private static List<String> references(IncomingMail asked) {
        List<String> all = new ArrayList<>(asked.references());
        all.remove(asked.messageId());
        all.add(asked.messageId());
        return all.subList(Math.max(0, all.size() - MOST_REFERENCES), all.size());
    }

    private ZoneId zone(Request request) {
        return request.subscription().map(s -> s.settings().timetable().zone()).orElse(defaultZone);
    }
}
