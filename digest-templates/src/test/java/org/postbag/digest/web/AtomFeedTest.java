package org.postbag.digest.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.StringReader;
import java.util.List;
import java.util.Random;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.postbag.digest.Hostile;
import org.postbag.digest.SamplePosts;
import org.postbag.posts.Post;
import org.postbag.posts.ReaderLanguage;
import org.w3c.dom.Document;
import org.xml.sax.InputSource;

class AtomFeedTest {

    private final AtomFeed atom = new AtomFeed();

    @Test
    void aFeedHasWhatAtomRequires() throws Exception {
        Document feed = parse(feed(SamplePosts.morning()));
        assertThat(text(feed, "id")).isEqualTo("https://post.example.org/feed.xml");
        assertThat(text(feed, "updated")).isEqualTo("2026-11-21T22:23:20Z");
        assertThat(feed.getElementsByTagName("entry").getLength()).isEqualTo(14);
        assertThat(feed.getElementsByTagName("name").getLength())
                .as("every entry has an author")
                .isEqualTo(14);
        assertThat(feed.getDocumentElement().getNamespaceURI()).isEqualTo("http://www.w3.org/2005/Atom");
    }

    @Test
    void anEmptyFeedIsAFeed() throws Exception {
        assertThat(text(parse(feed(List.of())), "updated")).isEqualTo("1970-01-01T00:00:00Z");
    }

    @Test
    void whateverThePostsSayTheFeedIsWellFormed() throws Exception {
        for (int seed = 0; seed < 50; seed++) {
            Random random = new Random(seed);
            Post post = SamplePosts.post(
                    1, Hostile.title(random, 60), Hostile.text(random, 60), List.of(Hostile.text(random, 9)));
            assertThat(parse(feed(List.of(post))).getElementsByTagName("entry").getLength())
                    .isEqualTo(1);
        }
    }

    private String feed(List<Post> posts) {
        return atom.render(SamplePosts.site(ReaderLanguage.ZH), "晨报", "/feed.xml", "/", posts);
    }

    private static Document parse(String xml) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder().parse(new InputSource(new StringReader(xml)));
    }

    private static String text(Document feed, String name) {
        return feed.getElementsByTagName(name).item(0).getTextContent();
    }
}
