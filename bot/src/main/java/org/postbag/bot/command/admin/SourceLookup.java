package org.postbag.bot.command.admin;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.config.Nearest;
import org.postbag.posts.Source;

/** Finds the source an operator means, or answers with the one that may have been meant. */
final class SourceLookup {
    private final Members members;

    SourceLookup(Members members) {
        this.members = members;
    }

    /** @param command the one that was given the id, to be offered again with the right one */
    Answer with(Request request, String id, List<Source> all, Command command, Function<Source, Answer> work) {
        Optional<Source> found =
                all.stream().filter(source -> source.id().equalsIgnoreCase(id)).findFirst();
        if (found.isPresent()) return work.apply(found.get());
        String nearest = Nearest.to(id, all.stream().map(Source::id).toList());
        if (nearest == null) return members.says().said(request, "source.unknown", id);
        return new Answer.Menu(
                List.of(members.says().say(request, "source.unknown.nearest", id, nearest)),
                List.of(List.of(Button.does(nearest, command.name() + " " + nearest))));
    }
}
