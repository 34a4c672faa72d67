package org.postbag.bot.config;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads the mail servers of {@code email}: smtp, imap and dkim. */
final class MailConfigReader {
    private final Path base;

    MailConfigReader(Path base) {
        this.base = base;
    }

    List<Config.Smtp> smtp(Section email) {
        List<Config.Smtp> servers = new ArrayList<>();
        for (Section section : email.sections("smtp")) {
            Config.Tls tls = section.value("tls", Config.Tls.STARTTLS, MailConfigReader::tls);
            servers.add(new Config.Smtp(
                    section.text("host", "127.0.0.1"),
                    section.value("port", tls == Config.Tls.TLS ? 465 : 587, Values::port),
                    ConfigReader.blankToNull(section.optional("user", text -> text)),
                    ConfigReader.blankToNull(section.secret("password")),
                    tls,
                    atLeastOne(section, "connections", 8),
                    atLeastOne(section, "per-connection", 500),
                    section.value("rate", 50, Values::number),
                    section.path("trust", base)));
            section.close();
        }
        return servers;
    }

    Config.@Nullable Imap imap(Section email) {
        if (!email.hasSection("imap")) return null;
        Section section = email.section("imap");
        Config.Tls tls = section.value("tls", Config.Tls.TLS, MailConfigReader::tls);
        String user = section.optional("user", text -> text);
        String password = section.secret("password");
        if (user == null && !section.has("user")) section.problem("user", "is needed to read the mailbox");
        if (password == null && !section.has("password")) section.problem("password", "is needed to read the mailbox");
        List<String> authserv = section.words("authserv");
        Config.Imap imap = new Config.Imap(
                section.text("host", "127.0.0.1"),
                section.value("port", tls == Config.Tls.TLS ? 993 : 143, Values::port),
                user == null ? "" : user,
                password == null ? "" : password,
                tls,
                section.value("poll", Duration.ofSeconds(60), Values::duration),
                section.path("trust", base),
                section.has("authserv") ? authserv : null);
        section.close();
        return imap;
    }

    Config.@Nullable Dkim dkim(Section email) {
        if (!email.hasSection("dkim")) return null;
        Section section = email.section("dkim");
        String domain = section.optional("domain", text -> text);
        String selector = section.optional("selector", text -> text);
        Path key = section.path("key-file", base);
        section.close();
        if (domain != null && selector != null && key != null) return new Config.Dkim(domain, selector, key);
        email.problem("dkim", "needs domain, selector and key-file");
        return null;
    }

    private static int atLeastOne(Section section, String key, int fallback) {
        int value = section.value(key, fallback, Values::number);
        if (value < 1) section.problem(key, "must be at least 1");
        return Math.max(1, value);
    }

    private static Config.Tls tls(String text) {
        return Values.word(text, Config.Tls.class);
    }
}
