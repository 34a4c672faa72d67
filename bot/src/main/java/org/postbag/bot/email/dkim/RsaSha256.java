package org.postbag.bot.email.dkim;

import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.Provider;
import java.security.Signature;
import java.security.spec.PKCS8EncodedKeySpec;
import org.conscrypt.Conscrypt;
import org.jspecify.annotations.Nullable;

/**
 * Hashes with SHA-256 and signs with RSA: by BoringSSL where there is one for this machine, for Java's own signature takes fourteen
 * times as long until its optimising compiler has been at it, which the launcher leaves out; else by Java. May be used by several threads.
 */
final class RsaSha256 {
    private static final String ALGORITHM = "SHA256withRSA";

    private final @Nullable Provider natively;
    private final PrivateKey key;

    RsaSha256(DkimKey dkim) {
        natively = Conscrypt.isAvailable() ? Conscrypt.newProvider() : null;
        try {
            key = natively == null
                    ? dkim.privateKey()
                    : KeyFactory.getInstance("RSA", natively)
                            .generatePrivate(
                                    new PKCS8EncodedKeySpec(dkim.privateKey().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalArgumentException("the DKIM key cannot be used: " + e.getMessage(), e);
        }
    }

    MessageDigest hash() {
        try {
            return natively == null
                    ? MessageDigest.getInstance("SHA-256")
                    : MessageDigest.getInstance("SHA-256", natively);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256 but this one", e);
        }
    }

    byte[] sign(byte[] signed) {
        try {
            Signature signature =
                    natively == null ? Signature.getInstance(ALGORITHM) : Signature.getInstance(ALGORITHM, natively);
            signature.initSign(key);
            signature.update(signed);
            return signature.sign();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the DKIM key cannot sign: " + e.getMessage(), e);
        }
    }
}
