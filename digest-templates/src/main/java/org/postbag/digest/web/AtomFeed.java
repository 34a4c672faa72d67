package org.postbag.digest.web;

import java.io.StringWriter;
import java.time.Instant;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import org.jspecify.annotations.Nullable;
import org.postbag.digest.DisplayText;
import org.postbag.digest.ItemView;
import org.postbag.digest.Markup;
import org.postbag.posts.Post;

/** Posts as an Atom 1.0 feed (RFC 4287), with summaries; the same posts give the same bytes. */
public final class AtomFeed {

    private static final String NAMESPACE = "http://www.w3.org/2005/Atom";

    private final XMLOutputFactory xml = XMLOutputFactory.newFactory();

    /**
     * Writes a feed.
     *
     * @param title of the feed
     * @param path of the feed on the site, such as {@code /feed.xml}
     * @param page path of the page it belongs to
     * @param posts newest first
     */
    public String render(Site site, String title, String path, String page, List<Post> posts) {
        StringWriter out = new StringWriter();
        try {
            XMLStreamWriter w = xml.createXMLStreamWriter(out);
            w.writeStartDocument("UTF-8", "1.0");
            w.writeStartElement("feed");
            w.writeDefaultNamespace(NAMESPACE);
            w.writeAttribute("xml:lang", site.lang().word());
            element(w, "id", site.url() + path);
            element(w, "title", DisplayText.line(title, 200));
            element(w, "updated", updated(posts).toString());
            link(w, "self", site.url() + path);
            link(w, "alternate", site.url() + page);
            for (Post post : posts) entry(w, site, post);
            w.writeEndElement();
            w.writeEndDocument();
            w.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("the feed " + path + " cannot be written", e);
        }
        return out.append('\n').toString();
    }

    private static void entry(XMLStreamWriter w, Site site, Post post) throws XMLStreamException {
        String own = site.url() + "/posts/" + post.id();
        w.writeStartElement("entry");
        w.writeAttribute("xml:lang", post.lang());
        element(w, "id", own);
        element(w, "title", ItemView.title(post, 300));
        element(w, "published", post.date().toString());
        element(w, "updated", changed(post).toString());
        w.writeStartElement("author");
        String author = post.author() == null ? "" : DisplayText.line(post.author(), 200);
        element(w, "name", author.isEmpty() ? post.source() : author);
        w.writeEndElement();
        link(w, "alternate", own);
        String original = Markup.webLink(post.link());
        if (original != null) link(w, "via", original);
        for (String tag : post.topics()) {
            w.writeEmptyElement("category");
            w.writeAttribute("term", DisplayText.line(tag, 100));
        }
        if (!post.summary().isEmpty()) element(w, "summary", DisplayText.line(post.summary(), 1000));
        w.writeEndElement();
    }

    /** An empty feed has not changed since the beginning of time. */
    private static Instant updated(List<Post> posts) {
        return posts.stream().map(AtomFeed::changed).max(Instant::compareTo).orElse(Instant.EPOCH);
    }

    private static Instant changed(Post post) {
        @Nullable Instant updated = post.updated();
        return updated == null || updated.isBefore(post.date()) ? post.date() : updated;
    }

    private static void element(XMLStreamWriter w, String name, String text) throws XMLStreamException {
        w.writeStartElement(name);
        w.writeCharacters(text);
        w.writeEndElement();
    }

    private static void link(XMLStreamWriter w, String rel, String href) throws XMLStreamException {
        w.writeEmptyElement("link");
        w.writeAttribute("rel", rel);
        w.writeAttribute("href", href);
    }
}
