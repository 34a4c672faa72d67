package org.postbag.bot.command.admin;

import java.util.ArrayList;
import java.util.List;
import org.postbag.bot.command.Says;
import org.postbag.bot.store.Broadcast;
import org.postbag.bot.store.Broadcast.Progress;
import org.postbag.bot.store.Broadcasts;
import org.postbag.posts.ReaderLanguage;

/** Tells operators of broadcasts: how far one has come, and, once, that it has come to its end. */
public final class BroadcastText {
    private static final int SHOWN = 40;

    private final Broadcasts broadcasts;
    private final Says says;
    private final OperatorLanguage languages;
    private final Reports reports;

    public BroadcastText(Broadcasts broadcasts, Says says, OperatorLanguage languages, Reports reports) {
        this.broadcasts = broadcasts;
        this.says = says;
        this.languages = languages;
        this.reports = reports;
    }

    /** Its author is told that it is done. */
    public void finished(Broadcast broadcast) {
        ReaderLanguage lang = languages.of(broadcast.author());
        reports.report(
                broadcast.author(),
                says.say(lang, "broadcast.finished", Long.toString(broadcast.id()), progress(lang, broadcast)));
    }

    /** Number, beginning, state and progress, in two lines. */
    String brief(ReaderLanguage lang, Broadcast broadcast) {
        String state = says.say(lang, "broadcast." + broadcast.state().word());
        String head = "#" + broadcast.id() + " " + beginning(broadcast.text()) + "\n   " + state;
        boolean begun = broadcast.started() != null;
        return begun ? head + says.say(lang, "comma") + progress(lang, broadcast) : head;
    }

    /** {@code 1200/3000, 3 failed, 1 uncertain}. */
    String progress(ReaderLanguage lang, Broadcast broadcast) {
        Progress progress = broadcasts.progress(broadcast.id());
        List<String> parts = new ArrayList<>(List.of(progress.sent() + "/" + progress.total()));
        add(lang, "broadcast.count.failed", progress.failed(), parts);
        add(lang, "broadcast.count.gone", progress.gone(), parts);
        add(lang, "broadcast.count.uncertain", progress.uncertain(), parts);
        add(lang, "broadcast.count.skipped", progress.skipped(), parts);
        return String.join(says.say(lang, "comma"), parts);
    }

    private void add(ReaderLanguage lang, String key, long count, List<String> parts) {
        if (count > 0) parts.add(says.say(lang, key, count));
    }

    private static String beginning(String text) {
        String line = text.replaceAll("\\s+", " ").strip();
        return line.codePointCount(0, line.length()) <= SHOWN
                ? line
                : line.substring(0, line.offsetByCodePoints(0, SHOWN)) + "…";
    }
}
