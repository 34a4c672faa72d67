package org.postbag.bot.app;

import java.time.Clock;
import java.util.function.UnaryOperator;
import org.postbag.bot.config.Config;
import org.postbag.bot.delivery.DeliveryRules;
import org.postbag.bot.email.MailOutbox;
import org.postbag.bot.email.MailTransport;
import org.postbag.bot.email.MailWriter;
import org.postbag.bot.email.dkim.DkimSigner;
import org.postbag.bot.email.smtp.SmtpTransport;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.bot.telegram.TelegramHttp;
import org.postbag.bot.telegram.TelegramOutbox;
import org.postbag.bot.telegram.rate.Limits;
import org.postbag.bot.telegram.rate.RateGate;
import org.postbag.bot.telegram.rate.SharedPace;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.bot.token.Tokens;
import org.postbag.posts.Selection;
import org.postbag.posts.store.Database;
import org.postbag.posts.summary.ExtractiveSummarizer;
import org.postbag.posts.summary.Summarizer;
import org.postbag.posts.summary.llm.LlmEndpoint;
import org.postbag.posts.summary.llm.LlmLedger;
import org.postbag.posts.summary.llm.LlmSummarizer;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Timetable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Parts that are nothing but what the configuration says: the outbox where a channel is not set up, limits, defaults. */
final class Configured {
    private static final Logger LOG = LoggerFactory.getLogger(Configured.class);

    private Configured() {}

    static Settings defaults(Config config) {
        Timetable timetable =
                new Timetable(config.digest().at(), config.digest().days(), config.zone());
        return new Settings(
                Selection.everything(),
                config.lang(),
                timetable,
                config.digest().length(),
                null);
    }

    /** Extractive, or generated with extractive ones to fall back on. */
    static Summarizer summarizer(Config config, LlmLedger ledger, Clock clock) {
        Summarizer plain = new ExtractiveSummarizer();
        Config.Llm llm = config.summary().llm();
        if (llm == null) return plain;
        LlmEndpoint endpoint = new LlmEndpoint(llm.url(), llm.model(), llm.key(), llm.dailyTokens());
        return new LlmSummarizer(endpoint, plain, ledger, clock, LOG::warn);
    }

    /**
     * The rate is shared by all processes on the database, such as a command beside {@code serve}; Telegram counts in
     * the machine's time, whatever day it is taken to be.
     */
    static TelegramApi telegram(Config config, Database db) {
        Config.Telegram telegram = config.telegram();
        if (telegram.token() == null)
            return new TelegramOutbox(config.data().resolve("outbox").resolve("telegram"));
        int rate = telegram.rate();
        RateGate gate = rate == 0
                ? new RateGate(0)
                : new RateGate(Limits.telegram(rate), new SharedPace(db, rate, Clock.systemUTC()));
        return new TelegramHttp(
                telegram.token(), telegram.api(), gate, config.http().timeout());
    }

    static MailTransport mail(Config config, Clock clock) {
        return config.email().smtp().isEmpty()
                ? new MailOutbox(config.data().resolve("outbox").resolve("email"))
                : new SmtpTransport(config.email().smtp(), clock);
    }

    static MailWriter mailWriter(Config config, ReaderLinks links, Tokens tokens, Clock clock) {
        // The outbox shows mails as they are with everything set up.
        boolean answered =
                config.email().imap() != null || config.email().smtp().isEmpty();
        return new MailWriter(config.email().from(), config.name(), links, tokens, signing(config), answered, clock);
    }

    /** Signs mails where there is a key, and leaves them as they are where there is none. */
    private static UnaryOperator<byte[]> signing(Config config) {
        Config.Dkim dkim = config.email().dkim();
        return dkim == null ? UnaryOperator.identity() : new DkimSigner(dkim)::sign;
    }

    static DeliveryRules rules(Config config, AddedSources sources) {
        return new DeliveryRules(
                config.name(),
                config.digest().perTag(),
                config.digest().max(),
                config.digest().sendEmpty(),
                config.digest().expire(),
                config.delivery().attempts(),
                config.delivery().lease(),
                config.delivery().resendTelegram(),
                config.delivery().resendEmail(),
                sources::weights);
    }
}
