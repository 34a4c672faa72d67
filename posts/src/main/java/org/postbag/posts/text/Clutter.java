package org.postbag.posts.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;

/**
 * Knows what stands around an article without being part of it: adverts, banners that sell subscriptions, share bars,
 * related links, comments. Judges one element by its name, id, classes and links; {@link Html} takes it out.
 */
final class Clutter {
    private static final int MAX_NAME = 80;

    /** Whole names of ids and classes. An article's own words, such as "share-price" or "download", must not match. */
    private static final Pattern NAME = Pattern.compile(
            """
            (?x)
            # advert slots
              (?:dfp|gpt|div-gpt|innity|taboola|outbrain|mgid|adsbygoogle|google[-_]?ads?|amazon[-_]ads?|imu)(?:[-_].*|\\d*)
            | dfp[-_]?ad.* | innity.* | adsbygoogle.*
            | ads? | ads?[-_](?:slot|unit|container|wrapper|wrap|banner|box|block|area|holder|label|inner|placeholder|top|
                bottom|left|right|middle|mid|inline|space|zone|text|sense|frame|break|\\d+)(?:[-_].*)?
            | (?:.*[-_])?(?:advert|adverts|advertisement|advertisements|advertising|adslot|ad-slot|adunit|adbox|adsense|guanggao)(?:[-_].*)?
            | (?:article|banner|inline|sidebar|top|bottom|google|post|page|content|video|native|sticky|mid|bx|gg)[-_]ads?
            | sponsor(?:ed)?[-_](?:content|post|posts|links?|block|box|message)
            # selling subscriptions
            | (?:newsletter|subscribe|subscription|paywall|signup|sign-up)(?:[-_](?:box|banner|form|block|widget|cta|promo|
                promotion|wrapper|container|overlay|modal|prompt|signup|section|inline|message|bar))*
            | promo(?:tion)?[-_](?:box|banner|block|unit|bar)
            # related links
            | (?:related|recommended|recommendation|recommendations|recommend)(?:[-_](?:posts?|articles?|stories|story|links?|
                content|news|reading|items?|list|block|box|widget|topics?|section|container|wrapper|area))*
            | (?:you-may|may-also|also)[-_]like(?:[-_].*)? | more[-_](?:stories|articles|news|posts|from)(?:[-_].*)?
            | (?:jp|yarpp|xg)[-_]?related(?:posts|[-_].*)? | yarpp | (?:post|article|entry)[-_](?:related|recommend)(?:[-_].*)?
            # share bars
            | (?:(?:post|article|entry|page|content|top|bottom|story|blog)[-_])?(?:share|sharing|social|sns)[-_](?:bar|bars|button|
                buttons|btns?|links?|icons?|tools?|toolbar|widget|box|this|container|wrapper|list|menu|media|share|sharing|
                block|area|buttons[-_].*)
            | shares? | sharing | social | sharebar | sharebox | sharethis.* | sharedaddy | sd-sharing.* | addthis.* |
              addtoany.* | a2a_.* | jiathis.* | bdsharebuttonbox | bshare.* | social-share.* | heateor.*
            # comments
            | comments? | comments?[-_](?:area|section|list|form|box|wrapper|container|respond|block|thread|count|link)s? |
              respond | disqus.* | utterances.* | giscus.* | gitalk.* | gitment.* | valine.* | waline.* | twikoo.* |
              livere.* | fb-comments | changyan.*
            """,
            Pattern.CASE_INSENSITIVE);

    private static final int MAX_LABEL = 80;

    /** Elements that are never part of a text, with all that is in them. */
    private static final Set<String> MACHINERY = Set.of(
            "script",
            "style",
            "form",
            "button",
            "input",
            "select",
            "textarea",
            "object",
            "embed",
            "applet",
            "svg",
            "canvas",
            "template",
            "link",
            "meta",
            "nav",
            "dialog",
            "ins.adsbygoogle",
            "amp-ad",
            "fbs-ad",
            "audio",
            "map");

    private static final Pattern ADVERTISER = Pattern.compile(
            "(?i)https?://(?:[^/]*\\.)?(?:doubleclick\\.net|googlesyndication\\.com|googleadservices\\.com|adnxs\\.com|"
                    + "taboola\\.com|outbrain\\.com|amazon-adsystem\\.com|criteo\\.(?:com|net)|adsrvr\\.org|"
                    + "innity\\.(?:com|net)|tanx\\.com|pos\\.baidu\\.com)(?:[/:?].*)?");

    private static final Pattern SHOP = Pattern.compile(
            "(?i)https?://(?:(?:subscribe|subscription|subscriptions)\\.[^/]+(?:/.*)?|[^/]+/(?:[^?#]*/)?"
                    + "(?:subscribe|subscription|subscriptions|promotions?)(?:[/?#].*)?)");

    private static final Pattern LABEL =
            Pattern.compile("(?i)(?:[-—–*\\s]*)(?:advertisement|advertisements|ad|ads|广告|廣告|広告|광고|"
                    + "advertisement ?[-—–] ?(?:continue|scroll|article) .{0,40}|"
                    + "(?:story|article) continues below (?:this )?(?:advertisement|ad))(?:[-—–*\\s]*)");

    /** Whether the element's kind or name says that it is no part of the article. */
    boolean isNamed(Element e) {
        String id = e.id();
        if (isName(id)) return true;
        String classes = e.attr("class");
        if (classes.isEmpty()) return false;
        for (String name : classes.split("\\s+", -1)) if (isName(name)) return true;
        return false;
    }

    private static boolean isName(String name) {
        return !name.isEmpty()
                && name.length() <= MAX_NAME
                && NAME.matcher(name).matches();
    }

    boolean isMachinery(Element e) {
        return MACHINERY.contains(e.normalName()) || (e.normalName().equals("ins") && e.hasClass("adsbygoogle"));
    }

    /** A link that advertises: to an advertiser, or a picture or a line by itself that sells subscriptions. */
    boolean isAdvertLink(Element a) {
        String href = a.attr("href");
        if (ADVERTISER.matcher(href).matches()) return true;
        if (!SHOP.matcher(href).matches()) return false;
        String text = a.text();
        if (text.isEmpty()) return a.selectFirst("img") != null;
        Element block = a.parent();
        return block != null
                && text.length() <= 60
                && block.text().equals(text)
                && block.normalName().matches("p|div|center|h[1-6]");
    }

    boolean isAdvertiser(String address) {
        return ADVERTISER.matcher(address).matches();
    }

    /** A block that only says that an advert follows. */
    boolean isAdvertLabel(Element e) {
        if (isLong(e)) return false;
        String text = e.ownText();
        return text.length() <= MAX_LABEL && LABEL.matcher(text.strip()).matches();
    }

    /** Whether its text is longer than a label without doubt: most paragraphs are, and need not be put together. */
    private static boolean isLong(Element e) {
        int visible = 0;
        for (Node node : e.childNodes()) {
            if (!(node instanceof TextNode text)) continue;
            String whole = text.getWholeText();
            for (int i = 0; i < whole.length(); i++) {
                char c = whole.charAt(i);
                boolean seen = c > ' ' && c != 0xa0 && c != 0xad && c != 0x200b;
                if (seen && ++visible > MAX_LABEL) return true;
            }
        }
        return false;
    }
}
