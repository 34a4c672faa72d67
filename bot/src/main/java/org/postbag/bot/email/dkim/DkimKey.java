package org.postbag.bot.email.dkim;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The RSA key that mails are signed with, read from a PEM file (RFC 7468): PKCS#8 ({@code BEGIN PRIVATE KEY}) or PKCS#1
 * ({@code BEGIN RSA PRIVATE KEY}, RFC 8017), without a password.
 */
public final class DkimKey {
    private static final int MOST_BYTES = 64 << 10;
    private static final Pattern BLOCK =
            Pattern.compile("(?s)-----BEGIN ([A-Z0-9 ]*PRIVATE KEY)-----(.*?)-----END \\1-----");
    private static final String TO_MAKE = "make one with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048";

    /** DER of version 0 and rsaEncryption's AlgorithmIdentifier, what PKCS#8 (RFC 5208) has before a PKCS#1 key. */
    private static final byte[] RSA_ENCRYPTION = {
        2, 1, 0, 0x30, 13, 6, 9, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 13, 1, 1, 1, 5, 0
    };

    private final RSAPrivateCrtKey privateKey;
    private final RSAPublicKey publicKey;

    private DkimKey(RSAPrivateCrtKey privateKey, RSAPublicKey publicKey) {
        this.privateKey = privateKey;
        this.publicKey = publicKey;
    }

    /**
     * @throws IllegalArgumentException when the file cannot be read or holds no usable key; the message says what to do and nothing of the key
     */
    public static DkimKey read(Path pem) {
        String text;
        try (InputStream in = Files.newInputStream(pem)) {
            text = new String(in.readNBytes(MOST_BYTES), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new IllegalArgumentException("the DKIM key " + pem + " cannot be read; check email.dkim.key-file", e);
        }
        Matcher block = BLOCK.matcher(text);
        if (!block.find())
            throw new IllegalArgumentException("the DKIM key " + pem + " holds no private key in PEM form; " + TO_MAKE);
        String kind = block.group(1);
        String body = block.group(2);
        if (kind.startsWith("ENCRYPTED") || body.contains("ENCRYPTED"))
            throw new IllegalArgumentException("the DKIM key " + pem
                    + " is locked with a password; unlock it with: openssl pkey -in key.pem -out dkim.pem");
        if (!kind.equals("PRIVATE KEY") && !kind.equals("RSA PRIVATE KEY"))
            throw new IllegalArgumentException("the DKIM key " + pem + " is of another kind than RSA; " + TO_MAKE);
        try {
            byte[] der = Base64.getMimeDecoder().decode(body);
            return of(kind.startsWith("RSA") ? asPkcs8(der) : der);
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            // The cause is left out: it can quote what it could not read.
            throw new IllegalArgumentException(
                    "the DKIM key " + pem + " is damaged, or of another kind than RSA; " + TO_MAKE);
        }
    }

    private static DkimKey of(byte[] pkcs8) throws GeneralSecurityException {
        KeyFactory rsa = KeyFactory.getInstance("RSA");
        if (!(rsa.generatePrivate(new PKCS8EncodedKeySpec(pkcs8)) instanceof RSAPrivateCrtKey key))
            throw new GeneralSecurityException("a key without its public exponent");
        RSAPublicKeySpec spec = new RSAPublicKeySpec(key.getModulus(), key.getPublicExponent());
        return new DkimKey(key, (RSAPublicKey) rsa.generatePublic(spec));
    }

    private static byte[] asPkcs8(byte[] pkcs1) {
        byte[] key = element(0x04, pkcs1);
        byte[] both = ByteBuffer.allocate(RSA_ENCRYPTION.length + key.length)
                .put(RSA_ENCRYPTION)
                .put(key)
                .array();
        return element(0x30, both);
    }

    /** One DER element with a length of two octets, which is valid in BER for shorter ones too. */
    private static byte[] element(int tag, byte[] content) {
        return ByteBuffer.allocate(content.length + 4)
                .put((byte) tag)
                .put((byte) 0x82)
                .putShort((short) content.length)
                .put(content)
                .array();
    }

    public RSAPrivateCrtKey privateKey() {
        return privateKey;
    }

    public RSAPublicKey publicKey() {
        return publicKey;
    }

    /** The modulus' length; RFC 8301 wants 1024 at least and 2048 rather. */
    public int bits() {
        return publicKey.getModulus().bitLength();
    }

    /** What the TXT record at {@code selector._domainkey.domain} says, in one piece (RFC 6376, 3.6.1). */
    public String txt() {
        return "v=DKIM1; k=rsa; p=" + Base64.getEncoder().encodeToString(publicKey.getEncoded());
    }

    /** For messages: nothing of the key. */
    @Override
    public String toString() {
        return "DkimKey[RSA, " + bits() + " bits]";
    }
}
