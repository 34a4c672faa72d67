package org.postbag.bot.command.admin;

import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.Broadcast;
import org.postbag.bot.store.Broadcast.State;
import org.postbag.bot.store.Broadcasts;

/**
 * {@code /broadcast TEXT}: a message to all readers on Telegram, sent only after a look at it and at how many they are;
 * without a text, how far the last ones have come. Sending is {@code telegram.BroadcastSending}'s.
 */
public final class BroadcastCommand implements Command {
    // One message of Telegram's holds 4096 UTF-16 units; a broadcast is never more than one.
    private static final int MOST = 4000;
    private static final int LISTED = 5;
    private static final Pattern ACT =
            Pattern.compile("(send|drop|stop|发送|放弃|停止)\\s+#?(\\S+)", Pattern.CASE_INSENSITIVE);

    private final Broadcasts broadcasts;
    private final BroadcastAudience audience;
    private final BroadcastText text;
    private final Members members;
    private final Clock clock;

    public BroadcastCommand(
            Broadcasts broadcasts, BroadcastAudience audience, BroadcastText text, Members members, Clock clock) {
        this.broadcasts = broadcasts;
        this.audience = audience;
        this.text = text;
        this.members = members;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "broadcast";
    }

    @Override
    public String chinese() {
        return "群发";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        String wanted = request.args().strip();
        if (wanted.isEmpty()) return list(request);
        Matcher act = ACT.matcher(wanted);
        return act.matches() ? act(request, act.group(1), act.group(2)) : draft(request, request.typed());
    }

    private Answer draft(Request request, String wanted) {
        Says says = members.says();
        Long author = request.asker().person();
        if (author == null) return members.usage(request, this);
        if (wanted.length() > MOST) return says.said(request, "broadcast.long", wanted.length(), MOST);
        int chats = audience.chats().size();
        if (chats == 0) return says.said(request, "broadcast.nobody");
        return confirmation(request, broadcasts.draft(author, wanted, clock.instant()), chats);
    }

    private Answer confirmation(Request request, Broadcast draft, int chats) {
        Says says = members.says();
        return new Answer.Menu(
                List.of(draft.text(), "———", says.say(request, "broadcast.sure", chats)),
                List.of(choice(request, draft, chats)));
    }

    private List<Button> choice(Request request, Broadcast draft, int chats) {
        Says says = members.says();
        return List.of(
                Button.does(says.say(request, "button.broadcast.send", chats), name() + " send " + draft.id()),
                Button.does(says.say(request, "button.broadcast.drop"), name() + " drop " + draft.id()));
    }

    private Answer act(Request request, String verb, String typed) {
        Optional<Broadcast> found =
                typed.matches("\\d{1,18}") ? broadcasts.find(Long.parseLong(typed)) : Optional.empty();
        if (found.isEmpty())
            return Answer.said(
                    members.says().say(request, "broadcast.unknown", typed),
                    members.says().say(request, "usage", members.says().say(request, "usage." + name())));
        long id = found.get().id();
        return switch (verb.toLowerCase(Locale.ROOT)) {
            case "send", "发送" -> send(request, id);
            case "drop", "放弃" -> told(request, id, broadcasts.drop(id), "broadcast.dropped.now", State.DROPPED);
            default -> told(request, id, broadcasts.stop(id), "broadcast.stopped.now", State.STOPPED);
        };
    }

    private Answer send(Request request, long id) {
        boolean first = broadcasts.start(id, clock.instant(), audience::chats);
        return told(request, id, first, "broadcast.begun", State.RUNNING);
    }

    /** A press that is repeated finds what the first one did, and says the same. */
    private Answer told(Request request, long id, boolean did, String key, State wanted) {
        Says says = members.says();
        Broadcast now = broadcasts.find(id).orElseThrow();
        String number = Long.toString(id);
        String head = did || now.state() == wanted
                ? says.say(request, key, number)
                : says.say(request, "broadcast.too.late", number);
        return new Answer.Menu(List.of(head, text.brief(request.lang(), now)), rows(request, List.of(now)));
    }

    private Answer list(Request request) {
        Says says = members.says();
        List<Broadcast> newest = broadcasts.newest(LISTED);
        String usage = says.say(request, "usage", says.say(request, "usage." + name()));
        if (newest.isEmpty()) return Answer.said(says.say(request, "broadcast.none"), usage);
        List<String> paragraphs = new ArrayList<>(List.of(says.say(request, "broadcast.heading")));
        for (Broadcast one : newest) paragraphs.add(text.brief(request.lang(), one));
        paragraphs.add(usage);
        return new Answer.Menu(paragraphs, rows(request, newest));
    }

    /** What can still be done to each. */
    private List<List<Button>> rows(Request request, List<Broadcast> shown) {
        Says says = members.says();
        List<List<Button>> rows = new ArrayList<>();
        boolean running = false;
        for (Broadcast one : shown) {
            if (one.state() == State.DRAFT)
                rows.add(List.of(
                        Button.does(
                                says.say(request, "button.broadcast.send.it", Long.toString(one.id())),
                                name() + " send " + one.id()),
                        Button.does(says.say(request, "button.broadcast.drop"), name() + " drop " + one.id())));
            if (one.state() != State.RUNNING) continue;
            running = true;
            rows.add(List.of(Button.does(
                    says.say(request, "button.broadcast.stop", Long.toString(one.id())),
                    name() + " stop " + one.id())));
        }
        if (running) rows.add(List.of(Button.does(says.say(request, "button.broadcast.progress"), name())));
        return rows;
    }
}
