package org.postbag.bot.doctor.dns;

import java.net.InetAddress;
import java.util.List;
import java.util.Locale;
import org.xbill.DNS.MXRecord;
import org.xbill.DNS.Record;
import org.xbill.DNS.Type;

/**
 * Whether a domain's SPF record lets an address send for it (RFC 7208), for one address. Macros, {@code exists} and {@code
 * ptr} are not worked out: a verdict that hangs on them is {@link Verdict#UNTOLD}.
 */
public final class SpfEvaluation {
    private static final int MOST_LOOKUPS = 10;
    private static final int MOST_EXCHANGERS = 10;

    /** RFC 7208, 2.6; NONE stands for "no record". */
    public enum Verdict {
        PASS,
        FAIL,
        SOFTFAIL,
        NEUTRAL,
        NONE,
        /** The record is wrong: more than one, a mistake in it, or too many lookups. */
        PERMERROR,
        /** DNS did not say. */
        TEMPERROR,
        /** It hangs on what is not worked out here. */
        UNTOLD
    }

    /** One mechanism's answer; the record's wrong and DNS's silence end the evaluation. */
    private enum Match {
        YES,
        NO,
        UNTOLD
    }

    /** Ends an evaluation early. */
    private static final class Ended extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final Verdict verdict;

        Ended(Verdict verdict) {
            super(verdict.name(), null, false, false);
            this.verdict = verdict;
        }
    }

    private final Lookups lookups;
    private final InetAddress sender;
    private int asked;

    private SpfEvaluation(Lookups lookups, InetAddress sender) {
        this.lookups = lookups;
        this.sender = sender;
    }

    public static Verdict of(Lookups lookups, String domain, InetAddress sender) {
        try {
            return new SpfEvaluation(lookups, sender).host(domain);
        } catch (Ended e) {
            return e.verdict;
        }
    }

    /** The SPF records among a name's texts (RFC 7208, 4.5). */
    public static List<String> records(Answer answer) {
        return answer.texts().stream()
                .filter(text -> text.toLowerCase(Locale.ROOT).matches("v=spf1( .*)?"))
                .toList();
    }

    private Verdict host(String domain) {
        Answer answer = lookups.ask(domain, Type.TXT);
        if (answer instanceof Answer.Unknown) throw new Ended(Verdict.TEMPERROR);
        List<String> records = records(answer);
        if (records.isEmpty()) return Verdict.NONE;
        if (records.size() > 1) throw new Ended(Verdict.PERMERROR);
        boolean untold = false;
        String redirect = "";
        for (String term : records.get(0).substring(6).strip().split(" +", 200)) {
            if (term.isEmpty()) continue;
            if (term.matches("[A-Za-z][A-Za-z0-9_.-]*=.*")) {
                if (term.toLowerCase(Locale.ROOT).startsWith("redirect=")) redirect = term.substring(9);
                continue;
            }
            boolean qualified = "+-~?".indexOf(term.charAt(0)) >= 0;
            Match match = match(qualified ? term.substring(1) : term, domain);
            if (match == Match.UNTOLD) untold = true;
            if (match == Match.YES) return untold ? Verdict.UNTOLD : verdict(qualified ? term.charAt(0) : '+');
        }
        if (untold || redirect.contains("%")) return Verdict.UNTOLD;
        if (redirect.isEmpty()) return Verdict.NEUTRAL;
        count();
        Verdict there = host(redirect);
        return there == Verdict.NONE ? Verdict.PERMERROR : there;
    }

    private static Verdict verdict(char qualifier) {
        return switch (qualifier) {
            case '-' -> Verdict.FAIL;
            case '~' -> Verdict.SOFTFAIL;
            case '?' -> Verdict.NEUTRAL;
            default -> Verdict.PASS;
        };
    }

    private void count() {
        if (++asked > MOST_LOOKUPS) throw new Ended(Verdict.PERMERROR);
    }

    private Match match(String mechanism, String domain) {
        int end = mechanism.indexOf(':');
        int slash = mechanism.indexOf('/');
        if (end < 0 || (slash >= 0 && slash < end)) end = slash < 0 ? mechanism.length() : slash;
        String name = mechanism.substring(0, end).toLowerCase(Locale.ROOT);
        String rest = mechanism.substring(end);
        return switch (name) {
            case "all" -> Match.YES;
            case "ip4", "ip6" ->
                AddressRange.parse(rest.isEmpty() ? "" : rest.substring(1), name.equals("ip6"))
                        .map(range -> told(range.holds(sender)))
                        .orElseThrow(() -> new Ended(Verdict.PERMERROR));
            case "a", "mx", "include", "exists", "ptr" -> asking(name, rest, domain);
            default -> throw new Ended(Verdict.PERMERROR);
        };
    }

    private static Match told(boolean yes) {
        return yes ? Match.YES : Match.NO;
    }

    /** The mechanisms that cost a lookup (RFC 7208, 4.6.4). */
    private Match asking(String name, String rest, String domain) {
        count();
        if (rest.contains("%") || name.equals("exists") || name.equals("ptr")) return Match.UNTOLD;
        int slash = rest.indexOf('/');
        String target = slash < 0 ? rest : rest.substring(0, slash);
        String lengths = slash < 0 ? "" : rest.substring(slash);
        String host = target.isEmpty() ? domain : target.substring(1);
        if (name.equals("include")) return included(host);
        if (name.equals("a")) return told(near(host, lengths));
        List<Record> exchangers = known(lookups.ask(host, Type.MX)).records();
        if (exchangers.size() > MOST_EXCHANGERS) throw new Ended(Verdict.PERMERROR);
        return told(exchangers.stream()
                .anyMatch(record ->
                        record instanceof MXRecord mx && near(mx.getTarget().toString(), lengths)));
    }

    /** RFC 7208, 5.2. */
    private Match included(String host) {
        return switch (host(host)) {
            case PASS -> Match.YES;
            case UNTOLD -> Match.UNTOLD;
            case NONE, PERMERROR -> throw new Ended(Verdict.PERMERROR);
            case TEMPERROR -> throw new Ended(Verdict.TEMPERROR);
            default -> Match.NO;
        };
    }

    private boolean near(String host, String lengths) {
        boolean six = sender.getAddress().length == 16;
        known(lookups.ask(host, six ? Type.AAAA : Type.A));
        int both = lengths.indexOf("//");
        String own =
                six ? both < 0 ? "" : lengths.substring(both + 1) : both < 0 ? lengths : lengths.substring(0, both);
        for (InetAddress address : lookups.addresses(host)) {
            if ((address.getAddress().length == 16) != six) continue;
            AddressRange range = AddressRange.parse(address.getHostAddress() + own, six)
                    .orElseThrow(() -> new Ended(Verdict.PERMERROR));
            if (range.holds(sender)) return true;
        }
        return false;
    }

    private static Answer known(Answer answer) {
        if (answer instanceof Answer.Unknown) throw new Ended(Verdict.TEMPERROR);
        return answer;
    }
}
