package org.postbag.digest.telegram;

import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.Dates;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.digest.Wording;
import org.postbag.posts.Content;
import org.postbag.posts.Post;

/** One article as messages: a head with title and origin, then what {@link BlockReader} read, as {@link Pieces} cut it. */
final class ArticlePieces {

    /** For "999/999" and the line ends around it. */
    private static final Measure MARK = Measure.of("<b></b>").plus(14);

    private final Wording wording;
    private final ZoneId zone;
    private final @Nullable String web;

    ArticlePieces(Wording wording, ZoneId zone, @Nullable String web) {
        this.wording = wording;
        this.zone = zone;
        this.web = web;
    }

    List<String> of(Post post, Content content) {
        Pieces pieces = new Pieces(MARK);
        pieces.add(title(post));
        pieces.add(new Block(List.of(new Run(origin(post), List.of())), true));
        List<Block> blocks = BlockReader.read(content.html(), wording);
        if (blocks.isEmpty()) blocks = BlockReader.readText(content.text());
        if (blocks.isEmpty()) blocks = BlockReader.readText(wording.say("article.empty"));
        blocks.forEach(pieces::add);
        return marked(pieces.finish());
    }

    private Block title(Post post) {
        String title = ItemView.title(post, 200);
        List<Run.Tag> tags = new ArrayList<>();
        String link = ItemView.link(post, web);
        if (link != null) tags.add(new Run.Tag("a", "<a href=\"" + Markup.escape(link) + "\">", 0));
        tags.add(Run.Tag.of("b"));
        return new Block(List.of(new Run(title, tags)), false);
    }

    private String origin(Post post) {
        String author = post.author() == null ? "" : DisplayText.line(post.author(), 60);
        return DisplayText.line(post.source(), 40)
                + (author.isEmpty() ? "" : " · " + author)
                + " · "
                + Dates.in(wording.lang()).moment(post.date(), zone);
    }

    private static List<String> marked(List<String> pieces) {
        if (pieces.size() == 1) return List.copyOf(pieces);
        List<String> marked = new ArrayList<>();
        for (int i = 0; i < pieces.size(); i++)
            marked.add("<b>" + (i + 1) + "/" + pieces.size() + "</b>" + (i == 0 ? " " : "\n\n") + pieces.get(i));
        return marked;
    }
}
