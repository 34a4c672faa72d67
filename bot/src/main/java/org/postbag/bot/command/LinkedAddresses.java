package org.postbag.bot.command;

import java.util.List;
import java.util.stream.Collectors;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/** The other addresses of a reader, and whether their settings are in common. */
public final class LinkedAddresses {
    private final Subscriptions subscriptions;
    private final Says says;

    public LinkedAddresses(Members members) {
        this.subscriptions = members.subscriptions();
        this.says = members.says();
    }

    /** Without those that were left. */
    public List<Subscription> of(Subscription s) {
        return subscriptions.ofReader(s.reader()).stream()
                .filter(other -> other.id() != s.id() && other.status() != Status.UNSUBSCRIBED)
                .toList();
    }

    /** Whether a change here holds at all of them. */
    public boolean same(Subscription s) {
        return s.shared() && of(s).stream().allMatch(Subscription::shared);
    }

    /** From now on one's own settings, or the same ones at all addresses, which are those of this address. */
    public Result share(Subscription s, boolean same) {
        if (!same || same(s)) return subscriptions.share(s.address(), same);
        // Whoever joins brings their settings along: first the others, among themselves, and this address last.
        subscriptions.share(s.address(), false);
        for (Subscription other : of(s)) subscriptions.share(other.address(), true);
        return subscriptions.share(s.address(), true);
    }

    /** One a line, shortened, with what is to be said of those that get no digests. */
    public String lines(List<Subscription> others, Request request) {
        return others.stream().map(other -> line(other, request.lang())).collect(Collectors.joining("\n"));
    }

    private String line(Subscription other, ReaderLanguage lang) {
        String name = masked(other.address(), lang);
        return other.isActive()
                ? name
                : says.say(
                        lang,
                        "linked.status",
                        name,
                        says.say(lang, "status." + other.status().word()));
    }

    /** {@code m…e@example.org}: the reader knows which it is, and nobody who looks on can write there. */
    public String masked(Address address, ReaderLanguage lang) {
        if (!(address instanceof EmailAddress inbox)) return says.say(lang, "linked.telegram");
        String name = inbox.name();
        String end = name.length() < 3 ? "" : name.substring(name.length() - 1);
        return name.charAt(0) + "…" + end + "@" + inbox.host();
    }
}
