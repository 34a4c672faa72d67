package org.postbag.bot.command.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.delivery.Preview;
import org.postbag.digest.Digest;
import org.postbag.subscriptions.Settings;

/**
 * {@code /preview [ADDRESS]}: the digest a reader's next delivery would bring if it were due now, or that of the last day
 * by the default settings; nothing is marked as sent.
 */
public final class PreviewCommand implements Command {
    private final Preview preview;
    private final Settings defaults;
    private final Members members;
    private final AddressLookup lookup;
    private final Clock clock;

    public PreviewCommand(Preview preview, Settings defaults, Members members, Clock clock) {
        this.preview = preview;
        this.defaults = defaults;
        this.members = members;
        this.lookup = new AddressLookup(members);
        this.clock = clock;
    }

    @Override
    public String name() {
        return "preview";
    }

    @Override
    public String chinese() {
        return "预览";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        Instant now = clock.instant();
        if (request.words().isEmpty())
            return shown(request, preview.of(defaults, now.minus(Duration.ofDays(1)), now), "preview.none");
        if (request.words().size() > 1) return members.usage(request, this);
        return lookup.with(
                request, request.words().get(0), this, s -> shown(request, preview.newFor(s, now), "preview.none.for"));
    }

    private Answer shown(Request request, Digest digest, String none) {
        return digest.posts() == 0 ? members.says().said(request, none, request.args()) : new Answer.Digested(digest);
    }
}
