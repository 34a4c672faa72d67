package org.postbag.bot.email;

import java.util.List;
import org.postbag.bot.command.LinkMails;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.LinkRequest;
import org.postbag.digest.email.Button;
import org.postbag.digest.email.EmailBody;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.posts.ReaderLanguage;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Asks the owner of an inbox whether it shall be linked to somebody's chat. How often is {@code LinkRequests}' to say. */
public final class LinkQuestions implements LinkMails {
    private static final Logger LOG = LoggerFactory.getLogger(LinkQuestions.class);

    private final PatientMails mails;
    private final MailWriter writer;
    private final EmailRenderer renderer;
    private final Says says;
    private final String name;

    public LinkQuestions(PatientMails mails, MailWriter writer, EmailRenderer renderer, Says says, String name) {
        this.mails = mails;
        this.writer = writer;
        this.renderer = renderer;
        this.says = says;
        this.name = name;
    }

    @Override
    public void ask(LinkRequest request, ReaderLanguage lang) {
        EmailBody body = renderer.plain(
                says.say(lang, "confirm.subject", name),
                List.of(says.say(lang, "link.question", name), says.say(lang, "confirm.ignore")),
                new Button(says.say(lang, "confirm.button"), writer.linkLink(request.id())),
                lang,
                writer.linksFor(null));
        mails.send(
                writer.question(request.address(), body, writer.linkId(request.id()), writer.fromAddress()),
                bounce -> LOG.info("a question came back: {} {}", bounce.status(), bounce.said()));
    }
}
