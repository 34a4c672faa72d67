package org.postbag.posts.text;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.select.Elements;
import org.jspecify.annotations.Nullable;

/** Puts the pictures of an article right: lazy ones get their address, their noscript twins and tracking pixels go. */
final class Pictures {
    private static final List<String> LAZY = List.of(
            "data-src",
            "data-original",
            "data-lazy-src",
            "data-actualsrc",
            "data-original-src",
            "data-echo",
            "data-url");
    private static final Pattern SIZE = Pattern.compile("(?:^|;)\\s*(?:width|height)\\s*:\\s*[012](?:px)?\\s*(?:;|$)");
    private static final Pattern FIRST_OF_SET = Pattern.compile("^\\s*(\\S+?),?(?:\\s.*)?$", Pattern.DOTALL);
    private static final Pattern TRACKER = Pattern.compile(
            "(?i)https?://(?:(?:pixel|stats|b|sb|beacon)\\.(?:wp|scorecardresearch|quantserve|facebook)\\.com|"
                    + "(?:www\\.)?google-analytics\\.com|(?:www\\.)?facebook\\.com/tr|feeds\\.feedburner\\.com/~|"
                    + "[^/]+/(?:[^?]*/)?(?:pixel|track|tracking|beacon|spacer|blank)\\.(?:gif|png))(?:[/?].*)?");

    private final Clutter clutter;

    Pictures(Clutter clutter) {
        this.clutter = clutter;
    }

    void settle(Element body, @Nullable String base) {
        for (Element picture : body.getElementsByTag("img")) if (!isInNoscript(picture)) wake(picture);
        twins(body);
        for (Element picture : body.getElementsByTag("img")) {
            Optional<String> address = isPixel(picture) ? Optional.empty() : Links.clean(base, picture.attr("src"));
            if (address.isEmpty() || clutter.isAdvertiser(address.get())) picture.remove();
            else picture.attr("src", address.get());
        }
    }

    private static boolean isInNoscript(Element picture) {
        return picture.closest("noscript") != null;
    }

    private static void wake(Element picture) {
        for (String lazy : LAZY) {
            String address = picture.attr(lazy);
            if (!address.isBlank()) {
                picture.attr("src", address.strip());
                return;
            }
        }
        String src = picture.attr("src");
        if (src.isBlank() || src.startsWith("data:")) {
            String set = picture.attr("data-srcset").isBlank() ? picture.attr("srcset") : picture.attr("data-srcset");
            Matcher first = FIRST_OF_SET.matcher(set);
            if (first.matches()) picture.attr("src", first.group(1));
        }
    }

    /** A picture for readers without scripts is kept only where the article has no other of it. */
    private static void twins(Element body) {
        Elements hidden = body.getElementsByTag("noscript");
        if (hidden.isEmpty()) return;
        Set<String> shown = new HashSet<>();
        for (Element picture : body.getElementsByTag("img")) if (!isInNoscript(picture)) shown.add(picture.attr("src"));
        for (Element one : hidden) {
            Element picture = one.selectFirst("img");
            if (picture == null) {
                one.remove();
                continue;
            }
            wake(picture);
            boolean twin = shown.contains(picture.attr("src"))
                    || isPicture(one.previousElementSibling())
                    || isPicture(one.nextElementSibling());
            if (twin) one.remove();
            else one.unwrap();
        }
    }

    private static boolean isPicture(@Nullable Element e) {
        return e != null && e.normalName().equals("img");
    }

    private static boolean isPixel(Element picture) {
        return isTiny(picture.attr("width"))
                || isTiny(picture.attr("height"))
                || SIZE.matcher(picture.attr("style")).find()
                || TRACKER.matcher(picture.attr("src")).matches();
    }

    private static boolean isTiny(String size) {
        return size.matches("\\s*[012](?:px)?\\s*");
    }
}
