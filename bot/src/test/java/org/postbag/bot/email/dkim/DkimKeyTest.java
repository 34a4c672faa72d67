package org.postbag.bot.email.dkim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.Signature;
import java.util.Arrays;
import java.util.Base64;
import org.junit.jupiter.api.DisplayName;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

public class DkimKeyTest {
    @TempDir
    Path folder;

    public static KeyPair pair(int bits) throws Exception {
        KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
        generator.initialize(bits);
        return generator.generateKeyPair();
    }

    public static Path written(Path file, String kind, byte[] der) throws IOException {
        String body = Base64.getMimeEncoder(64, "\n".getBytes()).encodeToString(der);
        return Files.writeString(file, "-----BEGIN " + kind + "-----\n" + body + "\n-----END " + kind + "-----\n");
    }

    /** PKCS#1 is what PKCS#8 has in its last element: behind 26 octets for keys of 1024 bits and more. */
    private static byte[] pkcs1(byte[] pkcs8) {
        return Arrays.copyOfRange(pkcs8, 26, pkcs8.length);
    }

    @Test
    @DisplayName("both forms of the same key give the same key, which signs and verifies")
    void bothForms() throws Exception {
        for (int bits : new int[] {1024, 2048, 3072}) {
            KeyPair pair = pair(bits);
            DkimKey eight = DkimKey.read(written(
                    folder.resolve("eight.pem"),
                    "PRIVATE KEY",
                    pair.getPrivate().getEncoded()));
            DkimKey one = DkimKey.read(written(
                    folder.resolve("one.pem"),
                    "RSA PRIVATE KEY",
                    pkcs1(pair.getPrivate().getEncoded())));
            assertThat(one.privateKey()).isEqualTo(eight.privateKey());
            assertThat(one.publicKey()).isEqualTo(pair.getPublic());
            assertThat(one.bits()).isEqualTo(bits);
            assertThat(one.txt())
                    .isEqualTo("v=DKIM1; k=rsa; p="
                            + Base64.getEncoder()
                                    .encodeToString(pair.getPublic().getEncoded()));
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(one.privateKey());
            byte[] signed = signature.sign();
            signature.initVerify(pair.getPublic());
            assertThat(signature.verify(signed)).isTrue();
            assertThat(one.toString()).isEqualTo("DkimKey[RSA, " + bits + " bits]");
        }
    }

    @Test
    @DisplayName("a key that openssl made in front of other text is read too")
    void withTextAround() throws Exception {
        Path file = written(
                folder.resolve("k.pem"), "PRIVATE KEY", pair(2048).getPrivate().getEncoded());
        Files.writeString(file, "subject: dkim\r\n" + Files.readString(file).replace("\n", "\r\n"));
        assertThat(DkimKey.read(file).bits()).isEqualTo(2048);
    }

    @Test
    @DisplayName("what is no usable key says why and what to do, and shows nothing of it")
    void unusable() throws Exception {
        assertThatThrownBy(() -> DkimKey.read(folder.resolve("absent.pem")))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("key-file");
        refused(Files.writeString(folder.resolve("a"), "hello"), "openssl genpkey");
        refused(written(folder.resolve("b"), "ENCRYPTED PRIVATE KEY", new byte[20]), "locked with a password");
        refused(
                Files.writeString(
                        folder.resolve("c"),
                        "-----BEGIN RSA PRIVATE KEY-----\nProc-Type: 4,ENCRYPTED\nDEK-Info: AES-128-CBC,00\n\nAAAA\n-----END RSA PRIVATE KEY-----\n"),
                "locked with a password");
        refused(written(folder.resolve("d"), "EC PRIVATE KEY", new byte[20]), "another kind than RSA");
        KeyPair curve = KeyPairGenerator.getInstance("Ed25519").generateKeyPair();
        refused(written(folder.resolve("e"), "PRIVATE KEY", curve.getPrivate().getEncoded()), "another kind than RSA");
        byte[] damaged = pair(2048).getPrivate().getEncoded();
        refused(written(folder.resolve("f"), "PRIVATE KEY", Arrays.copyOf(damaged, 600)), "damaged");
    }

    private static void refused(Path file, String message) {
        assertThatThrownBy(() -> DkimKey.read(file))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining(message)
                .hasMessageContaining(file.toString());
    }
}
