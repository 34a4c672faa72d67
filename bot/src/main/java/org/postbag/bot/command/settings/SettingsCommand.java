package org.postbag.bot.command.settings;

import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postbag.bot.command.Answer;
import org.postbag.bot.command.Command;
import org.postbag.bot.command.Members;
import org.postbag.bot.command.Request;
import org.postbag.posts.collect.Tagger;
import org.postbag.posts.store.PostStore;

/**
 * {@code /settings}: every setting, with buttons that lead to a menu for each. What a button carries can be typed too, in
 * either language: {@code /settings days mon off}, 设置 语言 英文.
 */
public final class SettingsCommand implements Command {
    private static final List<String> DONE = List.of("done", "完成");

    private final Members members;
    private final Overview overview;
    private final Map<String, SettingsMenu> menus = new LinkedHashMap<>();

    public SettingsCommand(Members members, PostStore posts, Tagger tagger, Clock clock) {
        this.members = members;
        this.overview = new Overview(members);
        List<SettingsMenu> all = List.of(
                new TagsMenu(members, posts, tagger),
                new TimeMenu(members),
                new DaysMenu(members),
                new ZoneMenu(members),
                new LengthMenu(members),
                new LanguageMenu(members),
                new QuietMenu(members),
                new MuteMenu(members),
                new LinkedMenu(members),
                new PauseMenu(members, clock));
        for (SettingsMenu menu : all) for (String word : menu.words().keySet()) menus.put(word, menu);
    }

    /** The first word, and what follows it. */
    private record Parts(String word, String rest) {
        static Parts of(String args) {
            String[] parts = args.strip().split("\\s+", 2);
            return new Parts(parts[0].toLowerCase(Locale.ROOT), parts.length < 2 ? "" : parts[1].strip());
        }
    }

    @Override
    public String name() {
        return "settings";
    }

    @Override
    public String chinese() {
        return "设置";
    }

    @Override
    public boolean changes(String args) {
        Parts parts = Parts.of(args);
        SettingsMenu menu = menus.get(parts.word());
        return menu != null && menu.changes(word(menu, parts), parts.rest());
    }

    /** Also when it is only looked at: whoever manages a channel means the channel's settings. */
    @Override
    public boolean concernsSubscription() {
        return true;
    }

    @Override
    public Answer answer(Request request) {
        return members.subscriber(request, subscription -> {
            Visit visit = new Visit(request, subscription);
            Parts parts = Parts.of(request.args());
            if (parts.word().isEmpty()) return overview.show(visit);
            if (DONE.contains(parts.word())) return overview.done(visit);
            SettingsMenu menu = menus.get(parts.word());
            if (menu == null) return members.usage(request, this, parts.word(), menus.keySet());
            return menu.answer(visit, word(menu, parts), parts.rest());
        });
    }

    /** As the menu's buttons carry it. */
    private static String word(SettingsMenu menu, Parts parts) {
        return menu.words().getOrDefault(parts.word(), parts.word());
    }
}
