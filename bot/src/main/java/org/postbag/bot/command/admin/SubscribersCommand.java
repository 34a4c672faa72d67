package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Paging;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.Status;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/** {@code /subscribers [q]}: who reads, by status or by part of the address, ten a page; those who wait can be let in. */
public final class SubscribersCommand implements Command {
    private static final int A_PAGE = 10;

    private final Members members;

    public SubscribersCommand(Members members) {
        this.members = members;
    }

    @Override
    public String name() {
        return "subscribers";
    }

    @Override
    public String chinese() {
        return "读者";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    /** What the words ask for: the last that is a status, and the last that is none. */
    private record Wanted(@Nullable Status status, @Nullable String text) {
        SubscriptionQuery query() {
            return SubscriptionQuery.all().withStatus(status).withText(text);
        }
    }

    @Override
    public Answer answer(Request request) {
        Paging asked = Paging.of(request.args());
        Request without = request.withArgs(asked.rest());
        Wanted wanted = wanted(without);
        int offset = (asked.page() - 1) * A_PAGE;
        List<Subscription> found = members.subscriptions().list(wanted.query().withPage(offset, A_PAGE + 1));
        if (found.isEmpty()) return none(without, wanted, asked.page());
        boolean more = found.size() > A_PAGE;
        List<Subscription> shown = more ? found.subList(0, A_PAGE) : found;
        return new Answer.Menu(paragraphs(without, shown, asked.page()), rows(without, shown, asked.page(), more));
    }

    private Wanted wanted(Request request) {
        Status status = null;
        String text = null;
        for (String word : request.words()) {
            Optional<Status> one = status(request, word);
            if (one.isPresent()) status = one.get();
            else text = word;
        }
        return new Wanted(status, text);
    }

    /** The word of the command line, or what the list itself says, as far as only one status is called so. */
    private Optional<Status> status(Request request, String word) {
        Optional<Status> exact = Status.of(word);
        if (exact.isPresent() || word.length() < 2) return exact;
        List<Status> said = Arrays.stream(Status.values())
                .filter(s -> members.says()
                        .say(request, "status." + s.word())
                        .toLowerCase(Locale.ROOT)
                        .contains(word.toLowerCase(Locale.ROOT)))
                .toList();
        return said.size() == 1 ? Optional.of(said.get(0)) : Optional.empty();
    }

    private List<String> paragraphs(Request request, List<Subscription> shown, int page) {
        Says says = members.says();
        List<String> paragraphs = new ArrayList<>();
        paragraphs.add(
                request.args().isEmpty()
                        ? says.say(request, "subscribers.heading", page)
                        : says.say(request, "subscribers.heading.of", request.args(), page));
        for (Subscription s : shown) paragraphs.add(SubscriberLine.of(request, members, s));
        return paragraphs;
    }

    private List<List<Button>> rows(Request request, List<Subscription> shown, int page, boolean more) {
        Says says = members.says();
        List<List<Button>> rows = new ArrayList<>();
        for (Subscription s : shown) {
            if (s.status() != Status.PENDING || s.admitted()) continue;
            String address = s.address().toString();
            rows.add(List.of(
                    Button.does(says.say(request, "button.approve", address), "approve " + address),
                    Button.does(says.say(request, "button.block"), "block " + address)));
        }
        rows.addAll(Paging.row((name() + " " + request.args()).strip(), page, more));
        return rows;
    }

    private Answer none(Request request, Wanted wanted, int page) {
        Says says = members.says();
        if (page > 1) return says.said(request, "subscribers.no.page", page);
        if (request.args().isEmpty()) return says.said(request, "subscribers.none");
        String nearest = wanted.text() == null ? null : Nearest.to(wanted.text(), words());
        return nearest == null
                ? Answer.said(
                        says.say(request, "subscribers.none.of", request.args()),
                        says.say(request, "usage", says.say(request, "usage.subscribers")))
                : new Answer.Menu(
                        List.of(says.say(request, "subscribers.none.nearest", request.args(), nearest)),
                        List.of(List.of(Button.does(nearest, name() + " " + nearest))));
    }

    private static List<String> words() {
        return Arrays.stream(Status.values()).map(Status::word).toList();
    }
}
