package org.postbag.bot.email;

import jakarta.mail.Session;
import java.nio.file.Path;
import java.util.Properties;
import org.postbag.bot.config.Config;

/** Jakarta Mail sessions for reading with a timeout on everything (its own defaults wait for ever) and encryption as configured. */
public final class MailSessions {
    private static final String TIMEOUT_MILLIS = "30000";

    private MailSessions() {}

    /** For the store {@code imap}. */
    public static Session imap(Config.Imap server) {
        Properties properties = timeouts("mail.imap", server.tls(), server.trust());
        properties.put("mail.store.protocol", "imap");
        properties.put("mail.imap.partialfetch", "true");
        properties.put("mail.imap.fetchsize", "65536");
        properties.put("mail.mime.address.strict", "false");
        return Session.getInstance(properties);
    }

    private static Properties timeouts(String prefix, Config.Tls tls, @org.jspecify.annotations.Nullable Path trust) {
        Properties properties = new Properties();
        properties.put(prefix + ".connectiontimeout", TIMEOUT_MILLIS);
        properties.put(prefix + ".timeout", TIMEOUT_MILLIS);
        properties.put(prefix + ".writetimeout", TIMEOUT_MILLIS);
        if (tls == Config.Tls.TLS) properties.put(prefix + ".ssl.enable", "true");
        if (tls == Config.Tls.STARTTLS) {
            properties.put(prefix + ".starttls.enable", "true");
            properties.put(prefix + ".starttls.required", "true");
        }
        if (tls != Config.Tls.NONE) properties.put(prefix + ".ssl.checkserveridentity", "true");
        if (trust != null) properties.put(prefix + ".ssl.socketFactory", TrustedCertificates.sockets(trust));
        return properties;
    }
}
