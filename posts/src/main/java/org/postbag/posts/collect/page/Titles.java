package org.postbag.posts.collect.page;

import java.net.URI;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/** Chooses the title of an article, without the name of the site that pages put around it. */
final class Titles {
    private static final int MAX = 400;

    /** A heading that shares so many of its words with what the page calls itself is its title in other words. */
    private static final double ALIKE = 0.5;

    private static final Pattern NOISE = Pattern.compile("[\\p{P}\\p{S}\\p{Z}\\s]+");
    private static final Pattern SEPARATOR = Pattern.compile(
            "\\s+[-–—|·•»«:/]+\\s+|\\s*[|｜│丨]\\s*|_+|--+|(?<=[\\u4e00-\\u9fff！？”])[-–—](?=[\\u4e00-\\u9fff])");
    private static final Pattern CHINESE_SITE =
            Pattern.compile(".*(?:网|網|网站|新闻|新聞|频道|在线|日报|晚报|早报|时报|周刊|官网|门户|论坛|博客|资讯|中心|电视台|传媒|社|财经|科技|娱乐|体育)");

    private Titles() {}

    static @Nullable String choose(Document page, MetaTags meta, JsonLd.Described described, Nearby nearby) {
        String site = meta.first("og:site_name", "application-name", "apple-mobile-web-app-title");
        String said = first(
                meta.first(
                        "og:title",
                        "twitter:title",
                        "dc.title",
                        "dcterms.title",
                        "parsely-title",
                        "sailthru.title",
                        "headline"),
                described.headline());
        String whole = page.title().strip();
        String heading = nearby.headline();
        String full = said == null ? whole : said;
        if (heading != null
                && heading.length() <= MAX
                && !isNamed(heading, site, page.baseUri())
                && !isEnd(heading, whole)) {
            if (isPartOf(heading, full, whole) || TitleWords.overlap(heading, full + ' ' + whole) >= ALIKE)
                return heading;
        }
        if (full.isEmpty()) return heading;
        String title = withoutSite(full, site, page.baseUri(), heading);
        return title.length() > MAX ? title.substring(0, MAX) : title;
    }

    /** Letters and digits alone, lower case: what two titles are compared by. */
    static String bare(String title) {
        return NOISE.matcher(title).replaceAll("").toLowerCase(Locale.ROOT);
    }

    /** Whether the heading is the part of the page's title that names the site, beside a longer one. */
    private static boolean isEnd(String heading, String whole) {
        String longest = "";
        String likest = "";
        double most = 0;
        for (String part : SEPARATOR.split(whole.substring(0, Math.min(MAX, whole.length())), 12)) {
            if (Prose.length(part) > Prose.length(longest)) longest = part;
            double alike = TitleWords.overlap(heading, part);
            if (alike > most) {
                most = alike;
                likest = part;
            }
        }
        return most >= 0.7 && !likest.equals(longest) && TitleWords.overlap(heading, longest) < 0.3;
    }

    /** A heading is the title when what the page calls itself holds it, and little besides. */
    private static boolean isPartOf(String heading, String said, String whole) {
        String h = bare(heading);
        if (h.length() < 4) return false;
        String s = bare(said);
        String w = bare(whole);
        boolean held =
                s.contains(h) || w.contains(h) || (s.length() > 8 && h.startsWith(s) && h.length() <= s.length() + 60);
        return held && 3 * h.length() >= Math.min(s.length(), w.isEmpty() ? s.length() : w.length());
    }

    private static String withoutSite(String title, @Nullable String site, String address, @Nullable String heading) {
        List<Integer> starts = new ArrayList<>();
        List<Integer> ends = new ArrayList<>();
        Matcher m = SEPARATOR.matcher(title);
        while (m.find() && starts.size() < 12) {
            if (m.start() == 0 || m.end() == title.length()) continue;
            ends.add(m.start());
            starts.add(m.end());
        }
        String rest = title;
        for (int i = starts.size() - 1; i >= 0; i--) {
            // Of separators side by side, the one behind may have taken the one before with it.
            String last = rest.substring(Math.min(starts.get(i), rest.length())).strip();
            String first =
                    rest.substring(0, Math.min(ends.get(i), rest.length())).strip();
            if (!isSite(last, site, address, title.substring(ends.get(i), starts.get(i)))
                    || bare(first).length() < 4) break;
            rest = first;
        }
        if (!starts.isEmpty() && rest.equals(title) && isNamed(title.substring(0, ends.get(0)), site, address)) {
            String behind = title.substring(starts.get(0)).strip();
            if (bare(behind).length() >= 8) rest = behind;
        }
        if (heading != null && bare(heading).length() >= 8 && bare(rest).startsWith(bare(heading))) return heading;
        return rest.strip();
    }

    private static boolean isSite(String part, @Nullable String site, String address, String separator) {
        if (isNamed(part, site, address)) return true;
        boolean chinese = part.codePoints().anyMatch(c -> c >= 0x4e00 && c <= 0x9fff);
        if (chinese)
            return part.length() <= 12
                    && (separator.contains("_") || CHINESE_SITE.matcher(part).matches());
        boolean bar = separator.contains("|") || separator.contains("»") || separator.contains("·");
        return part.length() <= 40 && bar && part.split("\\s+", -1).length <= 5;
    }

    /** Whether it is the site's name, or its host's with or without spaces. */
    private static boolean isNamed(String part, @Nullable String site, String address) {
        String p = bare(part);
        if (p.length() < 2) return p.isEmpty();
        if (site != null
                && (p.equals(bare(site)) || (p.length() >= 4 && bare(site).contains(p)))) return true;
        String host = host(address);
        return p.length() >= 3
                && (host.equals(p)
                        || host.contains(p)
                        || (host.length() >= 4 && p.contains(host) && part.length() <= 40));
    }

    private static String host(String address) {
        try {
            String host = address.isEmpty() ? null : URI.create(address).getHost();
            if (host == null) return "";
            String[] labels = host.toLowerCase(Locale.ROOT).split("\\.", -1);
            String name = "";
            for (int i = 0; i < labels.length - 1; i++) if (labels[i].length() > name.length()) name = labels[i];
            return NOISE.matcher(name).replaceAll("");
        } catch (IllegalArgumentException e) {
            return "";
        }
    }

    private static @Nullable String first(@Nullable String a, @Nullable String b) {
        return a != null ? a : b;
    }
}
