package org.postbag.bot.command.admin;

import java.util.Locale;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Subscription;

/** {@code /block ADDRESS}: shuts somebody out, without telling them. {@link ApproveCommand} lifts it. */
public final class BlockCommand implements Command {
    private final Members members;
    private final AddressLookup lookup;

    public BlockCommand(Members members) {
        this.members = members;
        this.lookup = new AddressLookup(members);
    }

    @Override
    public String name() {
        return "block";
    }

    @Override
    public String chinese() {
        return "封禁";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        if (request.words().size() != 1) return members.usage(request, this);
        return lookup.with(request, request.words().get(0), this, s -> block(request, s));
    }

    private Answer block(Request request, Subscription before) {
        String address = before.address().toString();
        Result result = members.subscriptions().block(before.address());
        if (!(result instanceof Result.Done done)) {
            String reason = ((Result.Refused) result).reason().name().toLowerCase(Locale.ROOT);
            return members.says().said(request, "block.refused." + reason, address);
        }
        String key = done.kind() == Result.Kind.UNCHANGED ? "block.already" : "block.done";
        return members.says().said(request, key, address);
    }
}
