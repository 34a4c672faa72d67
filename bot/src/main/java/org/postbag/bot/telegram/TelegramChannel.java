package org.postbag.bot.telegram;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.postbag.bot.delivery.DeliveryChannel;
import org.postbag.bot.delivery.Outcome;
import org.postbag.bot.delivery.Parcel;
import org.postbag.bot.telegram.rate.Urgency;
import org.postbag.digest.Digest;
import org.postbag.subscriptions.Address;
import org.postbag.subscriptions.Quiet;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.telegram.telegrambots.meta.api.methods.send.SendMessage;
import org.telegram.telegrambots.meta.api.objects.message.Message;

/** Carries digests to Telegram chats and reads Telegram's answers as {@link Outcome}s. */
public final class TelegramChannel implements DeliveryChannel {
    private static final Duration TOKEN_REFUSED = Duration.ofMinutes(5);

    private final TelegramApi api;
    private final DigestMessages messages;
    private final Clock clock;

    public TelegramChannel(TelegramApi api, DigestMessages messages, Clock clock) {
        this.api = api;
        this.messages = messages;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "telegram";
    }

    @Override
    public int parallelism() {
        return api.interactive() ? 32 : 1;
    }

    @Override
    public List<List<Integer>> paginate(Digest digest, Address address) {
        return messages.renderer().paginate(digest);
    }

    @Override
    public int messages(Parcel parcel) {
        return DigestMessages.paged(address(parcel)) ? 1 : parcel.pages().size();
    }

    @Override
    public Outcome send(Parcel parcel, int message, BooleanSupplier leaving) {
        SendMessage first = messages.message(DigestMessages.Shown.of(parcel), address(parcel), message, silent(parcel));
        Reply<Message> reply = api.call(first, Urgency.BROADCAST, leaving);
        if (reply instanceof Reply.No<Message> no && isEntityError(no))
            reply = api.call(plain(first), Urgency.BROADCAST);
        if (reply instanceof Reply.Ok<Message> ok && !api.interactive()) showOtherPages(parcel, ok.result());
        return outcome(reply);
    }

    private static TelegramAddress address(Parcel parcel) {
        return (TelegramAddress) parcel.subscription().address();
    }

    private boolean silent(Parcel parcel) {
        var settings = parcel.subscription().settings();
        Quiet quiet = settings.quiet();
        return quiet != null
                && quiet.contains(
                        clock.instant().atZone(settings.timetable().zone()).toLocalTime());
    }

    /** Nobody can turn pages on disk. */
    private void showOtherPages(Parcel parcel, Message first) {
        TelegramAddress address = address(parcel);
        if (!DigestMessages.paged(address)) return;
        List<BotApiMethod<?>> pages =
                messages.all(DigestMessages.Shown.of(parcel), address, first.getMessageId(), false);
        for (BotApiMethod<?> page : pages.subList(1, pages.size())) api.call(page, Urgency.BROADCAST);
    }

    /** What it says without any formatting, for the case that Telegram finds fault with ours. */
    public static SendMessage plain(SendMessage message) {
        return SendMessage.builder()
                .chatId(message.getChatId())
                .messageThreadId(message.getMessageThreadId())
                .text(PlainText.of(message.getText()))
                .linkPreviewOptions(message.getLinkPreviewOptions())
                .disableNotification(message.getDisableNotification())
                .replyMarkup(message.getReplyMarkup())
                .build();
    }

    public static boolean isEntityError(Reply.No<?> no) {
        return no.code() == 400 && no.description().toLowerCase(Locale.ROOT).contains("parse entities");
    }

    /** Reads a reply; the descriptions are Telegram's own and name no one. */
    static Outcome outcome(Reply<Message> reply) {
        if (reply instanceof Reply.Ok<Message> ok)
            return new Outcome.Accepted(Integer.toString(ok.result().getMessageId()));
        if (reply instanceof Reply.NotSent<Message> notSent) return new Outcome.Later(null, notSent.problem(), true);
        if (reply instanceof Reply.Unknown<Message> unknown) return new Outcome.Uncertain(unknown.problem());
        return refusal((Reply.No<Message>) reply);
    }

    private static Outcome refusal(Reply.No<Message> no) {
        String said = "Telegram said " + no.code() + " " + no.description();
        Long migrateTo = no.migrateTo();
        if (migrateTo != null) return new Outcome.Moved(new TelegramAddress(migrateTo, null));
        String description = no.description().toLowerCase(Locale.ROOT);
        return switch (no.code()) {
            case 429 ->
                new Outcome.Later(Duration.ofSeconds(no.retryAfter() == null ? 60 : no.retryAfter()), said, false);
            case 401, 404 -> new Outcome.Later(TOKEN_REFUSED, said + "; check telegram.token", false);
            case 403 -> new Outcome.Gone(said);
            case 400 ->
                description.contains("chat not found")
                                || description.contains("message thread not found")
                                || description.contains("topic_closed")
                                || description.contains("topic_deleted")
                                || description.contains("need administrator rights")
                                || description.contains("not enough rights")
                                || description.contains("have no rights")
                                || description.contains("peer_id_invalid")
                        ? new Outcome.Gone(said)
                        : new Outcome.Refused(said);
            default -> new Outcome.Later(null, said, true);
        };
    }
}
