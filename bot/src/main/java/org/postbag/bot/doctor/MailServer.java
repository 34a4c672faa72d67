package org.postbag.bot.doctor;

import jakarta.mail.Session;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Properties;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;

/**
 * One mail server as the configuration has it, for trying it out: short timeouts, and encryption as mails will have it.
 *
 * @param key where it stands in the configuration, such as {@code email.smtp}
 * @param protocol smtp or imap
 */
record MailServer(
        String key,
        String protocol,
        String host,
        int port,
        @Nullable String user,
        Config.Tls tls,
        @Nullable Path trust) {
    /** Within {@link Check#LIMIT}, so that what hangs is told in its own words. */
    static final Duration PATIENCE = Duration.ofSeconds(7);

    private static final long CONNECT_MILLIS = 5000;

    static MailServer of(Config.Smtp smtp) {
        return new MailServer("email.smtp", "smtp", smtp.host(), smtp.port(), smtp.user(), smtp.tls(), smtp.trust());
    }

    static MailServer of(Config.Imap imap) {
        return new MailServer("email.imap", "imap", imap.host(), imap.port(), imap.user(), imap.tls(), imap.trust());
    }

    /** @param patience the longest wait for an answer */
    Session session(ServerCertificate certificate, Duration patience) {
        String prefix = "mail." + protocol;
        Properties properties = new Properties();
        String answer = Long.toString(patience.toMillis());
        properties.put(prefix + ".connectiontimeout", Long.toString(Math.min(CONNECT_MILLIS, patience.toMillis())));
        properties.put(prefix + ".timeout", answer);
        properties.put(prefix + ".writetimeout", answer);
        properties.put(prefix + ".auth", Boolean.toString(user != null));
        properties.put(prefix + ".quitwait", "false");
        properties.put("mail.store.protocol", "imap");
        if (tls == Config.Tls.TLS) properties.put(prefix + ".ssl.enable", "true");
        if (tls == Config.Tls.STARTTLS) {
            properties.put(prefix + ".starttls.enable", "true");
            properties.put(prefix + ".starttls.required", "true");
        }
        if (tls != Config.Tls.NONE) {
            properties.put(prefix + ".ssl.checkserveridentity", "true");
            properties.put(prefix + ".ssl.socketFactory", certificate.sockets());
        }
        return Session.getInstance(properties);
    }

    String at() {
        return host + ":" + port;
    }

    /** Whether what is sent stays on this machine. */
    boolean isLoopback() {
        return isLoopback(host);
    }

    static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            return false;
        }
    }
}
