package org.postbag.subscriptions;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Length;
import org.postbag.posts.ReaderLanguage;
import org.postbag.posts.Selection;

/**
 * What a reader can choose.
 *
 * @param quiet null for no quiet hours
 */
public record Settings(
        Selection selection, ReaderLanguage lang, Timetable timetable, Length length, @Nullable Quiet quiet) {

    /** These settings with a change laid over them; the same object's equal when the change says nothing new. */
    public Settings with(Change change) {
        Optional<Quiet> newQuiet = change.quiet() == null ? Optional.ofNullable(quiet) : change.quiet();
        return new Settings(
                new Selection(
                        or(change.tags(), selection.tags()),
                        or(change.mute(), selection.mute()),
                        or(change.keywords(), selection.keywords())),
                or(change.lang(), lang),
                new Timetable(
                        or(change.at(), timetable.at()),
                        or(change.days(), timetable.days()),
                        or(change.zone(), timetable.zone())),
                or(change.length(), length),
                newQuiet.orElse(null));
    }

    private static <T> T or(@Nullable T wanted, T current) {
        return wanted == null ? current : wanted;
    }

    public Settings withSelection(Selection selection) {
        return new Settings(selection, lang, timetable, length, quiet);
    }

    public Settings withLang(ReaderLanguage lang) {
        return new Settings(selection, lang, timetable, length, quiet);
    }

    public Settings withTimetable(Timetable timetable) {
        return new Settings(selection, lang, timetable, length, quiet);
    }

    public Settings withLength(Length length) {
        return new Settings(selection, lang, timetable, length, quiet);
    }

    public Settings withQuiet(@Nullable Quiet quiet) {
        return new Settings(selection, lang, timetable, length, quiet);
    }
}
