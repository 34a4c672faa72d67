package org.postbag.bot.telegram;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.postbag.bot.command.Approvals;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Says;
import org.postbag.bot.command.admin.OperatorLanguage;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.TelegramAddress;

/**
 * Tells every operator who asks to come in, with buttons to let them in or keep them out. Whoever asks again and again is
 * told of twice a day at most.
 */
public final class ApprovalNotes implements Approvals {
    private static final Duration AGAIN = Duration.ofHours(12);
    private static final int REMEMBERED = 10_000;

    private final ChatNotes notes;
    private final Buttons buttons;
    private final List<Long> operators;
    private final OperatorLanguage languages;
    private final Says says;
    private final Cache<String, Boolean> told;

    /** @param operators their private chats; none: nobody is told */
    public ApprovalNotes(
            ChatNotes notes,
            Buttons buttons,
            List<Long> operators,
            OperatorLanguage languages,
            Says says,
            Clock clock) {
        this.notes = notes;
        this.buttons = buttons;
        this.operators = List.copyOf(operators);
        this.languages = languages;
        this.says = says;
        told = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(AGAIN)
                .ticker(() -> Duration.ofMillis(clock.millis()).toNanos())
                .build();
    }

    @Override
    public void asked(Subscription subscription) {
        String address = subscription.address().toString();
        if (told.asMap().putIfAbsent(address, true) != null) return;
        for (long operator : operators) {
            ReaderLanguage lang = languages.of(operator);
            List<List<Button>> rows = List.of(List.of(
                    Button.does(says.say(lang, "button.approve.them"), "approve " + address),
                    Button.does(says.say(lang, "button.block"), "block " + address)));
            notes.tell(
                    new TelegramAddress(operator, null),
                    says.say(lang, "approval.asked", address),
                    buttons.keyboard(operator, rows, true));
        }
    }
}
