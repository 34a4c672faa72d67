package org.postbag.bot.command;

import java.util.List;
import java.util.Optional;
import org.postbag.bot.token.Tokens;
import org.postbag.bot.token.Tokens.Purpose;
import org.postbag.posts.PostRef;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.Result;
import org.postbag.subscriptions.Subscription;

/**
 * What a link into the private chat brought along (Telegram, "Deep linking"): an article to read, or the subscription
 * that the chat shall share. Only what this installation signed is carried out.
 */
public final class StartPayloads {
    private static final int SHORTEST = 20;

    private final Tokens tokens;
    private final PostStore posts;
    private final Members members;

    public StartPayloads(Tokens tokens, PostStore posts, Members members) {
        this.tokens = tokens;
        this.posts = posts;
        this.members = members;
    }

    /** Empty when nothing, or nothing of ours, was brought along. */
    Optional<Answer> answer(Request request) {
        String payload = request.args().strip();
        if (payload.length() < SHORTEST || payload.contains(" ")) return Optional.empty();
        Optional<Long> post = tokens.read(Purpose.READ, payload);
        if (post.isPresent()) return Optional.of(article(request, post.get()));
        Optional<Long> subscription = tokens.read(Purpose.CONNECT, payload);
        if (subscription.isPresent()) return Optional.of(connect(request, subscription.get()));
        return Optional.of(members.says().said(request, "start.old.link"));
    }

    private Answer article(Request request, long post) {
        Optional<PostRef> ref = posts.find(post).map(found -> found.ref());
        if (ref.isEmpty()) return members.says().said(request, "read.gone");
        List<String> invitation = request.subscription().isPresent()
                ? List.of()
                : List.of(members.says().say(request, "start.invite"));
        return new Answer.Articles(List.of(1), List.of(ref.get()), invitation);
    }

    private Answer connect(Request request, long id) {
        Optional<Subscription> of = members.subscriptions().find(id);
        if (of.isEmpty() || !LinkConfirmation.mayLink(of.get()))
            return members.says().said(request, "start.old.link");
        Result linked = members.subscriptions().link(of.get().address(), request.address());

        return members.result(request, linked, "start.connected");
    }
}
