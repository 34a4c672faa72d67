package org.postbag.bot.doctor;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import org.postbag.bot.config.Config;
import org.postbag.bot.email.dkim.DkimKey;

/** Whether the signing key can be read and is strong enough (RFC 8301); {@link DkimRecordCheck} compares it with DNS. */
final class DkimKeyCheck implements Check {
    static final String NAME = "dkim key";
    private static final int WEAKEST = 1024;
    private static final int USUAL = 2048;

    private final Config.Dkim dkim;

    DkimKeyCheck(Config.Dkim dkim) {
        this.dkim = dkim;
    }

    /** For a configuration without a key. */
    static Check absent(boolean sending) {
        if (!sending) return Check.notSetUp(NAME, "no email.dkim");
        return new Check() {
            @Override
            public String name() {
                return NAME;
            }

            @Override
            public void run(Notes notes) {
                notes.warn(
                        "no email.dkim, so mails leave unsigned",
                        "make a key with: openssl genpkey -algorithm RSA -pkeyopt rsa_keygen_bits:2048 -out dkim.pem,"
                                + " and set email.dkim; or let your mail server sign");
            }
        };
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Notes notes) {
        DkimKey key;
        try {
            key = DkimKey.read(dkim.keyFile());
        } catch (IllegalArgumentException e) {
            notes.fail(String.valueOf(e.getMessage()), "correct email.dkim.key-file; without it mails are not signed");
            return;
        }
        String what = "RSA key of " + key.bits() + " bits";
        String advice = "make a key of 2048 bits, with a new selector";
        if (key.bits() < WEAKEST) notes.fail(what + ", which receivers do not accept", advice);
        else if (key.bits() < USUAL) notes.warn(what + ", which is weak", advice);
        else notes.ok(what);
        if (readByOthers(dkim.keyFile()))
            notes.warn("every user of this machine may read it", "chmod 600 " + dkim.keyFile());
    }

    private static boolean readByOthers(Path file) {
        try {
            return Files.getPosixFilePermissions(file).contains(PosixFilePermission.OTHERS_READ);
        } catch (IOException | UnsupportedOperationException e) {
            return false; // not to be known here
        }
    }
}
