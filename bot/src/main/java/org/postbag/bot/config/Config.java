package org.postbag.bot.config;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Source;
import org.postbag.subscriptions.Access;
import org.postbag.subscriptions.Days;

/**
 * Everything the operator can set, checked and with defaults filled in. {@link ConfigLoader} makes it; the meaning of
 * each key stands in README's table.
 *
 * @param name what digests are headed with
 * @param url where readers reach the web pages, without a slash at the end
 * @param data folder of the embedded database, the outbox and caches
 * @param database a JDBC address, SQLite's below {@code data} unless set
 */
public record Config(
        String name,
        String url,
        Path data,
        @Nullable Path templates,
        String database,
        ReaderLanguage lang,
        ZoneId zone,
        List<Source> sources,
        Tags tags,
        Digests digest,
        Summaries summary,
        Telegram telegram,
        Email email,
        Delivery delivery,
        Access access,
        Web web,
        Http http) {

    /** Canonical tag to its other names, tag to the words that earn it, and whether posts without any are given some. */
    public record Tags(Map<String, List<String>> aliases, Map<String, List<String>> rules, boolean propose) {}

    /** What a subscription gets unless its reader says otherwise, and the limits of every digest. */
    public record Digests(
            LocalTime at,
            Days days,
            int perTag,
            int max,
            Length length,
            Duration first,
            Duration backlog,
            boolean sendEmpty,
            Duration expire) {}

    /** {@code llm} is set when summaries are to be generated; extractive ones need nothing. */
    public record Summaries(@Nullable Llm llm) {}

    /** An OpenAI-style endpoint. */
    public record Llm(URI url, String model, @Nullable String key, long dailyTokens) {
        @Override
        public String toString() {
            return "Llm[" + url + ", " + model + "]";
        }
    }

    /** {@code token} null: the outbox is used. {@code rate} is messages a second over all chats, 0 for no limit. */
    public record Telegram(@Nullable String token, URI api, boolean webhook, List<Long> admins, int rate) {
        @Override
        public String toString() {
            return "Telegram[" + api + "]";
        }
    }

    /** {@code smtp} empty: the outbox is used. */
    public record Email(String from, List<Smtp> smtp, @Nullable Imap imap, @Nullable Dkim dkim) {}

    /** How a connection is protected. */
    public enum Tls {
        NONE,
        STARTTLS,
        TLS
    }

    /** {@code perConnection} mails go over one connection; {@code rate} is mails a second, 0 for no limit. */
    public record Smtp(
            String host,
            int port,
            @Nullable String user,
            @Nullable String password,
            Tls tls,
            int connections,
            int perConnection,
            int rate,
            @Nullable Path trust) {
        @Override
        public String toString() {
            return "Smtp[" + host + ":" + port + ", " + tls + "]";
        }
    }

    /**
     * The mailbox that readers answer to.
     *
     * @param authserv names under which its server writes {@code Authentication-Results}; null: those usual for it;
     *     none: no such header is believed
     */
    public record Imap(
            String host,
            int port,
            String user,
            String password,
            Tls tls,
            Duration poll,
            @Nullable Path trust,
            @Nullable List<String> authserv) {
        public Imap {
            authserv = authserv == null ? null : List.copyOf(authserv);
        }

        @Override
        public String toString() {
            return "Imap[" + host + ":" + port + ", " + tls + "]";
        }
    }

    public record Dkim(String domain, String selector, Path keyFile) {}

    /** {@code attempts} tries before a delivery has failed; the two booleans say whether an uncertain one is resent. */
    public record Delivery(int attempts, Duration lease, boolean resendTelegram, boolean resendEmail, Duration keep) {}

    public record Web(String host, int port, @Nullable Path adminPasswordFile) {}

    /** {@code userAgent} is the name that servers see, with an address where to ask about it. */
    public record Http(boolean allowPrivate, long maxBytes, Duration timeout, String userAgent) {}
}
