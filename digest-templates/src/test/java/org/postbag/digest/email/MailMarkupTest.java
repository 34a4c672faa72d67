package org.postbag.digest.email;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Attribute;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What every mail is made of, and that everybody can read it. {@link MailClientsTest} has the clients' own data. */
class MailMarkupTest {

    private static final Map<String, EmailBody> MAILS = MailSamples.all();

    /** The templates' own elements and those an article may have; no form, script, frame, font, link or SVG. */
    private static final Set<String> TAGS = Set.of(
            ("html head meta title style body div table tbody tr td h1 h2 p span b a br img" // the templates
                            + " h3 h4 h5 h6 ul ol li dl dt dd blockquote pre code em strong i s del ins small sub sup q u"
                            + " figure figcaption th thead tfoot caption col colgroup hr kbd mark section article cite")
                    .split(" "));

    private static final Map<String, String> PROPERTIES = Map.ofEntries(
            entry("background-color", "everywhere; Word takes no background images"),
            entry("border", "only 0, around pictures that are links"),
            entry("border-top", "everywhere"),
            entry("border-bottom", "everywhere"),
            entry("border-left", "everywhere, for quotations"),
            entry("border-color", "only in the dark scheme"),
            entry("border-collapse", "everywhere; cellspacing is no longer HTML"),
            entry("border-radius", "Word draws a square corner, which is as good"),
            entry("color", "everywhere"),
            entry("color-scheme", "Apple Mail needs it before it applies a dark scheme; nobody else looks at it"),
            entry("display", "none for the preheader, block and inline-block for pictures and the button"),
            entry("font-family", "everywhere; Word gets its own by a conditional comment"),
            entry("font-size", "everywhere"),
            entry("font-weight", "everywhere"),
            entry("height", "only auto, for pictures"),
            entry("line-height", "everywhere"),
            entry("margin", "everywhere but auto in Word, which has a table of its own"),
            entry("max-height", "keeps the preheader shut where display:none is not known"),
            entry("max-width", "Word knows it on tables only and has a table of its own"),
            entry("overflow", "keeps the preheader shut where display:none is not known"),
            entry("padding", "in Word on cells only, where alone the layout uses it"),
            entry("padding-left", "on phones and in quotations"),
            entry("padding-right", "on phones"),
            entry("text-align", "everywhere"),
            entry("text-decoration", "everywhere"),
            entry("vertical-align", "everywhere; valign is no longer HTML"),
            entry("white-space", "where it is not known a time or code is broken, no more"),
            entry("width", "everywhere"),
            entry("word-break", "where it is not known a long address makes the mail wide"));

    static Stream<String> mails() {
        return MAILS.keySet().stream();
    }

    private static Document page(String name) {
        return Jsoup.parse(MAILS.get(name).html());
    }

    @ParameterizedTest
    @MethodSource("mails")
    void onlyElementsAndPropertiesThatMailClientsShow(String name) {
        Document page = page(name);
        Set<String> tags = new TreeSet<>();
        Set<String> properties = new TreeSet<>();
        for (Element e : page.select("*")) {
            if (!e.normalName().equals("#root")) tags.add(e.normalName());
            property(e.attr("style")).forEach(properties::add);
            for (Attribute a : e.attributes()) assertThat(a.getKey()).doesNotStartWith("on");
        }
        for (Element style : page.select("style"))
            Pattern.compile("\\{([^{}]*)\\}").matcher(style.data()).results().forEach(block -> property(block.group(1))
                    .forEach(properties::add));
        assertThat(TAGS).containsAll(tags);
        assertThat(PROPERTIES.keySet()).containsAll(properties);
    }

    private static Stream<String> property(String declarations) {
        return Pattern.compile("(?:^|;)\\s*([a-z-]+)\\s*:")
                .matcher(declarations)
                .results()
                .map(m -> m.group(1));
    }

    @ParameterizedTest
    @MethodSource("mails")
    void aScreenReaderFindsLanguageHeadingsAndNoTablesThatAreNone(String name) {
        Document page = page(name);
        assertThat(page.select("html").attr("lang")).isEqualTo(name.endsWith("zh") ? "zh-CN" : "en");
        assertThat(page.select("h1"))
                .as("an answer stands under its subject alone")
                .hasSize(name.startsWith("reply") ? 0 : 1);
        assertThat(page.title()).isNotBlank();
        for (Element table : page.select("table"))
            assertThat(table.attr("role").equals("presentation") || table.closest(".body") != null)
                    .isTrue();
        for (Element image : page.select("img"))
            assertThat(image.hasAttr("alt")).isTrue();
        for (Element link : page.select("a")) {
            assertThat(link.attr("href")).matches("https?://.+|mailto:.+");
            assertThat(link.text().isBlank() && link.select("img[alt]").isEmpty())
                    .as(link.outerHtml())
                    .isFalse();
        }
    }

