package org.postbag.subscriptions;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Result.Refused;

/**
 * Everything that can be done to a subscription; web, Telegram, email and command line call only this. Every change is
 * one transaction. The rules themselves are in {@link Admission} and {@link Standing}, keeping is the {@link Roster}'s.
 */
public final class Subscriptions {

    private static final String READER_ALPHABET = "abcdefghijkmnpqrstuvwxyz23456789";
    private static final int READER_LENGTH = 10;

    private final Roster roster;
    private final Admission admission;
    private final Supplier<Access> access;
    private final LongSupplier lastNumber;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    /**
     * @param defaults settings of a new subscription before its own wishes are laid over them
     * @param access who may come in; asked at each request, so that it can change while running
     * @param first how far back a new subscription's first digest reaches
     * @param lastNumber the newest post's number; this and {@code access} are asked outside of any transaction
     */
    public Subscriptions(
            Roster roster,
            Settings defaults,
            Supplier<Access> access,
            Duration first,
            LongSupplier lastNumber,
            Clock clock) {
        this.roster = roster;
        this.admission = new Admission(defaults, first);
        this.access = access;
        this.lastNumber = lastNumber;
        this.clock = clock;
    }

    /** The same with an access that never changes. */
    public Subscriptions(
            Roster roster, Settings defaults, Access access, Duration first, LongSupplier lastNumber, Clock clock) {
        this(roster, defaults, () -> access, first, lastNumber, clock);
    }

    /**
     * The operator adds a reader, or changes one who is there. A Telegram chat is active at once, an inbox waits for its
     * reader's confirmation unless {@code confirmed}; a suppressed or blocked one stays so.
     */
    public Result add(Address address, Change wanted, boolean confirmed) {
        Moment m = moment();
        String reader = newReader();
        return roster.decide(address, m.now(), known -> admission.add(known, address, wanted, confirmed, reader, m));
    }

    /**
     * The reader asks to come in or, having left, to come back with a fresh start; a running subscription takes the
     * wishes over when the channel proves who asks. An inbox waits for confirmation, and where access is by approval
     * everybody waits for that.
     */
    public Result join(Address address, Change wanted) {
        Moment m = moment();
        String reader = newReader();
        return roster.decide(address, m.now(), known -> admission.join(known, address, wanted, reader, m));
    }

    /** If the address is shared, the reader's other shared addresses change with it; the result is about this one. */
    public Result set(Address address, Change change) {
        Instant now = now();
        return known(address, now, s -> Standing.set(s, change, now));
    }

    /**
     * Whether an address's settings are those of the reader's other shared addresses. One that is split off keeps the
     * settings it has, and later changes do not cross; when one joins again, its settings win for all that are shared.
     */
    public Result share(Address address, boolean shared) {
        return known(address, now(), s -> Standing.share(s, shared));
    }

    /** The reader showed that the address is theirs. */
    public Result confirm(Address address) {
        Moment m = moment();
        return known(address, m.now(), s -> admission.confirm(s, m));
    }

    /** The operator lets a reader in, or lifts a block. */
    public Result approve(Address address) {
        Moment m = moment();
        return known(address, m.now(), s -> admission.approve(s, m));
    }

    public Result block(Address address) {
        return known(address, now(), Standing::block);
    }

    /** @param until null for a pause without an end */
    public Result pause(Address address, @Nullable Instant until) {
        Instant now = now();
        Instant end = until == null ? null : until.truncatedTo(ChronoUnit.MILLIS);
        return known(address, now, s -> Standing.pause(s, end, now));
    }

    public Result resume(Address address) {
        Instant now = now();
        return known(address, now, s -> Standing.resume(s, now));
    }

    public Result unsubscribe(Address address) {
        return known(address, now(), Standing::unsubscribe);
    }

    /** @param why what the channel answered, for the operator */
    public Result gone(Address address, String why) {
        return known(address, now(), s -> Standing.gone(s, why));
    }

    /** @param why the bounce or complaint, for the operator */
    public Result suppress(Address address, String why) {
        return known(address, now(), s -> Standing.suppress(s, why));
    }

