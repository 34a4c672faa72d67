package org.postbag.bot.email;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.store.MailLog;
import org.postbag.digest.email.Article;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailLinks;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.Post;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.EmailAddress;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Answers mails from readers, each at most once, in the thread they stand in. The first word of the subject or of the
 * first unquoted line says what is wanted; {@link Conversation} does it.
 */
final class MailConversation {
    private static final Logger LOG = LoggerFactory.getLogger(MailConversation.class);

    private final Conversation conversation;
    private final MailTransport transport;
    private final MailWriter writer;
    private final EmailRenderer renderer;
    private final PostStore posts;
    private final NumberedLists lists;
    private final Says says;
    private final MailLog log;
    private final ZoneId defaultZone;
    private final Clock clock;

    MailConversation(
            Conversation conversation,
            MailTransport transport,
            MailWriter writer,
            EmailRenderer renderer,
            PostStore posts,
            NumberedLists lists,
            Says says,
            MailLog log,
            ZoneId defaultZone,
            Clock clock) {
        this.conversation = conversation;
        this.transport = transport;
        this.writer = writer;
        this.renderer = renderer;
        this.posts = posts;
        this.lists = lists;
        this.says = says;
        this.log = log;
        this.defaultZone = defaultZone;
        this.clock = clock;
    }

    void receive(IncomingMail mail) {
        EmailAddress from = mail.from();
        if (from == null || mail.automatic()) return;
        if (!log.first(mail.messageId(), clock.instant())) return;
        Asker asker = Asker.at(from, mail.inReplyTo());
        String text = wanted(mail, asker);
        Optional<Conversation.Understood> understood = conversation.understand(text, asker);
        String args = understood.map(Conversation.Understood::args).orElse("");
        Request request = conversation.request(asker, args);
        // A stranger's letter that asks for nothing we know is no business of ours.
        if (understood.isEmpty() && request.subscription().isEmpty()) return;
        Answer answer = understood.isEmpty()
                ? conversation.unknown(request, text)
                : understood.get().command().answer(request);
        show(from, mail, request, answer);
    }

    /** The body's first line where it is a command or numbers, or else the subject without its "Re:". */
    private String wanted(IncomingMail mail, Asker asker) {
        String subject = mail.subject().replaceFirst("(?i)^((re|aw|sv|回复|答复|fw|fwd)\\s*[:：]\\s*)+", "");
        boolean reply = mail.inReplyTo() != null;
        if (conversation.understand(mail.command(), asker).isPresent()) return mail.command();
        return reply || conversation.understand(subject, asker).isEmpty() ? mail.command() : subject;
    }

    private void show(EmailAddress to, IncomingMail asked, Request request, Answer answer) {
        EmailLinks links = writer.linksFor(request.subscription().orElse(null));
        if (answer instanceof Answer.Said said) {
            send(to, asked, renderer.plain(reply(asked), said.paragraphs(), null, request.lang(), links));
        } else if (answer instanceof Answer.Menu menu) {
            send(to, asked, renderer.plain(reply(asked), menu.paragraphs(), null, request.lang(), links));
        } else if (answer instanceof Answer.Question question) {
            send(to, asked, renderer.plain(reply(asked), List.of(question.text()), null, request.lang(), links));
        } else if (answer instanceof Answer.Document document) {
            List<String> paragraphs = List.of(document.caption(), document.text());
            send(to, asked, renderer.plain(reply(asked), paragraphs, null, request.lang(), links));
        } else if (answer instanceof Answer.Listing listing) {
            EmailBody body = renderer.list(listing.heading(), listing.numbered(), request.lang(), zone(request), links);
            keep(to, send(to, asked, body), listing.numbers());
        } else if (answer instanceof Answer.Digested digested) {
            EmailBody body = renderer.digest(digested.digest(), links);
            keep(to, send(to, asked, body), digested.numbers());
        } else if (answer instanceof Answer.Articles articles) {
            articles(to, asked, request, articles, links);
        }
    }

    private void articles(
            EmailAddress to, IncomingMail asked, Request request, Answer.Articles wanted, EmailLinks links) {
        List<Article> articles = new ArrayList<>();
        List<String> remarks = new ArrayList<>(wanted.remarks());
        for (int i = 0; i < wanted.refs().size(); i++) {
            PostRef ref = wanted.refs().get(i);
            Post post = posts.find(List.of(ref)).get(ref);
            var content = posts.content(ref);
            if (post == null || content.isEmpty()) remarks.add(says.say(request, "read.gone"));
            else articles.add(new Article(wanted.numbers().get(i), post, content.get()));
        }
        if (!articles.isEmpty()) send(to, asked, renderer.articles(articles, request.lang(), zone(request), links));
        if (!remarks.isEmpty()) send(to, asked, renderer.plain(reply(asked), remarks, null, request.lang(), links), 1);
    }

    private String reply(IncomingMail asked) {
        String subject = asked.subject().isBlank() ? "Postbag" : asked.subject();
        return subject.matches("(?i)^(re|回复|答复)\\s*[:：].*") ? subject : "Re: " + subject;
    }

    private ZoneId zone(Request request) {
        return request.subscription().map(s -> s.settings().timetable().zone()).orElse(defaultZone);
    }

    private void keep(EmailAddress to, Optional<String> messageId, SortedMap<Integer, PostRef> numbers) {
        messageId.ifPresent(id -> lists.keep(to, List.of(id), numbers));
    }

    private Optional<String> send(EmailAddress to, IncomingMail asked, EmailBody body) {
        return send(to, asked, body, 0);
    }

    /**
     * @param part 0 for the answer itself, more for what follows it
     */
    private Optional<String> send(EmailAddress to, IncomingMail asked, EmailBody body, int part) {
        OutgoingMail mail = writer.answer(to, reply(asked), body, asked, part);
        Outcome outcome = transport.send(mail, () -> true);
        if (outcome instanceof Outcome.Accepted accepted) return Optional.of(accepted.messageId());
        LOG.warn("an answer could not be mailed: {}", outcome);
        return Optional.empty();
    }
}
