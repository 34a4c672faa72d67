package org.postbag.bot.doctor.dns;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.X509EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.xbill.DNS.Type;

/** The DKIM key that DNS has for a selector, compared with the one that mails are signed with (RFC 6376, 3.6). */
public enum PublishedKey {
    SAME,
    OTHER,
    /** An empty {@code p=}: whatever is signed with it fails. */
    REVOKED,
    /** There, and no RSA key that can be read. */
    UNREADABLE,
    /** More than one record, which verifiers may take any of. */
    SEVERAL,
    MISSING,
    UNKNOWN;

    /** Where it stands. */
    public static String name(String selector, String domain) {
        return selector + "._domainkey." + domain;
    }

    public static PublishedKey of(Lookups lookups, String selector, String domain, RSAPublicKey signing) {
        Answer answer = lookups.ask(name(selector, domain), Type.TXT);
        if (answer instanceof Answer.Unknown) return UNKNOWN;
        List<Map<String, String>> keys = answer.texts().stream()
                .map(TagList::parse)
                .filter(tags ->
                        tags.containsKey("p") && tags.getOrDefault("v", "DKIM1").equals("DKIM1"))
                .toList();
        if (keys.isEmpty()) return answer.texts().isEmpty() ? MISSING : UNREADABLE;
        return keys.size() > 1 ? SEVERAL : compared(keys.get(0), signing);
    }

    private static PublishedKey compared(Map<String, String> tags, RSAPublicKey signing) {
        String p = tags.getOrDefault("p", "").replaceAll("\\s", "");
        if (p.isEmpty()) return REVOKED;
        if (!tags.getOrDefault("k", "rsa").toLowerCase(Locale.ROOT).equals("rsa")) return OTHER;
        try {
            X509EncodedKeySpec spec = new X509EncodedKeySpec(Base64.getDecoder().decode(p));
            BigInteger modulus = ((RSAPublicKey) KeyFactory.getInstance("RSA").generatePublic(spec)).getModulus();
            return modulus.equals(signing.getModulus()) ? SAME : OTHER;
        } catch (GeneralSecurityException | IllegalArgumentException e) {
            return UNREADABLE;
        }
    }
}
