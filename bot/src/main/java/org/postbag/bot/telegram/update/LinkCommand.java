package org.postbag.bot.telegram.update;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.ManagedChats;
import org.postbag.bot.store.ManagedChats.Managed;
import org.postbag.bot.telegram.BotIdentity;
import org.postbag.bot.telegram.Reply;
import org.postbag.bot.telegram.TelegramApi;
import org.postbag.subscriptions.TelegramAddress;
import org.telegram.telegrambots.meta.api.methods.groupadministration.GetChat;
import org.telegram.telegrambots.meta.api.objects.chat.ChatFullInfo;

/**
 * {@code /link @channel}: from now on the person's settings commands in the private chat are the channel's, until {@code
 * /link off}. Both the person and the bot must be allowed to post there; {@link Dialogue} asks for the person's right
 * again at each change.
 */
public final class LinkCommand implements Command {
    private static final Set<String> OFF = Set.of("off", "me", "关", "关闭", "自己", "返回");

    private final TelegramApi api;
    private final BotIdentity identity;
    private final ChatRights rights;
    private final ManagedChats managed;
    private final Members members;

    public LinkCommand(
            TelegramApi api, BotIdentity identity, ChatRights rights, ManagedChats managed, Members members) {
        this.api = api;
        this.identity = identity;
        this.rights = rights;
        this.managed = managed;
        this.members = members;
    }

    @Override
    public String name() {
        return "link";
    }

    @Override
    public String chinese() {
        return "管理频道";
    }

    @Override
    public Audience audience() {
        return Audience.TELEGRAM;
    }

    @Override
    public Answer answer(Request request) {
        Says says = members.says();
        Long person = request.asker().person();
        if (person == null || !request.address().equals(new TelegramAddress(person, null)))
            return says.said(request, "link.private");
        String wanted = request.args().strip();
        if (wanted.isEmpty()) return now(request, person);
        if (OFF.contains(wanted.toLowerCase(java.util.Locale.ROOT))) {
            managed.leave(person);
            return says.said(request, "link.off");
        }
        String chat = wanted.replaceFirst("^(https?://)?t\\.me/", "@");
        if (!chat.matches("@[A-Za-z0-9_]{4,32}|-\\d{2,18}")) return members.usage(request, this);
        return choose(request, person, chat);
    }

    private Answer now(Request request, long person) {
        Says says = members.says();
        Optional<Managed> other = managed.of(person);
        if (other.isEmpty()) return members.usage(request, this);
        return new Answer.Menu(
                List.of(says.say(request, "link.now", other.get().title())),
                List.of(List.of(
                        Button.does(says.say(request, "button.settings"), "settings"),
                        Button.does(says.say(request, "button.link.off"), "link off"))));
    }

    private Answer choose(Request request, long person, String wanted) {
        Says says = members.says();
        if (!(api.call(GetChat.builder().chatId(wanted).build()) instanceof Reply.Ok<ChatFullInfo> found)
                || found.result().isUserChat()) return says.said(request, "link.unknown", wanted);
        ChatFullInfo chat = found.result();
        String title = chat.getTitle() == null ? wanted : chat.getTitle();
        if (!rights.mayChange(chat.getId(), person)) return says.said(request, "link.not.yours", title);
        if (chat.isChannelChat() && !rights.mayChange(chat.getId(), identity.id()))
            return says.said(request, "link.not.mine", title);
        managed.choose(person, new Managed(new TelegramAddress(chat.getId(), null), title));
        return says.said(request, "link.done", title);
    }
}
