package org.postbag.bot.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.TextNode;

/** Whether the plain part of a mail says what its HTML says: the words, the numbers to answer with, the links. */
final class PlainTwin {
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    private PlainTwin() {}

    static void check(String subject, String text, String html) {
        Document page = Jsoup.parse(html);
        page.select("[style*=display:none]").remove(); // A preheader repeats what follows.
        String together = squeezed(text);
        for (Element element : page.body().select("*"))
            for (TextNode node : element.textNodes())
                assertThat(together)
                        .as("words of '%s'", subject)
                        .contains(squeezed(node.getWholeText()).replaceAll("^·|·$", ""));
        for (String link : page.select("a[href]").eachAttr("href"))
            assertThat(text).as("links of '%s'", subject).contains(link);
        assertThat(numbers(text))
                .as("numbers of '%s'", subject)
                .containsAll(numbers(page.body().text()));
        List<String> items = page.select("td.n").eachText();
        if (!items.isEmpty())
            assertThat(items(text)).as("items of '%s'", subject).isEqualTo(items);
        for (String picture : page.select("img").eachAttr("alt"))
            assertThat(together).as("pictures of '%s'", subject).contains(squeezed(picture));
        assertThat(page.select("a[href*=javascript:], script, iframe, form, [onclick]"))
                .isEmpty();
        assertThat(text).doesNotContain("\u0000", "\r").doesNotContain("{{");
    }

    /** Line ends differ, and so may spaces. */
    private static String squeezed(String text) {
        return text.replaceAll("[\\s\\u00A0\\u3000]+", "");
    }

    private static Set<String> numbers(String text) {
        return new TreeSet<>(
                NUMBER.matcher(text).results().map(MatchResult::group).toList());
    }

    /** The numbers that items stand behind, in order. */
    private static List<String> items(String text) {
        return Pattern.compile("(?<=\n\n)(\\d+)\\. ")
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }
}