    @Test
    void whatIsReadFromRightToLeftSaysSo() {
        for (String name : new String[] {"right-to-left-en", "articles-en", "list-zh"}) {
            Document page = page(name);
            assertThat(page.select("[dir=rtl]").text()).as(name).contains("المكتبات");
            assertThat(page.select("[dir=rtl]").text()).doesNotContain("harbour");
        }
        assertThat(page("right-to-left-en").select("[dir=rtl]").text())
                .contains("ספריות")
                .doesNotContain("Forty");
    }

    @ParameterizedTest
    @MethodSource("mails")
    void nothingIsPrintedSmallerThanThirteenPixels(String name) {
        Matcher size = Pattern.compile("font-size:\\s*(\\d+)px")
                .matcher(MAILS.get(name).html());
        assertThat(size.results().mapToInt(m -> Integer.parseInt(m.group(1)))).allMatch(px -> px >= 13);
    }

    @ParameterizedTest
    @MethodSource("mails")
    void everyTextStandsOutInBothSchemes(String name) {
        Document page = page(name);
        Map<String, String> darkText = dark(page, "color");
        Map<String, String> darkGround = dark(page, "background-color");
        for (Element e : page.body().select("*")) {
            if (e.ownText().isBlank() || e.closest("[style*=display:none]") != null) continue;
            assertThat(contrast(colour(e, "color", Map.of()), colour(e, "background-color", Map.of())))
                    .as("light: " + e.outerHtml())
                    .isGreaterThanOrEqualTo(4.5);
            assertThat(contrast(colour(e, "color", darkText), colour(e, "background-color", darkGround)))
                    .as("dark: " + e.outerHtml())
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @MethodSource("mails")
    void aLinkIsKnownForOneWithoutItsColour(String name) {
        for (Element link : page(name).body().select("a")) {
            boolean inArticle =
                    link.closest(".body") != null; // underlined by the style sheet, and by clients without it
            boolean title = link.attr("style").contains("font-weight:bold");
            assertThat(inArticle || title || link.attr("style").contains("text-decoration:underline"))
                    .as(link.outerHtml())
                    .isTrue();
        }
    }

    /** The colour in force: of the nearest element that sets it inline, or by a class in the dark scheme. */
    private static String colour(Element e, String property, Map<String, String> dark) {
        for (Element at = e; at != null; at = at.parent()) {
            for (String name : at.classNames()) if (dark.containsKey(name)) return dark.get(name);
            if (at.normalName().equals("a") && at.closest(".body") != null && property.equals("color"))
                return dark.getOrDefault(".body a", "#174a8c");
            Matcher set =
                    Pattern.compile("(?:^|;)" + property + ":(#[0-9a-f]{6})").matcher(at.attr("style"));
            if (set.find()) return set.group(1);
        }
        throw new AssertionError("no " + property + " for " + e.outerHtml());
    }

    private static Map<String, String> dark(Document page, String property) {
        String css = page.select("style").get(1).data();
        Map<String, String> colours = new java.util.HashMap<>();
        for (MatchResult rule :
                Pattern.compile("([^{}]+)\\{([^{}]*)\\}").matcher(css).results().toList()) {
            Matcher set = Pattern.compile("(?:^|[ ;])" + property + ": (#[0-9a-f]{6})")
                    .matcher(rule.group(2));
            if (!set.find()) continue;
            for (String selector : rule.group(1).strip().split(",\\s*"))
                colours.put(selector.contains(" ") ? selector : selector.substring(1), set.group(1));
        }
        return colours;
    }

    /** WCAG 2.2, "contrast ratio". */
    private static double contrast(String a, String b) {
        double one = luminance(a) + 0.05;
        double other = luminance(b) + 0.05;
        return Math.max(one, other) / Math.min(one, other);
    }

    private static double luminance(String colour) {
        double sum = 0;
        double[] weights = {0.2126, 0.7152, 0.0722};
        for (int i = 0; i < 3; i++) {
            double part = Integer.parseInt(colour.substring(1 + 2 * i, 3 + 2 * i), 16) / 255.0;
            sum += weights[i] * (part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4));
        }
        return sum;
    }
}
