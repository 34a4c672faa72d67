package org.postbag.subscriptions;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * What the rules ask of whoever keeps the subscriptions; {@code store.SubscriptionStore} is it. With this door the rules
 * know no database.
 */
public interface Roster {

    Optional<Subscription> find(Address address);

    Optional<Subscription> find(long id);

    List<Subscription> list(SubscriptionQuery query);

    /** All addresses of one person, in the order of their keys. */
    List<Subscription> ofReader(String reader);

    /** A Telegram chat and all of its topics, in the order of their addresses' keys. */
    List<Subscription> inChat(long chatId);

    /**
     * Shows the rule what is known of an address and stores what it decides, in one transaction in which nobody else
     * changes this subscription or another one of its reader. Digests that wait for one that is no longer active are
     * skipped in it, and those planned ahead by a timetable that has changed are dropped. When a shared one's settings
     * change, or one becomes shared, the reader's other shared ones are given the same settings in it
     * ({@link Subscription#following}).
     *
     * @param rule pure and quick: it may run again when the transaction has to
     * @return the rule's answer, with the subscription as stored
     */
    Result decide(Address address, Instant now, Rule rule);

    /** From what is known of an address to what shall be. */
    @FunctionalInterface
    interface Rule {
        Result apply(Optional<Subscription> known);
    }

    /**
     * The same for many, each by its own rule, in one transaction.
     *
     * @param decisions no address twice
     * @param keep false only shows what would come of it
     * @return the rules' answers in the same order
     */
    List<Result> decideAll(List<Decision> decisions, Instant now, boolean keep);

    /** What decides about an address. */
    record Decision(Address address, Rule rule) {}

    /**
     * The same for {@code added}, which may become another address of {@code existing}'s reader.
     *
     * @return {@code UNKNOWN} when nobody has {@code existing}
     */
    Result decide(Address existing, Address added, Instant now, LinkRule rule);

    /** From an address, all addresses of its reader, and what is known of the added one, to what shall be. */
    @FunctionalInterface
    interface LinkRule {
        Result apply(Subscription existing, List<Subscription> family, Optional<Subscription> known);
    }

    /**
     * Keeps a bounce, shows the rule the subscription and its score, and stores what it decides, in one transaction as
     * {@link #decide(Address, Instant, Rule)} does. When a suppression is lifted, the score starts afresh.
     *
     * @param rule pure and quick: it may run again when the transaction has to
     * @return {@code UNKNOWN}, and nothing is kept, when there is no such subscription
     */
    Result bounced(long subscription, Bounce bounce, Instant now, BounceRule rule);

    /** From a subscription and its score to what shall be. */
    @FunctionalInterface
    interface BounceRule {
        Verdict apply(Subscription known, BounceScore score);
    }

    /** @param score kept even where the result changes nothing */
    record Verdict(BounceScore score, Result result) {}

    /** What is kept of a subscription's bounces, newest first; the last 50 at most. */
    List<BounceLine> bounces(long subscription);

    /**
     * Changes the subscription's address and nothing else. One that has the new address already gives way, and its
     * cursor is kept when it is ahead.
     *
     * @return empty when nobody has {@code from}
     */
    Optional<Subscription> move(Address from, Address to, Instant now);

    /** Forgets the subscription; its deliveries stay as history without an address. False when there is none. */
    boolean remove(Address address, Instant now);

    /** The same, and nothing of its deliveries stays but that there were so many. */
    boolean erase(Address address, Instant now);
}
