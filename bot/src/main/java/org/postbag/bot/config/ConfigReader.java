package org.postbag.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.Origin;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Source;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Days;

/** Says which keys there are, what they default to and what they may hold; sources have {@link SourceConfigReader}. */
final class ConfigReader {
    private static final long MOST_BYTES = 1L << 30;

    private final Path base;

    ConfigReader(Path base) {
        this.base = base;
    }

    Config read(Section root) {
        String name = root.text("name", "Postbag");
        String url = root.value("url", URI.create("http://127.0.0.1:8080"), Values::http)
                .toString()
                .replaceAll("/+$", "");
        Path data = root.value("data", base.resolve("data").normalize(), text -> base.resolve(text)
                .normalize());
        Path templates = root.path("templates", base);
        String database = root.optional("database", ConfigReader::jdbc);
        ReaderLanguage lang = root.value("lang", ReaderLanguage.ZH, ConfigReader::language);
        ZoneId zone = root.value("zone", ZoneId.of("Asia/Shanghai"), Values::zone);
        Section digest = root.section("digest");
        boolean generated = digest.value("summary", "extractive", text -> oneOf(text, "extractive", "llm"))
                .equals("llm");
        Config config = new Config(
                name,
                url,
                data,
                templates,
                database == null ? "jdbc:sqlite:" + data.resolve("postbag.db") : database,
                lang,
                zone,
                sources(root, zone),
                tags(root.section("tags")),
                digests(digest),
                summaries(root.section("summary"), generated),
                telegram(root.section("telegram")),
                email(root.section("email"), name),
                delivery(root.section("delivery")),
                root.value("access", Access.OPEN, text -> Values.word(text, Access.class)),
                web(root.section("web")),
                http(root.section("http"), url));
        root.close();
        return config;
    }

    private List<Source> sources(Section root, ZoneId zone) {
        List<Source> sources = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        Map<Object, String> idsByPlace = new HashMap<>();
        for (Section section : root.sections("sources")) {
            Source source = new SourceConfigReader(base, zone).read(section);
            if (source == null) continue;
            if (!ids.add(source.id()))
                section.problem("id", "'" + source.id() + "' is used twice; every source needs its own id");
            String other = idsByPlace.putIfAbsent(place(source.origin()), source.id());
            if (other != null)
                section.problem(
                        source.origin().kind(), "is read by the source '" + other + "' already; remove one of the two");
            sources.add(source);
        }
        return sources;
    }

    /** What no two sources may read: the same posts would come in twice. One page may well be read by several selectors. */
    private static Object place(Origin origin) {
        return origin instanceof Origin.Feed feed ? feed.url() : origin;
    }

    private static Config.Tags tags(Section section) {
        Config.Tags tags = new Config.Tags(
                section.wordLists("aliases"),
                section.wordLists("rules"),
                section.value("propose", false, Values::yesNo));
        section.close();
        return tags;
    }

    private static Config.Digests digests(Section section) {
        Config.Digests digests = new Config.Digests(
                section.value("at", LocalTime.of(7, 30), Values::time),
                section.value("days", Days.parse("daily"), Days::parse),
                section.value("per-tag", 5, Values::number),
                section.value("max", 30, Values::number),
                section.value("length", Length.SHORT, ConfigReader::length),
                section.value("first", Duration.ofHours(24), Values::duration),
                section.value("backlog", Duration.ofDays(7), Values::duration),
                section.value("empty", "skip", text -> oneOf(text, "skip", "send"))
                        .equals("send"),
                section.value("expire", Duration.ofHours(20), Values::duration));
        section.close();
        return digests;
    }

    private static Config.Summaries summaries(Section section, boolean wanted) {
        boolean configured = section.hasSection("llm");
        Section llm = section.section("llm");
        URI url = llm.optional("url", Values::http);
        String model = llm.optional("model", text -> text);
        String key = llm.secret("key");
        long tokens = llm.value("daily-tokens", 200_000, Values::number);
        llm.close();
        section.close();
        if (wanted && (!configured || url == null || model == null))
            section.problem("llm", "digest.summary is llm, so url and model are needed here");
        return new Config.Summaries(
                wanted && url != null && model != null ? new Config.Llm(url, model, key, tokens) : null);
    }

