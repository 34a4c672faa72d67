package org.postbag.bot.command;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** {@code /pause [3d]}: no digests for a while; what is published meanwhile comes with the first one after. */
public final class PauseCommand implements Command {
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
            @Nullable Instant until = null;
            if (!request.args().isBlank()) {
                Optional<Duration> length = PauseLength.read(request.args());
                if (length.isEmpty()) return members.usage(request, this);
                until = clock.instant().plus(length.get());
            }
            return members.result(request, members.subscriptions().pause(request.address(), until), "pause.done");
        });
    }
}
