package org.postbag.bot.email;

import jakarta.mail.Session;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import java.util.Properties;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.postbag.bot.config.Config;

/** Jakarta Mail sessions with a timeout on everything (its own defaults wait for ever) and encryption as configured. */
final class MailSessions {
    private static final String TIMEOUT_MILLIS = "30000";

    private MailSessions() {}

    static Session smtp(Config.Smtp server) {
        Properties properties = timeouts("mail.smtp", server.tls(), server.trust());
        properties.put("mail.smtp.auth", Boolean.toString(server.user() != null));
        properties.put("mail.smtp.allow8bitmime", "true");
        properties.put("mail.smtp.quitwait", "false");
        return Session.getInstance(properties);
    }

    static Session imap(Config.Imap server) {
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
        if (trust != null) properties.put(prefix + ".ssl.socketFactory", trusting(trust));
        return properties;
    }

    /** Trusts the certificates of one PEM file, and nothing else. */
    private static SSLSocketFactory trusting(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in))
                store.setCertificateEntry("ca" + number++, certificate);
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(store);
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate file " + pem + " cannot be read; check 'trust'", e);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(
                    "the certificate file " + pem + " holds no usable certificate; check 'trust'", e);
        }
    }
}
