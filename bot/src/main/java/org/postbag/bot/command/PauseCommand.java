package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.config.Values;

/** {@code /pause [3d]}: no digests for a while; what is published meanwhile comes with the first one after. */
public final class PauseCommand implements Command {
    private static final Duration LONGEST = Duration.ofDays(366);

    private final Members members;
    private final Clock clock;

    public PauseCommand(Members members, Clock clock) {
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String chinese() {
        return "暂停";
    }

    @Override
    public boolean changes(String args) {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        return members.subscriber(request, subscription -> {
            String wanted = request.args()
                    .strip()
                    .replaceAll("\\s*(天|days?)$", "d")
                    .replaceAll("\\s*(小时|hours?)$", "h")
                    .replaceAll("\\s*(周|星期|weeks?)$", "w");
            @Nullable Instant until = null;
            if (!wanted.isEmpty()) {
                try {
                    Duration length = Values.duration(wanted.matches("\\d+") ? wanted + "d" : wanted);
                    if (length.isZero() || length.compareTo(LONGEST) > 0) return members.usage(request, this);
                    until = clock.instant().plus(length);
                } catch (IllegalArgumentException e) {
                    return members.usage(request, this);
                }
            }
            return members.result(request, members.subscriptions().pause(request.address(), until), "pause.done");
        });
    }
}
