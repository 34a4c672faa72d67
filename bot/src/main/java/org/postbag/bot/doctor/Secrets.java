package org.postbag.bot.doctor;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.config.Values;

/** Takes the configuration's secrets out of texts, whoever wrote them: servers repeat what they were told. */
final class Secrets {
    private static final String MASK = "********";
    private static final int SHORTEST = 4;
    private static final Pattern IN_ADDRESS = Pattern.compile("://[^/@\\s]*:([^/@\\s]+)@|[?&;]password=([^&;\\s]+)");

    private final List<String> secrets;

    Secrets(Config config) {
        Set<String> all = new LinkedHashSet<>();
        for (Config.Smtp server : config.email().smtp()) login(all, server.user(), server.password());
        Config.Imap imap = config.email().imap();
        if (imap != null) login(all, imap.user(), imap.password());
        add(all, config.telegram().token());
        if (config.summary().llm() != null) add(all, config.summary().llm().key());
        Matcher database = IN_ADDRESS.matcher(config.database());
        while (database.find()) add(all, database.group(1) == null ? database.group(2) : database.group(1));
        secrets = all.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList();
    }

    /** A password as it is, and as it travels (RFC 4616, and the LOGIN mechanism). */
    private static void login(Set<String> all, @Nullable String user, @Nullable String password) {
        if (password == null || password.length() < SHORTEST) return;
        all.add(password);
        all.add(base64(password));
        all.add(base64("\0" + user + "\0" + password));
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Shorter ones would take letters out of ordinary words; nothing prints them knowingly. */
    private static void add(Set<String> all, @Nullable String secret) {
        if (secret != null && secret.length() >= SHORTEST) all.add(secret);
    }

    String masked(String text) {
        String masked = Values.masked(text);
        for (String secret : secrets) masked = masked.replace(secret, MASK);
        return masked;
    }
}
