package org.postbag.bot.doctor;

import java.io.UncheckedIOException;
import java.net.Socket;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLSocketFactory;
import javax.net.ssl.TrustManager;
import javax.net.ssl.TrustManagerFactory;
import javax.net.ssl.X509ExtendedTrustManager;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.email.TrustedCertificates;

/** Trusts as the configuration says, and keeps the certificate that a server showed, trusted or not. */
final class ServerCertificate {
    private final SSLSocketFactory sockets;
    private volatile @Nullable X509Certificate shown;

    /**
     * @param trust a PEM file whose certificates alone are trusted; null for those that Java trusts
     * @throws UncheckedIOException when it cannot be read
     * @throws IllegalArgumentException when it holds no certificate
     */
    ServerCertificate(@Nullable Path trust) {
        try {
            TrustManagerFactory factory = TrustManagerFactory.getInstance(TrustManagerFactory.getDefaultAlgorithm());
            factory.init(trust == null ? null : TrustedCertificates.in(trust));
            X509ExtendedTrustManager manager = Arrays.stream(factory.getTrustManagers())
                    .filter(X509ExtendedTrustManager.class::isInstance)
                    .map(X509ExtendedTrustManager.class::cast)
                    .findFirst()
                    .orElseThrow();
            SSLContext context = SSLContext.getInstance("TLS");
            context.init(null, new TrustManager[] {new Keeping(manager)}, null);
            sockets = context.getSocketFactory();
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException(
                    "the certificate file " + trust + " holds no usable certificate; check 'trust'", e);
        }
    }

    SSLSocketFactory sockets() {
        return sockets;
    }

    /** The server's own; null before one was shown. */
    @Nullable
    X509Certificate shown() {
        return shown;
    }

    /** Leaves every decision to Java's own. */
    private final class Keeping extends X509ExtendedTrustManager {
        private final X509ExtendedTrustManager manager;

        Keeping(X509ExtendedTrustManager manager) {
            this.manager = manager;
        }

        private void keep(X509Certificate[] chain) {
            if (chain.length > 0) shown = chain[0];
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            keep(chain);
            manager.checkServerTrusted(chain, type, socket);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            keep(chain);
            manager.checkServerTrusted(chain, type, engine);
        }

        @Override
        public void checkServerTrusted(X509Certificate[] chain, String type) throws CertificateException {
            keep(chain);
            manager.checkServerTrusted(chain, type);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, socket);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
                throws CertificateException {
            manager.checkClientTrusted(chain, type, engine);
        }

        @Override
        public void checkClientTrusted(X509Certificate[] chain, String type) throws CertificateException {
            manager.checkClientTrusted(chain, type);
        }

        @Override
        public X509Certificate[] getAcceptedIssuers() {
            return manager.getAcceptedIssuers();
        }
    }
}
