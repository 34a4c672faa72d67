package org.postbag.bot.email.smtp;

import java.util.Set;
import org.postbag.bot.delivery.Outcome;
import org.postbag.subscriptions.Bounce;

/**
 * What the end of a dialogue means for the delivery: whose fault a refusal is (RFC 3463's status before RFC 5321's code)
 * and whether a broken mail may have arrived (RFC 5321, 4.5.3.2.6).
 */
final class Verdict {
    /** Bad sender's mailbox, bad sender's system. */
    static final Set<String> SENDER_STATUS = Set.of("5.1.7", "5.1.8");

    private static final Set<String> SIZE_STATUS = Set.of("5.2.3", "5.3.4");
    private static final Set<Integer> NO_MAILBOX = Set.of(550, 551, 553);

    private final String server;

    /**
     * @param server its name in messages
     */
    Verdict(String server) {
        this.server = server;
    }

    Outcome of(Answer answer, String messageId) {
        if (answer instanceof Answer.Broken broken) return broken(broken);
        Answer.Said said = (Answer.Said) answer;
        Reply reply = said.reply();
        if (said.at() == Stage.END && Stage.END.agreed(reply)) return new Outcome.Accepted(messageId);
        if (reply.temporary()) return new Outcome.Later(null, server + " said " + reply, true);
        if (said.at() == Stage.MAIL || SENDER_STATUS.contains(reply.status()))
            return new Outcome.Refused(advice(reply));
        return new Outcome.Bounced(
                new Bounce(kind(said.at(), reply), reply.status(), words(reply), Bounce.Origin.SMTP));
    }

    private Outcome broken(Answer.Broken broken) {
        return broken.complete()
                ? new Outcome.Uncertain(
                        "the connection to " + server + " broke after the mail was sent: " + broken.how())
                : new Outcome.Later(null, "the connection to " + server + " broke: " + broken.how(), true);
    }

    private String advice(Reply reply) {
        if (tooBig(reply)) return server + " does not take a mail of this size; it said " + reply;
        if (reply.code() == 530)
            return server + " wants a login or TLS first; check email.smtp user, password and tls; it said " + reply;
        return server + " refuses the sender; check that email.from may be used with email.smtp user; it said " + reply;
    }

    static boolean tooBig(Reply reply) {
        return reply.code() == 552 || SIZE_STATUS.contains(reply.status());
    }

    private static Bounce.Kind kind(Stage at, Reply reply) {
        String status = reply.status();
        boolean hard = status.isEmpty()
                ? at == Stage.RCPT && NO_MAILBOX.contains(reply.code())
                : status.startsWith("5.1.") || status.equals("5.2.1");
        return hard ? Bounce.Kind.HARD : Bounce.Kind.SOFT;
    }

    /** The words; the code stands in the status where there is one. {@link Bounce} cuts what is too long. */
    private static String words(Reply reply) {
        String said = reply.said().strip();
        String status = reply.status();
        if (status.isEmpty()) return (reply.code() + " " + said).strip();
        return said.startsWith(status) ? said.substring(status.length()).strip() : said;
    }
}
