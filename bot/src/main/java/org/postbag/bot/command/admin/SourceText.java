package org.postbag.bot.command.admin;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.store.SourceState;

/** Tells an operator how a source is doing; times are in the operator's own zone. */
final class SourceText {
    private final Members members;
    private final ZoneId fallback;

    SourceText(Members members, ZoneId fallback) {
        this.members = members;
        this.fallback = fallback;
    }

    /** Two or three lines for a list. */
    String brief(Request request, Source source, @Nullable SourceState state, long lately) {
        Says says = members.says();
        String head = mark(state) + " " + source.id() + " · "
                + says.say(request, "sources.posts", state == null ? 0 : state.posts(), lately);
        return head + "\n   " + health(request, source, state);
    }

    /** All there is to know. */
    List<String> whole(Request request, Source source, @Nullable SourceState state, long lately) {
        Says says = members.says();
        String tags = source.tags().isEmpty()
                ? says.say(request, "settings.none")
                : String.join(says.say(request, "comma"), source.tags());
        List<String> paragraphs = new ArrayList<>(List.of(
                brief(request, source, state, lately),
                String.join(
                        "\n",
                        says.say(
                                request,
                                "sources.where",
                                source.origin().kind(),
                                PassReport.line(address(source.origin()))),
                        says.say(request, "sources.every", every(request, source)),
                        says.say(request, "sources.tags", tags))));
        if (state != null && state.note() != null)
            paragraphs.add(says.say(request, "sources.note", PassReport.line(state.note())));
        return paragraphs;
    }

    private static String address(Origin origin) {
        return origin instanceof Origin.Git git && !git.path().isEmpty()
                ? git.address() + " " + git.path()
                : origin.address();
    }

    private String every(Request request, Source source) {
        long minutes = source.every().toMinutes();
        if (minutes >= 60 && minutes % 60 == 0) return members.says().say(request, "every.hours", minutes / 60);
        return minutes >= 1
                ? members.says().say(request, "every.minutes", minutes)
                : members.says().say(request, "every.seconds", source.every().toSeconds());
    }

    private static String mark(@Nullable SourceState state) {
        if (state == null || state.lastRead() == null) return "◌";
        if (state.ended() != null) return "■";
        return state.failures() > 0 ? "⚠" : "✓";
    }

    private String health(Request request, Source source, @Nullable SourceState state) {
        Says says = members.says();
        Instant read = state == null ? null : state.lastRead();
        if (state == null || read == null) return says.say(request, "sources.unread");
        String error = state.lastError();
        if (error == null && state.failures() == 0) return says.say(request, "sources.read", at(request, read));
        String problem = error == null ? "" : PassReport.line(error);
        if (state.ended() != null) return says.say(request, "sources.ended", problem);
        Instant success = state.lastSuccess();
        Instant next = state.nextRead(source.every());
        return says.say(
                        request,
                        "sources.failing",
                        state.failures(),
                        success == null ? says.say(request, "sources.never") : at(request, success),
                        next == null ? "–" : at(request, next))
                + "\n   " + problem;
    }

    private String at(Request request, Instant instant) {
        ZoneId zone =
                request.subscription().map(s -> s.settings().timetable().zone()).orElse(fallback);
        return members.settings().moment(instant, zone, request.lang());
    }
}
