package org.postbag.bot.doctor.dns;

import java.io.IOException;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;
import org.xbill.DNS.AAAARecord;
import org.xbill.DNS.ARecord;
import org.xbill.DNS.ExtendedResolver;
import org.xbill.DNS.Name;
import org.xbill.DNS.Record;
import org.xbill.DNS.Resolver;
import org.xbill.DNS.TextParseException;
import org.xbill.DNS.Type;
import org.xbill.DNS.lookup.LookupSession;
import org.xbill.DNS.lookup.NoSuchDomainException;
import org.xbill.DNS.lookup.NoSuchRRSetException;

/**
 * Asks DNS, each question once. Where the first question finds no resolver that answers, the others are not asked: a
 * machine without DNS is told in seconds. A resolver that does not even know a name's top-level domain knows a network of
 * its own only, and what it has nothing for counts as unknown. Thread safe.
 */
public final class Lookups {
    /** The longest wait for a resolver, unless another is given. */
    public static final Duration PATIENCE = Duration.ofSeconds(3);

    private record Question(String name, int type) {}

    private final LookupSession session;
    private final Map<Question, Answer> known = new ConcurrentHashMap<>();
    private volatile boolean heard;
    private volatile Answer.@Nullable Unknown silence;
    private final Duration patience;

    public Lookups(Resolver resolver) {
        this(resolver, PATIENCE);
    }

    /** @param patience the longest wait for the resolver */
    public Lookups(Resolver resolver, Duration patience) {
        this.patience = patience;
        resolver.setTimeout(patience);
        session = LookupSession.builder().resolver(resolver).build();
    }

    /** By the resolvers that this machine is set up with. */
    public static Lookups ofThisMachine() {
        ExtendedResolver resolver = new ExtendedResolver();
        resolver.setRetries(1);
        // A dead one leaves time for another.
        for (Resolver each : resolver.getResolvers()) each.setTimeout(PATIENCE.dividedBy(2));
        return new Lookups(resolver);
    }

    /** @param type as {@link Type} counts them */
    public Answer ask(String name, int type) {
        Answer.Unknown nobody = silence;
        if (nobody != null && !heard) return nobody;
        String full = name.toLowerCase(Locale.ROOT);
        Question question = new Question(full.endsWith(".") ? full : full + ".", type);
        Answer answer = known.get(question);
        if (answer != null) return answer;
        answer = asked(question);
        if (answer instanceof Answer.None && secluded(question.name()))
            answer = new Answer.Unknown("the resolver here does not know the public DNS");
        known.put(question, answer);
        return answer;
    }

    /** Whether the top-level domain of a name is not known here (RFC 1034, 3.1: it has name servers where it is). */
    private boolean secluded(String name) {
        int dot = name.lastIndexOf('.', name.length() - 2);
        return dot >= 0 && !(ask(name.substring(dot + 1), Type.NS) instanceof Answer.Found);
    }

    private Answer asked(Question question) {
        try {
            List<Record> records = session.lookupAsync(Name.fromString(question.name()), question.type())
                    .toCompletableFuture()
                    .get(patience.toMillis() + 500, TimeUnit.MILLISECONDS)
                    .getRecords();
            heard = true;
            return records.isEmpty() ? new Answer.None() : new Answer.Found(records);
        } catch (TextParseException e) {
            return new Answer.None(); // no name of DNS, so DNS has nothing for it
        } catch (ExecutionException e) {
            return failed(e.getCause() == null ? e : e.getCause());
        } catch (TimeoutException e) {
            return silent("no resolver answered within " + patience.toSeconds() + " s");
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return new Answer.Unknown("the question was interrupted");
        }
    }

    private Answer failed(Throwable cause) {
        if (cause instanceof NoSuchDomainException || cause instanceof NoSuchRRSetException) {
            heard = true;
            return new Answer.None();
        }
        if (cause instanceof IOException) return silent("no resolver answered");
        heard = true; // an answer, though not a useful one
        return new Answer.Unknown(
                "the resolver could not find out (" + cause.getClass().getSimpleName() + ")");
    }

    private Answer silent(String problem) {
        Answer.Unknown nobody = new Answer.Unknown(problem);
        silence = nobody;
        return nobody;
    }

    /** The addresses of a host; empty when it has none, and when DNS could not be asked. */
    public List<InetAddress> addresses(String host) {
        List<InetAddress> addresses = new ArrayList<>();
        for (Record record : ask(host, Type.A).records())
            if (record instanceof ARecord a) addresses.add(a.getAddress());
        for (Record record : ask(host, Type.AAAA).records())
            if (record instanceof AAAARecord aaaa) addresses.add(aaaa.getAddress());
        return addresses;
    }

    /** Of a host as the configuration has it: literal, known to DNS, or only to this machine. */
    public List<InetAddress> addressesOfConfigured(String host) {
        boolean literal = host.matches("[0-9.]+|.*:.*");
        List<InetAddress> inDns = literal || !host.contains(".") ? List.of() : addresses(host);
        if (!inDns.isEmpty()) return inDns;
        try {
            // Where no resolver answers, the system would wait for the same one, and longer.
            if (!literal && host.contains(".") && !heard) return List.of();
            return List.of(InetAddress.getAllByName(host));
        } catch (UnknownHostException e) {
            return List.of();
        }
    }
}
