package org.postbag.digest.telegram;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Digest;
import org.postbag.digest.Fragment;
import org.postbag.digest.Fragments;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.digest.RepeatedParts;
import org.postbag.digest.Story;
import org.postbag.digest.Templates;
import org.postbag.posts.Length;

/** Items as Telegram shows them, in several sizes, each rendered once and shared by all digests. */
final class TelegramItems {

    /** Sizes to fall back to when an item is too long for a message; the last is made without the operator's template. */
    private static final List<ItemView.Room> ROOMS = List.of(
            new ItemView.Room(200, 1200, 5, false),
            new ItemView.Room(200, 200, 2, false),
            new ItemView.Room(120, 0, 0, false));

    static final int SMALLEST = ROOMS.size();

    /** In the smallest size; twenty such links and more fit into a message. */
    private static final int LONGEST_BARE_LINK = 300;

    private final Templates templates;
    private final RepeatedParts repeated;
    private final @Nullable String web;
    private final Fragments<Sized> fragments =
            new Fragments<>(sized -> sized.fragment().size());

    /** A fragment with its size as Telegram counts it, number and time not yet in. */
    record Sized(Fragment fragment, Measure base) {
        Measure measure(int number, String time) {
            return new Measure(
                    base.units() + fragment.gapUnits(number, time),
                    base.entities(),
                    base.automatic(),
                    base.entityBytes(),
                    fragment.utf8Bytes(number, time));
        }
    }

    TelegramItems(Templates templates, @Nullable String web) {
        this.templates = templates;
        this.web = web;
        this.repeated = new RepeatedParts(templates);
    }

    /** Headings and the like, shared by all digests as the items are. */
    RepeatedParts repeated() {
        return repeated;
    }

    /** @param size 0 for all of it, up to {@link #SMALLEST} */
    Sized item(Story story, Digest d, int size) {
        return fragments.of(story, d.lang(), d.length(), size, "", () -> sized(render(story, d, size)));
    }

    private String render(Story story, Digest d, int size) {
        if (size == SMALLEST) {
            ItemView bare = ItemView.of(story, new ItemView.Room(60, 0, 0, false), null);
            String url = bare.url() == null || bare.url().length() > LONGEST_BARE_LINK ? null : bare.url();
            return Fragment.NUMBER + ". " + linked(Markup.escape(bare.title()), url);
        }
        ItemView view = ItemView.of(story, ROOMS.get(size), web);
        return templates.render(
                "telegram/item.peb",
                templates.wordings().in(d.lang()),
                Map.of(
                        "item",
                        view,
                        "number",
                        Fragment.NUMBER,
                        "time",
                        Fragment.TIME,
                        "titles",
                        d.length() == Length.TITLES));
    }

    /** A title that leads somewhere; bold where it leads nowhere. */
    static String linked(String escapedTitle, @Nullable String url) {
        return url == null
                ? "<b>" + escapedTitle + "</b>"
                : "<a href=\"" + Markup.escape(url) + "\">" + escapedTitle + "</a>";
    }

    private static Sized sized(String rendered) {
        Fragment fragment = new Fragment(rendered);
        return new Sized(fragment, Measure.of(fragment.withoutGaps()));
    }
}
