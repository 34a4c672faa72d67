package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.postbag.bot.store.BotStore;
import org.postbag.digest.Wordings;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.Article;
import org.postbag.posts.store.Articles;
import org.postbag.posts.store.Database;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.TestDatabases.Engine;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Change;
import org.postbag.subscriptions.Days;
import org.postbag.subscriptions.Settings;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;
import org.postbag.subscriptions.Timetable;
import org.postbag.subscriptions.store.SubscriptionStore;

/** Readers, posts and what commands stand on, in a real SQLite database at a moment that a test may move. */
public final class TestReaders extends Clock implements AutoCloseable {
    public static final Address CHAT = Address.parse("telegram:1");
    public static final Address GROUP = Address.parse("telegram:-100");
    public static final Address INBOX = Address.parse("email:reader@example.org");

    public static final Settings DEFAULTS = new Settings(
            Selection.everything(),
            ReaderLanguage.EN,
            new Timetable(LocalTime.of(7, 30), Days.DAILY, ZoneOffset.UTC),
            Length.SHORT,
            null);

    public final Database db;
    public final PostStore posts;
    public final Subscriptions subscriptions;
    public final Members members;
    public final Tagger tagger = new Tagger(Map.of("AI", List.of("人工智能")), Map.of());
    public Instant now = Instant.parse("2026-11-20T08:00:00Z");

    public TestReaders() {
        db = Engine.SQLITE.open();
        PostStore.migrate(db);
        SubscriptionStore.migrate(db);
        BotStore.migrate(db);
        posts = new PostStore(db);
        subscriptions = new Subscriptions(
                new SubscriptionStore(db), DEFAULTS, Access.OPEN, Duration.ofDays(1), posts::lastNumber, this);
        Says says = new Says(new Wordings("org/postbag/bot/conversation", null));
        members = new Members(subscriptions, says, new SettingsText(says, subscriptions, this));
    }

    public Subscription add(Address address, Change change) {
        return subscriptions.add(address, change, true).subscription().orElseThrow();
    }

    public Subscription find(Address address) {
        return subscriptions.find(address).orElseThrow();
    }

    public Settings settings(Address address) {
        return find(address).settings();
    }

    /** Stores a post an hour of the past, the first one the newest. */
    public void store(Article... articles) {
        Articles.store(db, "news", now, articles);
    }

    /** As the channels ask: with the subscription there is, in its language. */
    public Answer ask(Command command, Address address, String args) {
        Optional<Subscription> subscription = subscriptions.find(address);
        ReaderLanguage lang = subscription.map(s -> s.settings().lang()).orElse(ReaderLanguage.EN);
        return command.answer(new Request(Asker.at(address, null), subscription, lang, args));
    }

    /** All that is to be read in an answer, buttons not included. */
    public static String text(Answer answer) {
        if (answer instanceof Answer.Said said) return said.toString();
        if (answer instanceof Answer.Menu menu) return String.join("\n\n", menu.paragraphs());
        if (answer instanceof Answer.Question question) return question.text();
        if (answer instanceof Answer.Listing listing) return listing.heading() + "\n\n" + listing.footer();
        if (answer instanceof Answer.Document document) return document.caption() + "\n\n" + document.text();
        throw new AssertionError("nothing to read in " + answer);
    }

    public static List<Button> buttons(Answer answer) {
        List<List<Button>> rows = answer instanceof Answer.Menu menu ? menu.rows() : ((Answer.Listing) answer).rows();
        List<Button> all = new ArrayList<>();
        rows.forEach(all::addAll);
        return all;
    }

    public static List<String> labels(Answer answer) {
        return buttons(answer).stream().map(Button::label).toList();
    }

    /** What the button with this label carries. */
    public static String behind(Answer answer, String label) {
        return buttons(answer).stream()
                .filter(button -> button.label().equals(label))
                .findFirst()
                .map(Button::command)
                .orElseThrow(() -> new AssertionError("no button '" + label + "' among " + labels(answer)));
    }

    /** Presses a button: its command is carried out as if typed. */
    public Answer press(Command command, Address address, Answer answer, String label) {
        String typed = behind(answer, label);
        if (!typed.equals(command.name()) && !typed.startsWith(command.name() + " "))
            throw new AssertionError("'" + typed + "' is another command's");
        return ask(command, address, typed.substring(command.name().length()).strip());
    }

    @Override
    public Instant instant() {
        return now;
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }

    @Override
    public void close() {
        db.close();
    }
}