    private static Config.Telegram telegram(Section section) {
        Config.Telegram telegram = new Config.Telegram(
                section.secret("token"),
                section.value("api", URI.create("https://api.telegram.org"), Values::http),
                section.value("webhook", false, Values::yesNo),
                admins(section),
                section.value("rate", 30, Values::number));
        section.close();
        return telegram;
    }

    private static List<Long> admins(Section section) {
        List<Long> admins = new ArrayList<>();
        for (String word : section.words("admins")) {
            try {
                admins.add(Long.parseLong(word));
            } catch (NumberFormatException e) {
                section.problem("admins", "'" + word + "' is not a Telegram user id; ids are numbers such as 11111111");
            }
        }
        return admins;
    }

    private Config.Email email(Section section, String name) {
        String from = section.text("from", name + " <postbag@localhost>");
        MailConfigReader mail = new MailConfigReader(base);
        Config.Email email = new Config.Email(from, mail.smtp(section), mail.imap(section), mail.dkim(section));
        section.close();
        return email;
    }

    private static Config.Delivery delivery(Section section) {
        Section uncertain = section.section("uncertain");
        Config.Delivery delivery = new Config.Delivery(
                section.value("attempts", 5, Values::number),
                section.value("lease", Duration.ofSeconds(20), Values::duration),
                uncertain
                        .value("telegram", "hold", text -> oneOf(text, "hold", "resend"))
                        .equals("resend"),
                uncertain
                        .value("email", "resend", text -> oneOf(text, "hold", "resend"))
                        .equals("resend"),
                section.value("keep", Duration.ofDays(90), Values::duration));
        if (delivery.attempts() < 1) section.problem("attempts", "must be at least 1");
        if (delivery.lease().compareTo(Duration.ofSeconds(1)) < 0) section.problem("lease", "must be at least 1s");
        uncertain.close();
        section.close();
        return delivery;
    }

    private Config.Web web(Section section) {
        Config.Web web = new Config.Web(
                section.text("host", "127.0.0.1"),
                section.value("port", 8080, Values::port),
                section.path("admin-password-file", base));
        section.close();
        return web;
    }

    /** @param url where whoever wonders about the requests can look who makes them */
    private static Config.Http http(Section section, String url) {
        Config.Http http = new Config.Http(
                section.value("allow-private", false, Values::yesNo),
                section.value("max-bytes", 10L << 20, ConfigReader::pageSize),
                section.value("timeout", Duration.ofSeconds(20), Values::interval),
                section.value("user-agent", "Postbag/0.1 (+" + URI.create(url).toASCIIString() + ")", Values::header));
        section.close();
        return http;
    }

    private static long pageSize(String text) {
        long size = Values.size(text);
        if (size >= 1 && size <= MOST_BYTES) return size;
        throw new IllegalArgumentException("'" + text + "' must be from 1B to 1GB; write for example 10MB");
    }

    private static String jdbc(String text) {
        if (text.startsWith("jdbc:postgresql:") || text.startsWith("jdbc:sqlite:")) return text;
        throw new IllegalArgumentException("must be a JDBC address that starts with jdbc:postgresql: or jdbc:sqlite:");
    }

    private static ReaderLanguage language(String text) {
        return ReaderLanguage.of(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' must be zh or en"));
    }

    private static Length length(String text) {
        return Length.of(text)
                .orElseThrow(() -> new IllegalArgumentException("'" + text + "' must be titles, short or long"));
    }

    static String oneOf(String text, String first, String second) {
        if (text.equals(first) || text.equals(second)) return text;
        throw new IllegalArgumentException("'" + text + "' must be " + first + " or " + second);
    }

    static @Nullable String blankToNull(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }
}
