package org.postbag.bot.web;

import io.javalin.http.Context;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.bot.command.Says;
import org.postbag.digest.web.MessagePage;
import org.postbag.digest.web.Site;
import org.postbag.digest.web.WebRenderer;
import org.postbag.posts.ReaderLanguage;

/** Which language a visitor reads, by choice ({@code ?lang=}) or browser, and the pages that only say something. */
public final class Visitors {
    static final String HTML = "text/html; charset=utf-8";

    private final String name;
    private final String url;
    private final ReaderLanguage defaultLang;
    private final ZoneId zone;
    private final WebRenderer renderer;
    private final Says says;
    private final Clock clock;

    public Visitors(
            String name,
            String url,
            ReaderLanguage defaultLang,
            ZoneId zone,
            WebRenderer renderer,
            Says says,
            Clock clock) {
        this.name = name;
        this.url = url;
        this.defaultLang = defaultLang;
        this.zone = zone;
        this.renderer = renderer;
        this.says = says;
        this.clock = clock;
    }

    Site site(Context context) {
        return site(language(context));
    }

    Site site(ReaderLanguage lang) {
        return new Site(name, url, lang, zone, LocalDate.ofInstant(clock.instant(), zone));
    }

    ZoneId zone() {
        return zone;
    }

    /** The first language asked for that we speak. */
    ReaderLanguage language(Context context) {
        String chosen = context.queryParam("lang");
        if (chosen != null && ReaderLanguage.of(chosen).isPresent())
            return ReaderLanguage.of(chosen).get();
        String accepted = context.header("Accept-Language");
        if (accepted == null || accepted.length() > 500) return defaultLang;
        for (String one : accepted.toLowerCase(Locale.ROOT).split(",", -1)) {
            var known = ReaderLanguage.of(one.split(";", 2)[0].strip());
            if (known.isPresent()) return known.get();
        }
        return defaultLang;
    }

    /** A page of a heading and sentences from the wording. */
    void say(
            Context context,
            int status,
            ReaderLanguage lang,
            String titleKey,
            String textKey,
            MessagePage.@Nullable Action action) {
        tell(context, status, lang, says.say(lang, titleKey), List.of(says.say(lang, textKey)), action);
    }

    /** A page of a heading and paragraphs. */
    void tell(
            Context context,
            int status,
            ReaderLanguage lang,
            String title,
            List<String> paragraphs,
            MessagePage.@Nullable Action action) {
        context.status(status)
                .contentType(Visitors.HTML)
                .result(renderer.message(site(lang), new MessagePage(title, paragraphs, action)));
    }

    void notFound(Context context) {
        say(context, 404, language(context), "web.not.found.title", "web.not.found", null);
    }

    void fault(Context context) {
        say(context, 500, language(context), "web.fault.title", "web.fault", null);
    }
}
