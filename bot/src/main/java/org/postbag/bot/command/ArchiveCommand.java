package org.postbag.bot.command;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.store.PostQuery;
import org.postbag.posts.store.PostStore;
import org.postbag.subscriptions.EmailAddress;
import org.postbag.subscriptions.Settings;

/**
 * {@code /archive}: the days that have posts for the reader, newest first, each with the {@link DigestCommand} that brings
 * it. It looks back sixty days from the newest post; the web pages have the days before.
 */
public final class ArchiveCommand implements Command {
    private static final int PAGE = 10;
    private static final int DAYS = 60;

    private final PostStore posts;
    private final Says says;
    private final Settings defaults;
    private final @Nullable String base;

    /**
     * @param defaults of somebody without a subscription
     * @param base where readers reach the web pages, without a slash at the end; null when they cannot
     */
    public ArchiveCommand(PostStore posts, Says says, Settings defaults, @Nullable String base) {
        this.posts = posts;
        this.says = says;
        this.defaults = defaults;
        this.base = base;
    }

    @Override
    public String name() {
        return "archive";
    }

    @Override
    public String chinese() {
        return "往期";
    }

    @Override
    public Answer answer(Request request) {
        SortedMap<LocalDate, Long> days =
                days(request.subscription().map(s -> s.settings()).orElse(defaults));
        if (days.isEmpty()) return says.said(request, "archive.none");
        List<Map.Entry<LocalDate, Long>> all = List.copyOf(days.entrySet());
        String example = "digest " + all.get(0).getKey();
        List<String> paragraphs = new ArrayList<>(List.of(says.say(request, "archive.heading")));
        if (request.address() instanceof EmailAddress)
            paragraphs.add(all.stream()
                    .map(day -> day.getKey() + " " + label(day, request.lang()))
                    .collect(Collectors.joining("\n")));
        paragraphs.add(says.say(request, "archive.how", example));
        if (base != null) paragraphs.add(says.say(request, "archive.web", base + "/archive"));
        int pages = Paging.pages(all.size(), PAGE);
        int page = Paging.of(request.args()).within(pages);
        List<List<Button>> rows = new ArrayList<>();
        for (Map.Entry<LocalDate, Long> day : Paging.slice(all, page, PAGE))
            rows.add(List.of(Button.does(label(day, request.lang()), "digest " + day.getKey())));
        rows.addAll(Paging.row("archive", page, pages));
        return new Answer.Menu(paragraphs, rows);
    }

    /** How many posts of each day its digest would be made of. */
    private SortedMap<LocalDate, Long> days(Settings settings) {
        SortedMap<LocalDate, Long> counts = new TreeMap<>(java.util.Comparator.reverseOrder());
        List<Post> newest = posts.list(PostQuery.all().withLimit(1));
        if (newest.isEmpty()) return counts;
        ZoneId zone = settings.timetable().zone();
        Instant last = newest.get(0).date();
        LocalDate first = LocalDate.ofInstant(last, zone).minusDays(DAYS - 1);
        Instant from = first.atStartOfDay(zone).toInstant();
        for (Post post :
                posts.dated(from, last.plusMillis(1)).select(settings.selection(), -1, Long.MAX_VALUE, Instant.MIN))
            counts.merge(LocalDate.ofInstant(post.date(), zone), 1L, Long::sum);
        return counts;
    }

    private String label(Map.Entry<LocalDate, Long> day, ReaderLanguage lang) {
        boolean chinese = lang == ReaderLanguage.ZH;
        String date = DateTimeFormatter.ofPattern(
                        chinese ? "M月d日 EEE" : "EEE d MMM", chinese ? Locale.SIMPLIFIED_CHINESE : Locale.ENGLISH)
                .format(day.getKey());
        return says.say(lang, "archive.day", date, day.getValue());
    }
}
