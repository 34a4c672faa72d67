package org.postbag.bot.command.admin;

import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Button;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Paging;
import org.postbag.bot.command.Request;
import org.postbag.bot.command.Says;
import org.postbag.posts.Source;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.posts.store.SourceState;

/** {@code /sources [ID]}: how each source is doing, those in trouble first; {@link RunCommand} reads one again. */
public final class SourcesCommand implements Command {
    private static final int A_PAGE = 5;
    private static final Duration LATELY = Duration.ofDays(7);

    private final PostStore posts;
    private final Supplier<List<Source>> sources;
    private final Members members;
    private final Clock clock;
    private final SourceLookup lookup;
    private final SourceText text;

    /**
     * @param sources all there are, asked for each time
     * @param zone of times shown to operators who do not subscribe
     */
    public SourcesCommand(PostStore posts, Supplier<List<Source>> sources, Members members, ZoneId zone, Clock clock) {
        this.posts = posts;
        this.sources = sources;
        this.members = members;
        this.clock = clock;
        this.lookup = new SourceLookup(members);
        this.text = new SourceText(members, zone);
    }

    @Override
    public String name() {
        return "sources";
    }

    @Override
    public String chinese() {
        return "来源";
    }

    @Override
    public Audience audience() {
        return Audience.OPERATORS;
    }

    @Override
    public Answer answer(Request request) {
        List<Source> all = sources.get();
        if (all.isEmpty()) return members.says().said(request, "sources.none");
        Map<String, SourceState> states = new HashMap<>();
        for (SourceState state : posts.sources()) states.put(state.id(), state);
        String wanted = request.args().strip();
        Paging asked = Paging.of(wanted);
        boolean named = all.stream().anyMatch(source -> source.id().equalsIgnoreCase(wanted));
        if (!named && asked.rest().isEmpty()) return page(request, all, states, asked.page());
        return lookup.with(request, wanted, all, this, source -> one(request, source, states));
    }

    private Answer one(Request request, Source source, Map<String, SourceState> states) {
        return new Answer.Menu(
                text.whole(request, source, states.get(source.id()), lately(source)), List.of(List.of(run(source))));
    }

    private Answer page(Request request, List<Source> all, Map<String, SourceState> states, int page) {
        List<Source> sorted = new ArrayList<>();
        for (Source source : all) if (isBroken(states, source)) sorted.add(source);
        int broken = sorted.size();
        for (Source source : all) if (!isBroken(states, source)) sorted.add(source);
        int from = (page - 1) * A_PAGE;
        if (from >= sorted.size()) return members.says().said(request, "sources.no.page", page);
        List<Source> shown = sorted.subList(from, Math.min(from + A_PAGE, sorted.size()));
        List<String> paragraphs = new ArrayList<>(List.of(heading(request, all.size(), broken)));
        List<Button> runs = new ArrayList<>();
        for (Source source : shown) {
            paragraphs.add(text.brief(request, source, states.get(source.id()), lately(source)));
            runs.add(run(source));
        }
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < runs.size(); i += 2) rows.add(runs.subList(i, Math.min(i + 2, runs.size())));
        rows.addAll(Paging.row(name(), page, from + A_PAGE < sorted.size()));
        return new Answer.Menu(paragraphs, rows);
    }

    private String heading(Request request, int all, int broken) {
        Says says = members.says();
        return broken == 0
                ? says.say(request, "sources.heading", all)
                : says.say(request, "sources.heading.broken", all, broken);
    }

    private static boolean isBroken(Map<String, SourceState> states, Source source) {
        SourceState state = states.get(source.id());
        return state != null && state.failures() > 0;
    }

    private static Button run(Source source) {
        return Button.does("↻ " + source.id(), "run " + source.id());
    }

    private long lately(Source source) {
        long[] count = {0};
        posts.each(
                PostQuery.all()
                        .withSource(source.id())
                        .withSince(clock.instant().minus(LATELY)),
                post -> count[0]++);
        return count[0];
    }
}
