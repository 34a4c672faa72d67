package org.postbag.bot.command;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Subscription;

/**
 * The inboxes that are linked to a chat: shows them, has settings in common or apart, and takes one away. {@link
 * EmailCommand} hands on what is about them.
 */
final class Inboxes {
    private static final Set<String> SHARE = Set.of("share", "共用", "共享");
    private static final Set<String> ON = Set.of("on", "开", "开启");
    private static final Set<String> OFF = Set.of("off", "remove", "关", "关闭", "断开", "取消");

    private final Members members;
    private final LinkedAddresses linked;

    Inboxes(Members members) {
        this.members = members;
        this.linked = new LinkedAddresses(members);
    }

    /** Empty when something else is wanted. */
    Optional<Answer> answer(Request request, Subscription s) {
        if (request.args().isBlank()) return Optional.of(show(request, s));
        String[] words = request.args().strip().toLowerCase(Locale.ROOT).split("\\s+", 2);
        String what = words.length < 2 ? "" : words[1];
        if (SHARE.contains(words[0])) return Optional.of(share(request, s, what));
        if (OFF.contains(words[0])) return Optional.of(remove(request, s, what));
        return Optional.empty();
    }

    private Answer share(Request request, Subscription s, String what) {
        if (!ON.contains(what) && !OFF.contains(what)) return show(request, s);
        Result result = linked.share(s, ON.contains(what));
        if (result instanceof Result.Refused refused) return members.refused(request, refused);
        return show(request, ((Result.Done) result).after());
    }

    /** @param which the address, or its subscription's id as the button has it: addresses are not kept in buttons */
    private Answer remove(Request request, Subscription s, String which) {
        Optional<Subscription> inbox = inboxes(s).stream()
                .filter(one -> which.equals(Long.toString(one.id()))
                        || EmailCommand.address(which)
                                .filter(one.address()::equals)
                                .isPresent())
                .findFirst();
        if (inbox.isPresent()) members.subscriptions().unsubscribe(inbox.get().address());
        else if (!which.matches("\\d+")) return members.says().said(request, "email.not.linked");
        // A button that was pressed before finds nothing to do, and shows what is so.
        return show(request, s);
    }

    private List<Subscription> inboxes(Subscription s) {
        return linked.of(s).stream()
                .filter(one -> one.address() instanceof EmailAddress)
                .toList();
    }

    private Answer show(Request request, Subscription s) {
        Says says = members.says();
        List<Subscription> inboxes = inboxes(s);
        List<List<Button>> rows = new ArrayList<>();
        List<String> paragraphs = new ArrayList<>();
        if (inboxes.isEmpty()) {
            paragraphs.add(says.say(request, "email.none"));
        } else {
            boolean same = linked.same(s);
            paragraphs.add(says.say(request, "email.heading") + "\n" + linked.lines(inboxes, request));
            paragraphs.add(says.say(request, same ? "linked.same" : "linked.own"));
            paragraphs.add(says.say(request, "email.how"));
            rows.add(List.of(
                    state(same, says.say(request, "button.share.on"), "email share on"),
                    state(!same, says.say(request, "button.share.off"), "email share off")));
            for (Subscription inbox : inboxes) rows.add(List.of(unlink(request, inbox)));
        }
        rows.add(List.of(
                Button.does(says.say(request, "button.email.add"), "email ?"),
                Button.does(says.say(request, "button.settings"), "settings")));
        return new Answer.Menu(paragraphs, rows);
    }

    private static Button state(boolean so, String label, String command) {
        return Button.does(so ? "✓ " + label : label, command);
    }

    private Button unlink(Request request, Subscription inbox) {
        String name = linked.masked(inbox.address(), request.lang());
        return Button.does(members.says().say(request, "button.email.off", name), "email off " + inbox.id());
    }
}
