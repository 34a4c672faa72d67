package org.postbag.bot.doctor.dns;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Config;
import org.postbag.bot.doctor.dns.DnsRecord.State;
import org.postbag.bot.email.dkim.DkimKey;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.ReverseMap;
import org.xbill.DNS.Type;

/** The records that mail from a domain needs, each compared with what DNS has; the checks say what is wrong about them. */
public final class WantedRecords {
    private final Lookups lookups;
    private final String domain;
    private final Config.Email email;
    private final String webHost;
    private final List<InetAddress> senders;

    private WantedRecords(Lookups lookups, String domain, Config.Email email, String webHost) {
        this.lookups = lookups;
        this.domain = domain;
        this.email = email;
        this.webHost = webHost;
        senders = SendingAddresses.of(
                lookups, email.smtp().stream().map(Config.Smtp::host).toList());
    }

    /**
     * @param domain of the From line
     * @param webHost of {@code url}, on which mail may leave too
     * @param key of {@code email.dkim}; null without a usable one
     */
    public static List<DnsRecord> of(
            Lookups lookups, String domain, Config.Email email, String webHost, @Nullable DkimKey key) {
        WantedRecords wanted = new WantedRecords(lookups, domain, email, webHost);
        List<DnsRecord> records = new ArrayList<>();
        records.add(wanted.spf());
        if (email.dkim() != null && key != null) records.add(wanted.dkim(email.dkim(), key));
        records.add(wanted.dmarc());
        records.add(wanted.mx());
        records.add(wanted.ptr());
        return records;
    }

    private DnsRecord spf() {
        String why = "which machines send mail for " + domain;
        Answer answer = lookups.ask(domain, Type.TXT);
        List<String> records = SpfEvaluation.records(answer);
        String host = email.smtp().isEmpty() ? "" : email.smtp().get(0).host();
        String mechanism = mechanism(host);
        if (records.size() == 1) {
            String now = records.get(0);
            if (senders.isEmpty()) return new DnsRecord(domain, "TXT", DnsRecord.quoted(now), why, State.UNKNOWN);
            boolean passes = senders.stream()
                    .allMatch(sender -> SpfEvaluation.of(lookups, domain, sender) == SpfEvaluation.Verdict.PASS);
            String better = passes ? now : ("v=spf1 " + mechanism + now.substring(6)).replaceAll(" +", " ");
            return new DnsRecord(domain, "TXT", DnsRecord.quoted(better), why, passes ? State.RIGHT : State.DIFFERENT);
        }
        if (senders.isEmpty())
            why += "; add ip4:… with the public address that mail leaves from, which cannot be told from here";
        String value = ("v=spf1 mx " + mechanism + " ~all").replaceAll(" +", " ");
        State state =
                answer instanceof Answer.Unknown ? State.UNKNOWN : records.isEmpty() ? State.MISSING : State.DIFFERENT;
        return new DnsRecord(domain, "TXT", DnsRecord.quoted(value), why, state);
    }

    /** What lets the mail server send: its name, or its addresses where it has none; empty where that is not known. */
    private String mechanism(String host) {
        if (senders.isEmpty()) return isName(webHost) ? "a:" + webHost : "";
        if (isName(host)) return "a:" + host;
        StringBuilder text = new StringBuilder();
        for (InetAddress sender : senders)
            text.append(sender.getAddress().length == 4 ? " ip4:" : " ip6:").append(sender.getHostAddress());
        return text.toString().strip();
    }

    private static boolean isName(String host) {
        return host.contains(".") && !host.matches("[0-9.]+|.*:.*");
    }

    private DnsRecord dkim(Config.Dkim dkim, DkimKey key) {
        PublishedKey published = PublishedKey.of(lookups, dkim.selector(), dkim.domain(), key.publicKey());
        State state =
                switch (published) {
                    case SAME -> State.RIGHT;
                    case MISSING -> State.MISSING;
                    case UNKNOWN -> State.UNKNOWN;
                    default -> State.DIFFERENT;
                };
        return new DnsRecord(
                PublishedKey.name(dkim.selector(), dkim.domain()),
                "TXT",
                DnsRecord.quoted(key.txt()),
                "the key that receivers verify the signatures with",
                state);
    }

    private DnsRecord dmarc() {
        String why = "what receivers do with mail that only claims to be from " + domain
                + "; begin with p=none, and go to p=quarantine when all mail passes";
        DmarcPolicy.Found found = DmarcPolicy.of(lookups, domain);
        if (found instanceof DmarcPolicy.Found.One one)
            return new DnsRecord(
                    one.policy().at(), "TXT", DnsRecord.quoted(one.policy().text()), why, State.RIGHT);
        State state = found instanceof DmarcPolicy.Found.Unknown
                ? State.UNKNOWN
                : found instanceof DmarcPolicy.Found.Several ? State.DIFFERENT : State.MISSING;
        return new DnsRecord("_dmarc." + domain, "TXT", DnsRecord.quoted("v=DMARC1; p=none"), why, state);
    }

    private DnsRecord mx() {
        String why = "where bounces and readers' answers arrive: the server that email.imap reads from";
        Answer answer = lookups.ask(domain, Type.MX);
        if (!answer.records().isEmpty()) {
            Record first = answer.records().get(0);
            boolean none = answer.records().size() == 1 && first.rdataToString().matches("0 \\.");
            if (!none) return new DnsRecord(domain, "MX", first.rdataToString(), why, State.RIGHT);
        }
        Config.Imap imap = email.imap();
        String host = imap != null && isName(imap.host()) ? imap.host() : "mail." + domain;
        State state = answer instanceof Answer.Unknown
                ? State.UNKNOWN
                : answer.records().isEmpty() ? State.MISSING : State.DIFFERENT;
        return new DnsRecord(domain, "MX", "10 " + host.toLowerCase(Locale.ROOT) + ".", why, state);
    }

    private DnsRecord ptr() {
        String why = "set where the address is rented; the name must lead back to the same address."
                + " Only needed where your own server hands mails to the world";
        String host = email.smtp().isEmpty() ? "" : email.smtp().get(0).host();
        String target = isName(host) ? host : "mail." + domain;
        if (senders.isEmpty())
            return new DnsRecord("the public address that mail leaves from", "PTR", target + ".", why, State.UNKNOWN);
        Name name = ReverseMap.fromAddress(senders.get(0));
        Answer answer = lookups.ask(name.toString(), Type.PTR);
        State state = answer instanceof Answer.Unknown
                ? State.UNKNOWN
                : answer.records().isEmpty() ? State.MISSING : State.RIGHT;
        String value = state == State.RIGHT ? answer.records().get(0).rdataToString() : target + ".";
        return new DnsRecord(name.toString(true), "PTR", value, why, state);
    }
}
