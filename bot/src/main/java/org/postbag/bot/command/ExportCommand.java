package org.postbag.bot.command;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.databind.ObjectWriter;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.command.ExportedAddress.Sent;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;
import org.postbag.subscriptions.store.Delivery;
import org.postbag.subscriptions.store.DeliveryQuery;
import org.postbag.subscriptions.store.DeliveryStore;

/** {@code /export}: a file with what is kept about the reader: addresses, settings, and digests of the last 90 days. */
public final class ExportCommand implements Command {
    private static final Duration BACK = Duration.ofDays(90);
    /** Of each address; more than ninety days bring unless digests are instant. */
    private static final int MOST = 2000;

    private static final int PAGE = 100;

    private static final ObjectWriter JSON = JsonMapper.builder()
            .build()
            .writer(new DefaultPrettyPrinter().withObjectIndenter(new DefaultIndenter("  ", "\n")));

    private final Members members;
    private final DeliveryStore deliveries;
    private final Clock clock;

    public ExportCommand(Members members, DeliveryStore deliveries, Clock clock) {
        this.members = members;
        this.deliveries = deliveries;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "export";
    }

    @Override
    public String chinese() {
        return "导出";
    }

    /** Nothing changes, but what a group gets and when is its administrators' business. */
    @Override
    public boolean isForAdministrators(String args) {
        return true;
    }

    /** Whoever manages a channel wants what is kept about the channel. */
    @Override
    public boolean concernsSubscription() {
        return true;
    }

    /** The file. Names as in the answers of the command line. */
    private record Export(String exported, List<ExportedAddress> addresses) {}

    @Override
    public Answer answer(Request request) {
        if (request.subscription().isEmpty()) return members.says().said(request, "export.none");
        Instant now = clock.instant();
        List<ExportedAddress> addresses = new ArrayList<>();
        for (Subscription s : kept(request.subscription().get())) addresses.add(ExportedAddress.of(s, history(s, now)));
        return new Answer.Document(
                "postbag-export.json",
                text(new Export(now.toString(), addresses)),
                members.says().say(request, "export.caption"));
    }

    /** In a group the file is there for everybody to open, and whose inbox is linked is not everybody's business. */
    private List<Subscription> kept(Subscription asked) {
        List<Subscription> all = new ArrayList<>(List.of(asked));
        if (asked.address() instanceof TelegramAddress chat && chat.chatId() < 0) return all;
        for (Subscription other : members.subscriptions().ofReader(asked.reader()))
            if (other.id() != asked.id()) all.add(other);
        return all;
    }

    /** Newest first, a page at a time, for each row brings the digest's content along. */
    private List<Sent> history(Subscription s, Instant now) {
        Instant from = now.minus(BACK);
        List<Sent> sent = new ArrayList<>();
        DeliveryQuery query = DeliveryQuery.all().withAddress(s.address()).withLimit(PAGE);
        while (sent.size() < MOST) {
            List<Delivery> page = deliveries.list(query);
            for (Delivery delivery : page) if (!delivery.due().isBefore(from)) sent.add(Sent.of(delivery));
            if (page.size() < PAGE || page.get(PAGE - 1).due().isBefore(from)) break;
            query = query.withBefore(page.get(PAGE - 1).id());
        }
        return sent;
    }

    private static String text(Export export) {
        try {
            return JSON.writeValueAsString(export) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("an export cannot be written as JSON", e);
        }
    }
}
