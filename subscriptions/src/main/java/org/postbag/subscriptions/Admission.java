package org.postbag.subscriptions;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.subscriptions.Result.Done;
import org.postbag.subscriptions.Result.Kind;
import org.postbag.subscriptions.Result.Reason;
import org.postbag.subscriptions.Result.Refused;

/**
 * The rules of coming in: who is active at once, who waits for what, who stays out. Pure; {@link Standing} has the rules
 * for those who are in, {@link Subscriptions} applies both.
 */
final class Admission {

    private final Settings defaults;
    private final Duration first;

    Admission(Settings defaults, Duration first) {
        this.defaults = defaults;
        this.first = first;
    }

    /** The operator adds: approval is given, confirmation of an inbox only if the operator vouches for it. */
    Result add(Optional<Subscription> known, Address address, Change wanted, boolean vouched, String reader, Moment m) {
        boolean confirmed = vouched || isProof(address);
        if (known.isEmpty())
            return new Done(settle(blank(address, wanted, reader, m).withLeave(confirmed, true), m), Kind.CREATED);
        Subscription before = known.get();
        Subscription changed = wished(before, wanted, m);
        return done(
                before,
                switch (before.status()) {
                    case SUPPRESSED, BLOCKED -> changed;
                    case ACTIVE, PAUSED -> changed.withLeave(before.confirmed() || confirmed, true);
                    case PENDING -> settle(changed.withLeave(before.confirmed() || confirmed, true), m);
                    case UNSUBSCRIBED, GONE -> settle(changed.withLeave(confirmed, true), m);
                });
    }

    /**
     * The reader asks. What somebody types as their inbox is not yet theirs, so it changes no settings of a running
     * subscription and waits for confirmation; and since somebody's wishes must not reach another one's addresses, it is
     * a new reader's then.
     */
    Result join(Optional<Subscription> known, Address address, Change wanted, String reader, Moment m) {
        boolean proof = isProof(address);
        boolean open = m.access() == Access.OPEN;
        if (known.isEmpty()) {
            if (m.access() == Access.CLOSED) return new Refused(Reason.CLOSED);
            return new Done(settle(blank(address, wanted, reader, m).withLeave(proof, open), m), Kind.CREATED);
        }
        Subscription before = known.get();
        Subscription wished = wished(before, wanted, m);
        Subscription changed = proof || wished.equals(before) ? wished : wished.withReader(reader);
        boolean admitted = before.admitted() || open;
        return switch (before.status()) {
            case SUPPRESSED -> new Refused(Reason.SUPPRESSED);
            case BLOCKED -> new Refused(Reason.BLOCKED);
            case ACTIVE, PAUSED -> done(before, proof ? changed : before);
            case PENDING -> done(before, settle(changed.withLeave(before.confirmed(), admitted), m));
            case UNSUBSCRIBED, GONE ->
                !admitted && m.access() == Access.CLOSED
                        ? new Refused(Reason.CLOSED)
                        : done(before, settle(changed.withLeave(proof, admitted), m));
        };
    }

    /** The reader showed that the inbox is theirs. */
    Result confirm(Subscription before, Moment m) {
        return let(before, before.withLeave(true, before.admitted()), m);
    }

    /** The operator lets the reader in; this also lifts a block. */
    Result approve(Subscription before, Moment m) {
        Subscription admitted = before.withLeave(before.confirmed(), true);
        return before.status() == Status.BLOCKED ? done(before, settle(admitted, m)) : let(before, admitted, m);
    }

    /** The operator lifts a suppression: back with a fresh start, but whoever never confirmed is asked to first. */
    Result readmit(Subscription before, Moment m) {
        if (before.status() != Status.SUPPRESSED) return done(before, before);
        return done(before, settle(before.withLeave(before.confirmed(), true), m));
    }

    private Result let(Subscription before, Subscription allowed, Moment m) {
        return switch (before.status()) {
            case PENDING -> done(before, settle(allowed, m));
            case ACTIVE, PAUSED -> done(before, allowed);
            case SUPPRESSED -> new Refused(Reason.SUPPRESSED);
            case BLOCKED -> new Refused(Reason.BLOCKED);
            case UNSUBSCRIBED, GONE -> new Refused(Reason.NOT_PENDING);
        };
    }

    /**
     * A second address of a reader who has shown that it is theirs: the same settings, and it goes on where the first
     * one is. One that existed keeps its own place when that is further on. The settings are shared from now on; only
     * when the first one is split off from others that share theirs, the added one is, too.
     *
     * @param family all addresses of the reader
     */
    Result link(
            Subscription existing, List<Subscription> family, Optional<Subscription> known, Address added, Moment m) {
        Subscription before = known.orElseGet(() -> blank(added, Change.none(), existing.reader(), m));
        if (before.status() == Status.SUPPRESSED) return new Refused(Reason.SUPPRESSED);
        if (before.status() == Status.BLOCKED) return new Refused(Reason.BLOCKED);
        boolean shared = existing.shared()
                || family.stream()
                        .noneMatch(s -> s.shared() && !s.address().key().equals(added.key()));
        Instant due = nextDue(existing, m.now());
        Subscription linked = before.withReader(existing.reader())
                .withSettings(existing.settings(), due)
                .withShared(shared)
                .withStatus(Status.ACTIVE, null, null, due)
                .withLeave(true, true)
                .withStart(existing.startNumber(), existing.floor())
                .withCursor(Math.max(before.cursor(), existing.cursor()));
        return known.isEmpty() ? new Done(linked, Kind.CREATED) : done(before, linked);
    }

    /** Only a message from the chat itself can name a Telegram chat; anybody can type an inbox. */
    static boolean isProof(Address address) {
        return address instanceof TelegramAddress;
    }

    Subscription blank(Address address, Change wanted, String reader, Moment m) {
        return new Subscription(
                0,
                reader,
                address,
                Status.PENDING,
                null,
                defaults.with(wanted),
                m.now(),
                null,
                0,
                m.lastNumber(),
                m.now().minus(first),
                null,
                false,
                false,
                true);
    }

    private static Subscription wished(Subscription before, Change wanted, Moment m) {
        return before.following(before.settings().with(wanted), m.now());
    }

    /** Active from now on with a fresh start if nothing is missing any more, else pending. The cursor stays. */
    Subscription settle(Subscription s, Moment m) {
        if (!s.confirmed() || !s.admitted()) return s.withStatus(Status.PENDING, null, null, null);
        return s.withStart(m.lastNumber(), m.now().minus(first))
                .withStatus(Status.ACTIVE, null, null, nextDue(s, m.now()));
    }

    private static @Nullable Instant nextDue(Subscription s, Instant now) {
        return s.settings().timetable().next(now).orElse(null);
    }

    private static Result done(Subscription before, Subscription after) {
        return Standing.done(before, after);
    }
}
