package org.postbag.bot.command.admin;

import java.net.URI;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.function.Function;
import org.postbag.bot.TestClock;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Commands;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Says;
import org.postbag.bot.command.SettingsText;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.ConfigLoader;
import org.postbag.bot.delivery.DeliveryRules;
import org.postbag.bot.delivery.Preview;
import org.postbag.bot.store.BotStore;
import org.postbag.bot.store.Broadcasts;
import org.postbag.bot.store.Figures;
import org.postbag.bot.store.Options;
import org.postbag.digest.DigestBuilder;
import org.postbag.digest.Wordings;
import org.postbag.posts.Length;
import org.postbag.posts.Origin;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.Timetable;
import org.postbag.subscriptions.store.DeliveryStore;
import org.postbag.subscriptions.store.SubscriptionStore;

/** All operators' commands on a real database, asked as an operator types them; what is told to others is kept. */
final class Office implements AutoCloseable {
    static final long OPERATOR = 1;
    static final Settings DEFAULTS = new Settings(
            Selection.everything(),
            ReaderLanguage.EN,
            new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneId.of("Asia/Shanghai")),
            Length.SHORT,
            null);

    final TestClock clock = new TestClock("2026-11-20T12:00:00Z");
    final Database db;
    final PostStore posts;
    final SubscriptionStore roster;
    final OptionValues options;
    final Subscriptions subscriptions;
    final List<Source> sources = new ArrayList<>(List.of(source("zaobao"), source("hn")));
    final List<String> told = new CopyOnWriteArrayList<>();
    final BlockingQueue<String> reported = new LinkedBlockingQueue<>();
    volatile Function<List<Source>, List<SourceReport>> collect = chosen -> List.of();
    private final BackgroundPasses passes = new BackgroundPasses(chosen -> collect.apply(chosen));
    private final Conversation conversation;
    ReaderLanguage lang = ReaderLanguage.EN;

    Office(Engine engine) {
        db = engine.open();
        PostStore.migrate(db);
        SubscriptionStore.migrate(db);
        BotStore.migrate(db);
        posts = new PostStore(db);
        roster = new SubscriptionStore(db);
        Config config = new ConfigLoader(Map.of("POSTBAG_ACCESS", "approval", "POSTBAG_NAME", "晨报"))
                .load(java.nio.file.Path.of("absent.yaml"), false)
                .config();
        DeliveryRules rules = new DeliveryRules(
                config.name(),
                config.digest().perTag(),
                config.digest().max(),
                config.digest().sendEmpty(),
                config.digest().expire(),
                5,
                Duration.ofSeconds(20),
                false,
                true,
                Map::of);
        options = new OptionValues(new Options(db), config, rules, clock);
        subscriptions =
                new Subscriptions(roster, DEFAULTS, options::access, Duration.ofDays(1), posts::lastNumber, clock);
        Says says = new Says(new Wordings("org/postbag/bot/conversation", null));
        Members members = new Members(subscriptions, says, new SettingsText(says, subscriptions, clock));
        Broadcasts broadcasts = new Broadcasts(db);
        Reports reports = (operator, text) -> reported.add(operator + ": " + text);
        BroadcastText text =
                new BroadcastText(broadcasts, says, new OperatorLanguage(subscriptions, ReaderLanguage.EN), reports);
        ZoneId zone = ZoneId.of("Asia/Shanghai");
        List<Command> commands = List.of(
                new StatsCommand(roster, new DeliveryStore(db), posts, new Figures(db), () -> sources, members, clock),
                new SourcesCommand(posts, () -> sources, members, zone, clock),
                new RunCommand(() -> sources, passes, reports, members, Duration.ofMillis(300)),
                new PreviewCommand(new Preview(posts, new DigestBuilder(), () -> rules), DEFAULTS, members, clock),
                new SubscribersCommand(members),
                new ApproveCommand(members, (to, words) -> told.add(to.address() + ": " + words)),
                new BlockCommand(members),
                new BroadcastCommand(broadcasts, new BroadcastAudience(roster), text, members, clock),
                new SetOptionCommand(options, members));
        conversation = new Conversation(new Commands(commands), subscriptions, says, ReaderLanguage.ZH);
    }

    static Source source(String id) {
        return new Source(
                id,
                new Origin.Feed(URI.create("https://u:secret@example.org/" + id), false),
                Duration.ofMinutes(30),
                List.of(),
                ZoneId.of("UTC"));
    }

    Answer ask(String typed) {
        Asker operator = new Asker(new TelegramAddress(OPERATOR, null), lang, null, OPERATOR, true);
        Conversation.Understood understood =
                conversation.understand(typed, operator).orElseThrow();
        return understood.command().answer(conversation.request(operator, understood));
    }

    /** The words of the answer. */
    String said(String typed) {
        Answer answer = ask(typed);
        return answer instanceof Answer.Menu menu ? String.join("\n\n", menu.paragraphs()) : answer.toString();
    }

    /** What the buttons of the answer would type. */
    List<String> buttons(String typed) {
        return ask(typed) instanceof Answer.Menu menu
                ? menu.rows().stream()
                        .flatMap(List::stream)
                        .map(Button::command)
                        .toList()
                : List.of();
    }

    Subscription join(String address) {
        return subscriptions
                .join(Address.parse(address), Change.none())
                .subscription()
                .orElseThrow();
    }

    Subscription add(String address) {
        return subscriptions
                .add(Address.parse(address), Change.none(), true)
                .subscription()
                .orElseThrow();
    }

    Subscription of(String address) {
        return subscriptions.find(Address.parse(address)).orElseThrow();
    }

    static SourceReport report(String id, int added, int updated, String failure) {
        return new SourceReport(id, added + updated, added, updated, 0, 0, List.of(), 5, failure);
    }

    @Override
    public void close() {
        passes.close();
        db.close();
    }
}
