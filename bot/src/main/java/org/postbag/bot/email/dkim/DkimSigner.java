package org.postbag.bot.email.dkim;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import org.postbag.bot.config.Config;

/**
 * Signs mails (RFC 6376) with relaxed header and body, so that they survive a relay that folds lines anew, over every
 * field that a reader or a mail program acts on. From, To and Subject are signed once more than they occur, so that
 * nobody can add another. May be used by several threads.
 *
 * <p>Own code, since the library for it (utils-mail-dkim) cannot sign a field once more than it occurs, is used by one
 * thread at a time, takes as long again for a mail's text as RSA for the signature, and brings a crypto library along.
 */
public final class DkimSigner {
    private static final Set<String> ONCE_MORE = Set.of("from", "to", "subject");
    private static final List<String> SIGNED = List.of(
            "from",
            "to",
            "subject",
            "date",
            "message-id",
            "reply-to",
            "in-reply-to",
            "references",
            "mime-version",
            "content-type",
            "content-transfer-encoding",
            "list-id",
            "list-unsubscribe",
            "list-unsubscribe-post",
            "list-post",
            "feedback-id",
            "auto-submitted",
            "precedence");
    private static final int LINE = 72;
    private static final int LEAST_BITS = 1024;

    private final String domain;
    private final String selector;
    private final DkimKey key;
    private final RsaSha256 rsa;
    private final Clock clock;

    /**
     * Reads the key.
     *
     * @throws IllegalArgumentException when the file holds no usable key; says what to do
     */
    public DkimSigner(Config.Dkim settings) {
        this(settings, Clock.systemUTC());
    }

    DkimSigner(Config.Dkim settings, Clock clock) {
        this.domain = settings.domain();
        this.selector = settings.selector();
        this.key = DkimKey.read(settings.keyFile());
        if (key.bits() < LEAST_BITS)
            throw new IllegalArgumentException("email.dkim.key-file: " + settings.keyFile() + " holds a key of "
                    + key.bits() + " bits, which receivers refuse (RFC 8301); make one with: openssl genrsa -out"
                    + " dkim.pem 2048");
        this.rsa = new RsaSha256(key);
        this.clock = clock;
    }

    /** Where the public half of the key belongs in DNS, a TXT record. */
    public String recordName() {
        return selector + "._domainkey." + domain;
    }

    /** What belongs there: {@code v=DKIM1; k=rsa; p=…}; zone files want it split into strings of at most 255 characters. */
    public String recordValue() {
        return key.txt();
    }

    /**
     * @param message whole, with CRLF line ends
     * @return the message behind its DKIM-Signature field
     */
    public byte[] sign(byte[] message) {
        HeaderFields fields = new HeaderFields(message);
        StringBuilder names = new StringBuilder();
        StringBuilder signed = new StringBuilder();
        for (String name : SIGNED) {
            for (String field : fields.named(name)) {
                names.append(':').append(name);
                signed.append(field).append("\r\n");
            }
            if (ONCE_MORE.contains(name)) names.append(':').append(name);
        }
        byte[] bodyHash = new RelaxedBody(rsa.hash()).hash(message, fields.bodyStart());
        String value = unsigned(names.substring(1), base64(bodyHash));
        signed.append(HeaderFields.relaxed("dkim-signature", value));
        String signature = base64(rsa.sign(signed.toString().getBytes(StandardCharsets.ISO_8859_1)));
        return joined("DKIM-Signature: " + value + folded(signature) + "\r\n", message);
    }

    private String unsigned(String names, String bodyHash) {
        return "v=1; a=rsa-sha256; c=relaxed/relaxed; d=" + domain
                + ";\r\n s=" + selector + "; t=" + clock.instant().getEpochSecond()
                + ";\r\n h=" + foldedNames(names) + ";\r\n bh=" + bodyHash + ";\r\n b=";
    }

    /** Folded after colons, where white space is allowed (RFC 6376, 3.5). */
    private static String foldedNames(String names) {
        StringBuilder folded = new StringBuilder();
        int column = 3;
        for (String name : names.split(":", -1)) {
            if (column > 3) folded.append(':');
            if (column + name.length() > LINE) {
                folded.append("\r\n  ");
                column = 3;
            }
            folded.append(name);
            column += name.length() + 1;
        }
        return folded.toString();
    }

    private static String folded(String base64) {
        StringBuilder folded = new StringBuilder();
        for (int i = 0; i < base64.length(); i += LINE) {
            if (i > 0) folded.append("\r\n  ");
            folded.append(base64, i, Math.min(base64.length(), i + LINE));
        }
        return folded.toString();
    }

    private static String base64(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    private static byte[] joined(String field, byte[] message) {
        byte[] head = field.getBytes(StandardCharsets.ISO_8859_1);
        byte[] all = new byte[head.length + message.length];
        System.arraycopy(head, 0, all, 0, head.length);
        System.arraycopy(message, 0, all, head.length, message.length);
        return all;
    }
}
