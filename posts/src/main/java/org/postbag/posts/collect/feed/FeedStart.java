package org.postbag.posts.collect.feed;

import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.feed.FeedDocument.Not;

/**
 * Where the feed begins in a document: warnings of scripts and blank lines may stand before it. Tells a web page and
 * other documents that are no feeds.
 *
 * @param at offset of the first markup that counts
 * @param problem null for a feed
 */
record FeedStart(int at, @Nullable Not problem) {
    private static final int HEAD = 256 * 1024;

    static FeedStart of(String text) {
        String head = text.substring(0, Math.min(text.length(), HEAD)).toLowerCase(Locale.ROOT);
        int feed = feed(head);
        int page = page(head);
        int declaration = head.indexOf("<?xml");
        if (page >= 0 && (feed < 0 || (page < feed && !(declaration > page && declaration < feed))))
            return new FeedStart(0, webPage(text, head));
        if (feed >= 0) {
            boolean declared = declaration >= 0 && declaration < feed;
            int doctype = head.indexOf("<!doctype");
            if (doctype >= 0 && doctype < feed && (!declared || doctype < declaration))
                return new FeedStart(doctype, null);
            return new FeedStart(declared ? declaration : feed, null);
        }
        return new FeedStart(0, other(head));
    }

    private static int feed(String head) {
        int first = -1;
        for (int at = head.indexOf('<'); at >= 0; at = head.indexOf('<', at + 1)) {
            int end = at + 1;
            while (end < head.length() && end < at + 40 && isName(head.charAt(end))) end++;
            String name = head.substring(at + 1, end);
            String local = name.substring(name.indexOf(':') + 1);
            switch (local) {
                case "rss", "rdf", "feed", "channel" -> {
                    return at;
                }
                case "item", "entry" -> {
                    if (first < 0) first = at;
                }
                default -> {}
            }
        }
        return first;
    }

    private static boolean isName(char c) {
        return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9') || c == ':' || c == '-' || c == '_';
    }

    private static int page(String head) {
        for (String sign : new String[] {"<!doctype html", "<html", "<head>", "<body"}) {
            int at = head.indexOf(sign);
            if (at >= 0) return at;
        }
        return -1;
    }

    private static Not webPage(String text, String head) {
        int open = head.indexOf("<title");
        int start = open < 0 ? -1 : head.indexOf('>', open);
        int end = start < 0 ? -1 : head.indexOf("</title", start);
        String title = end < 0 ? null : Titles.guessed(text.substring(start + 1, end));
        boolean login = head.contains("type=\"password\"") || head.contains("type='password'");
        String what = "This is a web page" + (title == null ? "" : " (\u201c" + title + "\u201d)") + ", not a feed. ";
        return new Not(
                what
                        + (login
                                ? "It asks to sign in; the feed may have moved or be for members only. Open the address in a"
                                        + " browser and take the feed's new one."
                                : "Give the page to \"source add\", which looks for its feed, or collect it with \"page:\"."),
                true);
    }

    private static Not other(String head) {
        if (head.contains("<opml"))
            return new Not("This is an OPML list of feeds; read it with \"source import\".", false);
        if (head.contains("<urlset") || head.contains("<sitemapindex"))
            return new Not("This is a sitemap, not a feed; collect the site with \"page:\".", false);
        if (head.indexOf('<') < 0) return new Not("This is plain text, not a feed. Check the address.", false);
        return new Not("This is neither RSS nor Atom nor JSON Feed. Check the address in a browser.", false);
    }
}
