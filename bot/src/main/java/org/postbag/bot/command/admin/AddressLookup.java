package org.postbag.bot.command.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.config.Nearest;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.InvalidAddress;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.SubscriptionQuery;

/** Finds the subscription an operator means by an address as typed, or answers with the one that may have been meant. */
final class AddressLookup {
    private static final int LOOKED_AT = 2000;

    private final Members members;

    AddressLookup(Members members) {
        this.members = members;
    }

    /** @param command the one that was given the address, to be offered again with the right one */
    Answer with(Request request, String typed, Command command, Function<Subscription, Answer> work) {
        Optional<Subscription> found = parsed(typed).flatMap(members.subscriptions()::find);
        return found.isPresent() ? work.apply(found.get()) : unknown(request, typed, command);
    }

    /** The written form, or just the number of a chat or the name of an inbox. */
    private static Optional<Address> parsed(String typed) {
        String text = typed.strip();
        if (text.matches("-?[0-9]{1,16}(/[0-9]{1,9})?")) text = "telegram:" + text;
        else if (text.indexOf(':') < 0 && text.indexOf('@') > 0) text = "email:" + text;
        try {
            return Optional.of(Address.parse(text));
        } catch (InvalidAddress e) {
            return Optional.empty(); // told like an unknown one: with the nearest there is, or how to list them
        }
    }

    private Answer unknown(Request request, String typed, Command command) {
        String nearest = nearest(typed);
        if (nearest == null) return members.says().said(request, "address.unknown", typed);
        return new Answer.Menu(
                List.of(members.says().say(request, "address.unknown.nearest", typed, nearest)),
                List.of(List.of(Button.does(nearest, command.name() + " " + nearest))));
    }

    /** One that holds the text, or one that is written almost so among the first few thousand. */
    private @Nullable String nearest(String typed) {
        String text = typed.strip();
        List<Subscription> holding = members.subscriptions()
                .list(SubscriptionQuery.all().withText(text).withPage(0, 1));
        if (!holding.isEmpty()) return holding.get(0).address().toString();
        List<String> some = members.subscriptions().list(SubscriptionQuery.all().withPage(0, LOOKED_AT)).stream()
                .map(s -> s.address().toString())
                .toList();
        String whole = Nearest.to(text, some);
        if (whole != null) return whole;
        String bare = Nearest.to(text, some.stream().map(AddressLookup::bare).toList());
        return bare == null
                ? null
                : Stream.of("telegram:" + bare, "email:" + bare)
                        .filter(some::contains)
                        .findFirst()
                        .orElse(null);
    }

    private static String bare(String address) {
        return address.substring(address.indexOf(':') + 1);
    }
}
