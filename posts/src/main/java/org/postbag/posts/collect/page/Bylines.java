package org.postbag.posts.collect.page;

import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.select.Evaluator;
import org.jsoup.select.QueryParser;
import org.jspecify.annotations.Nullable;

/** Finds who wrote an article, and leaves out of it what is no name: "By", dates, addresses, the number of readers. */
final class Bylines {
    private static final int MAX = 100;
    private static final Evaluator MAYBE_MARKED =
            QueryParser.parse("[itemprop*=author], a[rel*=author], [class*=byline], [class*=author], [class*=writer]");
    private static final Pattern MARK = Pattern.compile(
            "(?i)(?:.*[_-])?(?:byline|authors?|author-?names?|byline-?name|writer)(?:[_-]?(?:name|text|link))?");

    private static final Pattern PREFIX = Pattern.compile(
            "(?i)^(?:(?:article |story |words |text |photos? |review |report |posted |written |published |authored |reported )?by[:\\s]+"
                    + "|(?:von|par|por|di|door|av|autor|autora|author|authors|auteur|posted)[:：\\s]+"
                    + "|(?:作\\s*者|撰文|文|记者|記者|编译|原创|责任编辑|編輯|编辑|来源|來源|稿源|信息来源)\\s*[:：/／]\\s*|(?:本报|本報|特约|见习|实习)?(?:记者|記者)\\s*)");
    private static final Pattern END = Pattern.compile(
            "(?i)\\s*(?:[|•·]|\\s[-–—]\\s|\\bon\\s+(?:\\w+,?\\s+)?(?:\\w{3,9}\\.?\\s\\d|\\d)|\\b(?:updated|published|posted|last modified)\\b|(?:\\d{4}[-年/.]\\d)|\\d{1,2}:\\d\\d|\\d{1,2}\\s\\p{L}{3,9}\\s\\d{4}|\\p{L}{3,9}\\.?\\s\\d{1,2},\\s\\d{4}|\\(?\\S+@|https?://|责任编辑|来源|编辑[:：]|发布时间|浏览|阅读|\\d+\\s(?:min|comment)|\\[|【).*$",
            Pattern.DOTALL);
    private static final Pattern CHINESE = Pattern.compile(
            "(?:^|[\\s　|])(?:作\\s?者|撰文|文|记者|記者)\\s?[:：/／]\\s?([^\\s　|:：/]{2,20}(?:[ 、][^\\s　|:：/]{2,4}(?![:：])){0,3})");
    private static final Pattern CHINESE_SOURCE = Pattern.compile("(?:来源|來源|稿源)\\s?[:：]\\s?([^\\s　|:：]{2,20})");
    private static final Pattern ENGLISH =
            Pattern.compile("^(?i:(?:written |posted |words |story )?by):?\\s+(\\p{Lu}[^\\d|@]{2,60})");
    private static final Pattern NOBODY = Pattern.compile(
            "(?iU)admin(?:istrator)?|editors?|staff|unknown|未知|佚名|null|none|user|name|by|written by|author|https?:.*|www\\..*|\\W*|[\\d\\W]+");

    private Bylines() {}

    static @Nullable String choose(Document page, MetaTags meta, JsonLd.Described described, Nearby nearby) {
        String[] said = {
            described.author(),
            meta.first(
                    "parsely-author",
                    "sailthru.author",
                    "byl",
                    "dc.creator",
                    "dcterms.creator",
                    "author",
                    "article:author_name",
                    "citation_author"),
            labelled(meta),
            meta.first("article:author", "og:article:author", "twitter:creator")
        };
        for (String one : said) {
            Optional<String> name = one == null || one.startsWith("@") ? Optional.empty() : clean(one);
            if (name.isPresent()) return name.get();
        }
        String marked = marked(page);
        return marked != null ? marked : written(nearby);
    }

    /** Twitter cards carry labelled values; one label is "Written by". */
    private static @Nullable String labelled(MetaTags meta) {
        for (String number : new String[] {"1", "2"}) {
            String label = meta.first("twitter:label" + number);
            if (label != null && label.equalsIgnoreCase("written by")) return meta.first("twitter:data" + number);
        }
        return null;
    }

    static Optional<String> clean(String byline) {
        String s = byline.length() > 4 * MAX ? byline.substring(0, 4 * MAX) : byline;
        s = s.replaceAll("[\\s\\u00a0\\u3000]+", " ").strip();
        String before;
        do {
            before = s;
            s = PREFIX.matcher(s).replaceFirst("").strip();
        } while (!s.equals(before));
        s = END.matcher(s).replaceFirst("");
        s = s.replaceAll("^[\\s,;:：，、/|–—-]+|[\\s,;:：，、/|–—(（-]+$", "");
        boolean name = !s.isEmpty()
                && s.length() <= MAX
                && !NOBODY.matcher(s).matches()
                && s.codePoints().anyMatch(Character::isLetter);
        return name ? Optional.of(s) : Optional.empty();
    }

    private static @Nullable String marked(Document page) {
        int tried = 0;
        for (Element e : page.body().select(MAYBE_MARKED)) {
            if (tried > 12) break;
            if (!isMarked(e) || isAside(e)) continue;
            tried++;
            Element name = e.selectFirst("[itemprop=name], a[rel=author]");
            String text = name == null ? e.text() : name.text();
            if (text.isEmpty() || text.length() > 2 * MAX) continue;
            Optional<String> clean = clean(text);
            if (clean.isPresent() && clean.get().split("\\s+", -1).length <= 10) return clean.get();
        }
        return null;
    }

    private static boolean isMarked(Element e) {
        if (e.hasAttr("itemprop") || e.attr("rel").contains("author")) return true;
        for (String name : e.attr("class").split("\\s+", 12))
            if (MARK.matcher(name).matches()) return true;
        return false;
    }

    /** Authors of comments and of other articles are not asked. */
    private static boolean isAside(Element e) {
        Element up = e;
        for (int i = 0; i < 8 && up != null; i++) {
            String name = (up.className() + ' ' + up.id()).toLowerCase(Locale.ROOT);
            if (up.nameIs("aside")
                    || up.nameIs("footer")
                    || name.contains("comment")
                    || name.contains("related")
                    || name.contains("sidebar")) return true;
            up = up.parent();
        }
        return false;
    }

    private static @Nullable String written(Nearby nearby) {
        for (Pattern pattern : new Pattern[] {CHINESE, ENGLISH, CHINESE_SOURCE}) {
            for (int i = 0; i < nearby.lines().size(); i++) {
                String line = nearby.lines().get(i);
                // "By" often stands in a box of its own.
                boolean next = line.equalsIgnoreCase("by") || line.equalsIgnoreCase("written by");
                if (next && i + 1 < nearby.lines().size())
                    line = line + ' ' + nearby.lines().get(i + 1);
                Matcher m = pattern.matcher(line);
                if (!m.find()) continue;
                Optional<String> name = clean(m.group(1));
                if (name.isPresent()) return name.get();
            }
        }
        return null;
    }
}
