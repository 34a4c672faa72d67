package org.postbag.bot.doctor;

import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.dns.Lookups;
import org.postbag.bot.doctor.dns.PublishedKey;
import org.postbag.bot.email.dkim.DkimKey;
import org.xbill.DNS.Type;

/** Whether DNS has the key that mails are signed with; {@link DkimKeyCheck} looks at the key itself. */
final class DkimRecordCheck implements Check {
    static final String NAME = "dkim record";

    private final Config.Dkim dkim;
    private final @Nullable DkimKey key;
    private final Lookups lookups;

    /** @param key null where the file holds no usable one */
    DkimRecordCheck(Config.Dkim dkim, @Nullable DkimKey key, Lookups lookups) {
        this.dkim = dkim;
        this.key = key;
        this.lookups = lookups;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public void run(Notes notes) {
        if (key == null) {
            notes.skip("without a usable key there is nothing to compare DNS with", "");
            return;
        }
        String name = PublishedKey.name(dkim.selector(), dkim.domain());
        String set = "set the TXT record " + name + " as under 'DNS records to set'";
        notes.trying("asking DNS for " + name);
        switch (PublishedKey.of(lookups, dkim.selector(), dkim.domain(), key.publicKey())) {
            case SAME -> {
                notes.ok("the key at " + name + " is the one that mails are signed with");
                if (testing(name)) notes.warn("DNS says that it is only being tested (t=y)", "take t=y out of " + name);
            }
            case MISSING -> notes.fail("DNS has no key at " + name + ", so every signature fails", set);
            case OTHER ->
                notes.fail(
                        "DNS has another key at " + name + ", so every signature fails",
                        set + ", or use another selector");
            case REVOKED ->
                notes.fail("the key at " + name + " is revoked (p= is empty)", "use a new key and selector");
            case UNREADABLE -> notes.fail("what DNS has at " + name + " is no RSA key", set);
            case SEVERAL ->
                notes.fail(
                        "DNS has several keys at " + name,
                        "leave one TXT record there, the one under 'DNS records to set'");
            case UNKNOWN -> notes.skip("DNS could not be asked for " + name, "");
        }
    }

    private boolean testing(String name) {
        return lookups.ask(name, Type.TXT).texts().stream()
                .anyMatch(text -> text.matches("(?s).*;\\s*t\\s*=\\s*(s\\s*:\\s*)?y\\b.*"));
    }
}