    /**
     * Takes lines of a list over, in one transaction. Suppressed and blocked ones stay as they are; of all others
     * {@link ImportRules} says what becomes of them. The same lines a second time change nothing.
     *
     * @param lines no address twice
     * @param confirmed the operator vouches for those whose line says no status, as {@link #add} has it
     * @param keep false only tells what would come of it
     * @return in the same order
     */
    public List<Kind> takeOver(List<SubscriptionLine> lines, boolean confirmed, boolean keep) {
        ImportRules rules = new ImportRules(admission, moment(), confirmed);
        return roster
                .decideAll(
                        lines.stream()
                                .map(line -> rules.decision(line, newReader()))
                                .toList(),
                        now(),
                        keep)
                .stream()
                .map(result -> result instanceof Done done ? done.kind() : Kind.UNCHANGED)
                .toList();
    }

    /**
     * Mail did not reach the inbox, or was not wanted there: kept for the operator, and when that was too much by
     * {@link BounceRules}, the address is suppressed with a reason that names the server's words. From then on only
     * {@link #readmit} lifts it; adding, joining (be it with a new confirmation), importing or linking does not, for a
     * server that said "never" is not asked again on the word of whoever typed the address.
     */
    public Result bounced(long subscription, Bounce bounce) {
        Instant now = now();
        return roster.bounced(
                subscription, bounce, now, (known, score) -> BounceRules.DEFAULTS.judge(known, score, bounce, now));
    }

    /** Newest first, the last 50 at most. */
    public List<BounceLine> bounces(long subscription) {
        return roster.bounces(subscription);
    }

    /** The operator knows better: a suppressed address is written to again, and its bounces count from none. Any other stays as it is. */
    public Result readmit(Address address) {
        Moment m = moment();
        return known(address, m.now(), s -> admission.readmit(s, m));
    }

    /**
     * Makes {@code added} a second address of the same reader, with the settings as they are now and shared from now on;
     * split off only when {@code existing} is, from others that share theirs. The caller has made sure that it is the
     * reader's.
     */
    public Result link(Address existing, Address added) {
        if (existing.key().equals(added.key())) return known(existing, now(), s -> new Done(s, Kind.UNCHANGED));
        Moment m = moment();
        return roster.decide(
                existing, added, m.now(), (of, family, known) -> admission.link(of, family, known, added, m));
    }

    /**
     * A Telegram group became a supergroup and has a new id: everything follows. The group that was is a basic one, and
     * these have no topics, so it is one address that moves, never a topic's.
     */
    public Result migrate(Address from, Address to) {
        if (!from.channel().equals(to.channel()) || from.equals(to)) return new Refused(Reason.NOT_MOVABLE);
        Optional<Subscription> moved = roster.move(from, to, now());
        if (moved.isPresent()) return new Done(moved.get(), Kind.CHANGED);
        // Telegram tells of a migration more than once.
        return roster.find(to)
                .<Result>map(there -> new Done(there, Kind.UNCHANGED))
                .orElse(new Refused(Reason.UNKNOWN));
    }

    /** Forgets a subscription; what was delivered stays as history without an address. False when there is none. */
    public boolean remove(Address address) {
        return roster.remove(address, now());
    }

    /** Forgets the person: of what was delivered only the counts stay. False when there is none. */
    public boolean erase(Address address) {
        return roster.erase(address, now());
    }

    public Optional<Subscription> find(Address address) {
        return roster.find(address);
    }

    public Optional<Subscription> find(long id) {
        return roster.find(id);
    }

    public List<Subscription> list(SubscriptionQuery query) {
        return roster.list(query);
    }

    /** All addresses of one person, in the order of their keys. */
    public List<Subscription> ofReader(String reader) {
        return roster.ofReader(reader);
    }

    /** A Telegram chat and all of its topics, in the order of their addresses' keys. */
    public List<Subscription> inChat(long chatId) {
        return roster.inChat(chatId);
    }

    /** The next due instants of the address's timetable at or after {@code from}; none for an unknown address. */
    public List<Instant> due(Address address, Instant from, int count) {
        return roster.find(address)
                .map(s -> s.settings().timetable().upcoming(from, count))
                .orElse(List.of());
    }

    private Result known(Address address, Instant now, Function<Subscription, Result> rule) {
        return roster.decide(address, now, known -> known.map(rule).orElseGet(() -> new Refused(Reason.UNKNOWN)));
    }

    private Moment moment() {
        return new Moment(now(), lastNumber.getAsLong(), access.get());
    }

    /** The store keeps milliseconds; what is given out must equal what is read back. */
    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MILLIS);
    }

    private String newReader() {
        StringBuilder reader = new StringBuilder(READER_LENGTH);
        for (int i = 0; i < READER_LENGTH; i++)
            reader.append(READER_ALPHABET.charAt(random.nextInt(READER_ALPHABET.length())));
        return reader.toString();
    }
}
