package org.postbag.posts.collect.page;

import java.util.Collection;
import java.util.List;
import net.dankito.readability4j.Readability4J;
import net.dankito.readability4j.model.ReadabilityOptions;
import net.dankito.readability4j.processor.ArticleGrabber;
import net.dankito.readability4j.processor.MetadataParser;
import net.dankito.readability4j.processor.Postprocessor;
import net.dankito.readability4j.processor.Preprocessor;
import net.dankito.readability4j.util.RegExUtil;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jspecify.annotations.Nullable;

/**
 * Finds the article of a page with the readability algorithm (Readability4J, a port of the one in Firefox). What it was
 * not made for goes to {@link TextDensity} instead: pages of too many elements, and pages it fails on.
 */
final class Readability {
    private static final int MAX_ELEMENTS = 10_000;
    private static final int MAX_TEXT = 1 << 20;

    /** An article of fewer characters is looked for again with less strict rules. */
    private static final int ENOUGH = 500;

    private static final int CANDIDATES = 5;

    private final RegExUtil words = new RegExUtil(
            RegExUtil.UnlikelyCandidatesDefaultPattern,
            RegExUtil.OkMaybeItsACandidateDefaultPattern,
            RegExUtil.PositiveDefaultPattern,
            RegExUtil.NegativeDefaultPattern,
            RegExUtil.ExtraneousDefaultPattern,
            RegExUtil.BylineDefaultPattern,
            RegExUtil.ReplaceFontsDefaultPattern,
            RegExUtil.NormalizeDefaultPattern,
            RegExUtil.VideosDefaultPattern,
            RegExUtil.NextLinkDefaultPattern,
            RegExUtil.PrevLinkDefaultPattern,
            RegExUtil.WhitespaceDefaultPattern,
            RegExUtil.HasContentDefaultPattern);

    /** Leaves links and classes alone: what comes behind resolves the ones and needs the others. */
    private static final class AsItIs extends Postprocessor {
        @Override
        public void postProcessContent(
                Document page, Element article, String address, Collection<String> classesToPreserve) {}
    }

    /** The article, detached from the page; null when it finds none. The page is left as it was. */
    @Nullable
    Element article(Document page) {
        if (page.getAllElements().size() > MAX_ELEMENTS) return null;
        Document copy = page.clone();
        if (WideText.spread(copy) > MAX_TEXT) return null;
        ReadabilityOptions options = new ReadabilityOptions(0, CANDIDATES, ENOUGH, List.of());
        try {
            Element found = new Readability4J(
                            "http://localhost/",
                            copy,
                            options,
                            words,
                            new Preprocessor(words),
                            new MetadataParser(words),
                            new ArticleGrabber(options, words),
                            new AsItIs())
                    .parse()
                    .getArticleContent();
            if (found != null) WideText.gather(found);
            return found;
        } catch (RuntimeException | StackOverflowError e) {
            // It asserts things of pages that not every page keeps; the caller has another way.
            return null;
        }
    }
}
