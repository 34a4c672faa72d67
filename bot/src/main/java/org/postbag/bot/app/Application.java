package org.postbag.bot.app;

import jakarta.mail.MessagingException;
import java.time.Clock;
import java.util.List;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.Confirmations;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.NumberedLists;
import org.postbag.bot.command.Says;
import org.postbag.bot.command.SettingsText;
import org.postbag.bot.command.admin.OptionValues;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigException;
import org.postbag.bot.config.ConfigProblem;
import org.postbag.bot.delivery.DeliveryRules;
import org.postbag.bot.delivery.DigestDelivery;
import org.postbag.bot.delivery.Preview;
import org.postbag.bot.email.EmailChannel;
import org.postbag.bot.email.MailTransport;
import org.postbag.bot.email.MailWriter;
import org.postbag.bot.email.inbox.InboxReader;
import org.postbag.bot.store.BotStore;
import org.postbag.bot.store.ListStore;
import org.postbag.bot.store.MailLog;
import org.postbag.bot.store.Options;
import org.postbag.bot.store.Traces;
import org.postbag.bot.telegram.DigestMessages;
import org.postbag.bot.telegram.TelegramChannel;
import org.postbag.bot.token.ReaderLinks;
import org.postbag.bot.token.Tokens;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Templates;
import org.postbag.digest.Wordings;
import org.postbag.digest.email.EmailRenderer;
import org.postbag.digest.telegram.TelegramRenderer;
import org.postbag.digest.text.TextRenderer;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Collector;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.store.DeliveryPlanner;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.SubscriptionStore;

/**
 * Everything that Postbag is made of, put together by hand, top to bottom: stores, then what works on them, then the two
 * ways out and the three ways in. Nothing runs by itself here; {@link Service} starts what shall.
 */
public final class Application implements AutoCloseable {
    private final Config config;
    private final Clock clock;
    final Database db;

    // What is kept
    private final PostStore posts;
    private final SubscriptionStore roster;
    private final DeliveryStore ledger;
    final BotStore facts;
    final MailLog mailLog;
    final ListStore shownLists;

    // Posts come in
    final Collecting collecting;

    // Who gets them, and when
    private final Settings defaults;
    private final Subscriptions subscriptions;
    private final DeliveryPlanner planner;

    // How they look
    final Templates templates;
    final Says says;
    private final TelegramRenderer telegramRenderer;
    final EmailRenderer emailRenderer;

    // Digests go out
    final Tokens tokens;
    private final ReaderLinks links;
    final OnTelegram onTelegram;
    final MailTransport mail;
    final MailWriter mailWriter;
    private final EmailChannel emailChannel;
    private final DigestBuilder builder = new DigestBuilder();
    private final DigestDelivery delivery;
    private final Preview preview;

    // Readers and operators ask
    final Operating operating;
    final Agreeing agreeing;
    final OnEmail onEmail;
    final NumberedLists lists;
    final SettingsText settingsText;
    private final Commands commands;
    private final Conversation conversation;

