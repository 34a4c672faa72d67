package org.postbag.bot.email;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.Certificate;
import java.security.cert.CertificateFactory;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManagerFactory;
import org.jspecify.annotations.Nullable;

/** Which certificates a mail server may show: those of one PEM file and nothing else, or those the system trusts. */
public final class TrustedCertificates {
    private TrustedCertificates() {}

    /**
     * @param pem null: what the system trusts
     * @throws UncheckedIOException when the file cannot be read
     * @throws IllegalArgumentException when it holds no certificate
     */
    public static SSLSocketFactory sockets(@Nullable Path pem) {
        if (pem == null) return (SSLSocketFactory) SSLSocketFactory.getDefault();
        try {
            TrustManagerFactory trust = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            trust.init(in(pem));
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, trust.getTrustManagers(), null);
            return context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw unusable(pem, e);
        }
    }

    /** The same, as a key store of certificates alone. */
    public static KeyStore in(Path pem) {
        try (InputStream in = Files.newInputStream(pem)) {
            KeyStore store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(null, null);
            int number = 0;
            for (Certificate certificate :
                    CertificateFactory.getInstance("X.509").generateCertificates(in))
                store.setCertificateEntry("ca" + number++, certificate);
            if (number == 0) throw unusable(pem, null);
            return store;
        } catch (IOException e) {
            throw new UncheckedIOException("the certificate file " + pem + " cannot be read; check 'trust'", e);
        } catch (GeneralSecurityException e) {
            throw unusable(pem, e);
        }
    }

    private static IllegalArgumentException unusable(Path pem, @Nullable Exception cause) {
        return new IllegalArgumentException(
                "the certificate file " + pem + " holds no usable certificate; check 'trust'", cause);
    }
}
