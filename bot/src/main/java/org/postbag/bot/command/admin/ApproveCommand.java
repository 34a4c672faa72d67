package org.postbag.bot.command.admin;

import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;
import org.postbag.subscriptions.TelegramAddress;

/**
 * {@code /approve ADDRESS|all}: lets in somebody who waits for it, or who was blocked, and tells them so on Telegram.
 * All at once are let in only after a look at how many they are. The opposite is {@link BlockCommand}.
 */
public final class ApproveCommand implements Command {
    // Behind "all" stands the newest of those that were counted: whoever came since is looked at first.
    private static final Pattern ALL = Pattern.compile("(?:all|全部|所有)(?:\\s+(\\d{1,18}))?", Pattern.CASE_INSENSITIVE);

    private final Members members;
    private final AddressLookup lookup;
    private final Tells tells;

    public ApproveCommand(Members members, Tells tells) {
        this.members = members;
        this.lookup = new AddressLookup(members);
        this.tells = tells;
    }

    @Override
    public String name() {
        return "approve";
    }

    @Override
    public String chinese() {
        return "批准";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        Matcher all = ALL.matcher(request.args().strip());
        if (all.matches()) {
            String upTo = all.group(1);
            return upTo == null ? ask(request) : approveAll(request, Long.parseLong(upTo));
        }
        if (request.words().size() != 1) return members.usage(request, this);
        return lookup.with(request, request.words().get(0), this, s -> approve(request, s));
    }

    private Answer approve(Request request, Subscription before) {
        Says says = members.says();
        String address = before.address().toString();
        Result result = members.subscriptions().approve(before.address());
        if (!(result instanceof Result.Done done)) {
            String reason = ((Result.Refused) result).reason().name().toLowerCase(Locale.ROOT);
            return says.said(request, "approve.refused." + reason, address);
        }
        if (done.kind() == Result.Kind.UNCHANGED) return says.said(request, "approve.already", address);
        if (done.after().status() == Status.PENDING) return says.said(request, "approve.unconfirmed", address);
        welcome(done.after());
        return says.said(request, "approve.done", address);
    }

    private void welcome(Subscription reader) {
        if (!(reader.address() instanceof TelegramAddress) || !reader.isActive()) return;
        Says says = members.says();
        ReaderLanguage lang = reader.settings().lang();
        String next = members.settings().next(reader);
        tells.tell(reader, String.join("\n\n", says.say(lang, "approve.welcome"), next, says.say(lang, "start.more")));
    }

    /** Those who only wait for the operator. */
    private List<Subscription> waiting() {
        return members.subscriptions().list(SubscriptionQuery.all().withStatus(Status.PENDING)).stream()
                .filter(s -> s.confirmed() && !s.admitted())
                .toList();
    }

    private Answer ask(Request request) {
        Says says = members.says();
        List<Subscription> waiting = waiting();
        if (waiting.isEmpty()) return says.said(request, "approve.none");
        long newest = waiting.stream().mapToLong(Subscription::id).max().orElseThrow();
        return new Answer.Menu(
                List.of(says.say(request, "approve.sure", waiting.size())),
                List.of(List.of(
                        Button.does(says.say(request, "button.approve.all", waiting.size()), "approve all " + newest),
                        Button.does(says.say(request, "button.look"), "subscribers pending"))));
    }

    private Answer approveAll(Request request, long upTo) {
        int approved = 0;
        for (Subscription s : waiting()) {
            if (s.id() > upTo) continue;
            Result result = members.subscriptions().approve(s.address());
            if (!(result instanceof Result.Done done) || done.kind() == Result.Kind.UNCHANGED) continue;
            welcome(done.after());
            approved++;
        }
        return approved == 0
                ? members.says().said(request, "approve.none")
                : members.says().said(request, "approve.all.done", approved);
    }
}