    private Application(Config config, Clock clock, Database db) {
        this.config = config;
        this.clock = clock;
        this.db = db;

        PostStore.migrate(db);
        SubscriptionStore.migrate(db);
        BotStore.migrate(db);
        posts = new PostStore(db);
        roster = new SubscriptionStore(db);
        ledger = new DeliveryStore(db);
        facts = new BotStore(db);
        mailLog = new MailLog(db);
        shownLists = new ListStore(db);

        collecting = new Collecting(config, db, clock);

        defaults = Configured.defaults(config);
        DeliveryRules configured = Configured.rules(config, collecting.sources);
        OptionValues options = new OptionValues(new Options(db), config, configured, clock);
        subscriptions = new Subscriptions(
                roster, defaults, options::access, config.digest().first(), posts::lastNumber, clock);
        planner = new DeliveryPlanner(db);

        templates = new Templates(config.templates());
        says = new Says(phrases(config));
        telegramRenderer = new TelegramRenderer(templates, config.url());
        emailRenderer = new EmailRenderer(templates);

        tokens = new Tokens(facts.secret(), clock);
        links = new ReaderLinks(config.url(), tokens);
        onTelegram = new OnTelegram(this, config, db, tokens, telegramRenderer, clock);
        mail = Configured.mail(config, clock);
        mailWriter = Configured.mailWriter(config, links, tokens, clock);
        emailChannel = new EmailChannel(mail, emailRenderer, mailWriter);
        delivery = new DigestDelivery(
                planner,
                ledger,
                subscriptions,
                posts,
                builder,
                List.of(new TelegramChannel(onTelegram.api, onTelegram.messages, clock), emailChannel),
                options::rules,
                clock);
        preview = new Preview(posts, builder, options::rules);

        agreeing = new Agreeing(this, db, clock);
        lists = new NumberedLists(ledger, shownLists, clock);
        settingsText = new SettingsText(says, subscriptions, clock);
        operating = new Operating(this, config, db, options, clock);
        commands = new CommandList(this).commands();
        conversation = new Conversation(commands, subscriptions, says, config.lang());
        onEmail = new OnEmail(this, db, clock);
    }

    /** The bot's own phrases, the operator's over them. */
    public static Wordings phrases(Config config) {
        return new Wordings("org/postbag/bot/conversation", config.templates());
    }

    /** On the configured database, brought to this version. */
    public static Application open(Config config, Clock clock) {
        return on(Database.open(Folders.made(config)), config, clock);
    }

    /** On a database of one's own; closing the application closes it. */
    public static Application on(Database db, Config config, Clock clock) {
        try {
            return new Application(config, clock, db);
        } catch (IllegalArgumentException e) {
            db.close();
            ConfigProblem problem = new ConfigProblem(0, "", String.valueOf(e.getMessage()));
            throw new ConfigException("configuration", List.of(problem));
        } catch (RuntimeException e) {
            db.close();
            throw e;
        }
    }

    /** What readers and visitors come in by. */
    Entrances entrances() {
        return new Entrances(this);
    }

    /** One pass over the mailbox now; how many mails were handled. */
    public int readInbox() throws MessagingException {
        InboxReader inbox = onEmail.reader();
        return inbox == null ? 0 : inbox.readNew();
    }

    public ReaderLinks links() {
        return links;
    }

    public Config config() {
        return config;
    }

    public Clock clock() {
        return clock;
    }

    public PostStore posts() {
        return posts;
    }

    public SubscriptionStore roster() {
        return roster;
    }

    public DeliveryStore ledger() {
        return ledger;
    }

    public DeliveryPlanner planner() {
        return planner;
    }

    public Tagger tagger() {
        return collecting.tagger;
    }

    public Collector collector() {
        return collecting.collector;
    }

    /** The configured sources and those that were added. */
    public List<Source> sources() {
        return collecting.sources.all();
    }

    public AddedSources addedSources() {
        return collecting.sources;
    }

    public Reading reading() {
        return collecting.reading;
    }

    public Settings defaults() {
        return defaults;
    }

    public Subscriptions subscriptions() {
        return subscriptions;
    }

    public DigestDelivery delivery() {
        return delivery;
    }

    public Preview preview() {
        return preview;
    }

    public Confirmations confirmations() {
        return agreeing.confirmations;
    }

    public Commands commandList() {
        return commands;
    }

    public Conversation conversation() {
        return conversation;
    }

    public DigestMessages digestMessages() {
        return onTelegram.messages;
    }

    public TelegramRenderer telegramRenderer() {
        return telegramRenderer;
    }

    public EmailChannel emailChannel() {
        return emailChannel;
    }

    public TextRenderer text() {
        return new TextRenderer(templates);
    }

    /** What the bot itself keeps of a person. */
    public Traces traces() {
        return new Traces(db);
    }

    @Override
    public void close() {
        delivery.close();
        operating.close();
        agreeing.close();
        onTelegram.close();
        mail.close();
        collecting.close();
        db.close();
    }
}
