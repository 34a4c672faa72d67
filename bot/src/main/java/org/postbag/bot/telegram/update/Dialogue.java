package org.postbag.bot.telegram.update;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Asker;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Conversation;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.ManagedChats;
import org.postbag.bot.store.ManagedChats.Managed;
import org.postbag.posts.ReaderLanguage;
import org.postbag.subscriptions.Subscription;
import org.postbag.subscriptions.Subscriptions;

/**
 * Answers what was typed or pressed: finds the command, makes sure that the person may, and looks whether a managed
 * channel is meant rather than the chat itself. {@link TelegramAnswers} shows the answer.
 */
final class Dialogue {
    private final Conversation conversation;
    private final Subscriptions subscriptions;
    private final ManagedChats managed;
    private final ChatRights rights;
    private final Set<Long> operators;
    private final Says says;

    Dialogue(
            Conversation conversation,
            Subscriptions subscriptions,
            ManagedChats managed,
            ChatRights rights,
            Set<Long> operators,
            Says says) {
        this.conversation = conversation;
        this.subscriptions = subscriptions;
        this.managed = managed;
        this.rights = rights;
        this.operators = Set.copyOf(operators);
        this.says = says;
    }

    /**
     * What came of it.
     *
     * @param language that the chat was given by the command; empty when it stays as it was
     * @param refused whether the person may not do what was asked, which the answer says
     */
    record Turn(Request request, Answer answer, Optional<ReaderLanguage> language, boolean refused) {
        static Turn done(Request request, Answer answer) {
            return new Turn(request, answer, Optional.empty(), false);
        }

        static Turn refused(Request request, Answer answer) {
            return new Turn(request, answer, Optional.empty(), true);
        }
    }

    /** Whether the text is a command or numbers. */
    boolean understands(Asked asked) {
        return conversation.understand(asked.text(), asker(asked)).isPresent();
    }

    /** A request that stands for no command, to say something in the right language. */
    Request plain(Asked asked) {
        return conversation.request(asker(asked), "");
    }

    Turn answer(Asked asked) {
        Asker asker = asker(asked);
        Optional<Conversation.Understood> understood = conversation.understand(asked.text(), asker);
        if (understood.isEmpty()) {
            Request request = conversation.request(asker, "");
            return Turn.done(request, conversation.unknown(request, asked.text()));
        }
        Command command = understood.get().command();
        String args = understood.get().args();
        Request request = conversation.request(asker, understood.get());
        Long person = asked.person();
        // What a link brought along is for the person who followed it.
        boolean followedLink = command.name().equals("start") && !args.isEmpty();
        if (asked.inPrivate() && person != null && command.concernsSubscription() && !followedLink) {
            Optional<Managed> other = managed.of(person);
            if (other.isPresent()) return elsewhere(other.get(), person, command, request);
        }
        if (command.isForAdministrators(args) && !asked.mayChange().getAsBoolean())
            return Turn.refused(request, says.said(request, "only.administrators"));
        Answer answer = command.answer(request);
        Optional<ReaderLanguage> language = command.changes(args) ? newLanguage(request) : Optional.empty();
        return new Turn(request, answer, language, false);
    }

    private Turn elsewhere(Managed other, long person, Command command, Request own) {
        if (!rights.mayChange(other.address().chatId(), person)) {
            managed.leave(person);
            return Turn.done(own, says.said(own, "link.lost", other.title()));
        }
        Asker asker = new Asker(
                other.address(),
                own.lang(),
                own.repliedTo(),
                person,
                own.asker().operator());
        Request request = conversation.request(asker, own.args());
        Answer answer = headed(says.say(own, "link.about", other.title()), command.answer(request));
        return Turn.done(own, answer);
    }

    private static Answer headed(String heading, Answer answer) {
        if (answer instanceof Answer.Said said) return new Answer.Said(with(heading, said.paragraphs()));
        if (answer instanceof Answer.Menu menu) return new Answer.Menu(with(heading, menu.paragraphs()), menu.rows());
        return answer;
    }

    private static List<String> with(String heading, List<String> paragraphs) {
        List<String> all = new ArrayList<>(List.of(heading));
        all.addAll(paragraphs);
        return all;
    }

    private Optional<ReaderLanguage> newLanguage(Request before) {
        return subscriptions
                .find(before.address())
                .map((Subscription after) -> after.settings().lang())
                .filter(after -> after != before.lang());
    }

    private Asker asker(Asked asked) {
        boolean operator = asked.inPrivate() && asked.person() != null && operators.contains(asked.person());
        return new Asker(asked.chat(), asked.hint(), asked.repliedTo(), asked.person(), operator);
    }
}
