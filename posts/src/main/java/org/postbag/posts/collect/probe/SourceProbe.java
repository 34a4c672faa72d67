package org.postbag.posts.collect.probe;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.RawPost;
import org.postbag.posts.collect.SourceReader;
import org.postbag.posts.collect.feed.FeedReader;
import org.postbag.posts.collect.http.Answer;
import org.postbag.posts.collect.http.Validators;
import org.postbag.posts.collect.http.WebClient;
import org.postbag.posts.collect.jekyll.JekyllParser;
import org.postbag.posts.collect.jekyll.Parsed;

/**
 * Tries a file, an address or a source out: what kind it is and what its entries are. Nothing is kept. {@link
 * DocumentProbe} tells feeds and pages apart; folders and repositories are read as a pass would read them.
 */
public final class SourceProbe {
    private static final int MOST_ENTRIES = 200;

    private final WebClient web;
    private final List<SourceReader> readers;
    private final DocumentProbe documents;
    private final ZoneId zone;
    private final long maxBytes;

    /**
     * @param zone of dates that name none
     * @param maxBytes the largest file that is read
     */
    public SourceProbe(WebClient web, List<SourceReader> readers, Clock clock, ZoneId zone, long maxBytes) {
        this.web = web;
        this.readers = List.copyOf(readers);
        this.documents = new DocumentProbe(clock, zone);
        this.zone = zone;
        this.maxBytes = maxBytes;
    }

    /** @param known the sources whose ids may be asked for */
    public Probed probe(String input, List<Source> known) {
        for (Source source : known) if (source.id().equals(input)) return source(input, source);
        String lower = input.toLowerCase(Locale.ROOT);
        boolean address = lower.startsWith("http://") || lower.startsWith("https://");
        if (address && lower.endsWith(".git")) return listed(input, new Origin.Git(input, ""));
        if (address) return address(input);
        try {
            Path path = Path.of(input);
            if (Files.isDirectory(path)) return folder(input, path);
            if (Files.exists(path)) return file(input, path);
        } catch (InvalidPathException e) {
            return Probed.failed(input, null, "this is no address, no file and no source's id; check its spelling");
        }
        return Probed.failed(
                input,
                null,
                "there is no file or source of this name; an address begins with http:// or https://, and"
                        + " 'source list' shows the sources");
    }

    private Probed source(String input, Source source) {
        if (source.origin() instanceof Origin.Feed feed) return address(input, feed.url(), null);
        if (source.origin() instanceof Origin.Page page) return address(input, page.url(), page);
        return listed(input, source.origin());
    }

    private Probed address(String input) {
        try {
            return address(input, URI.create(input.strip()), null);
        } catch (IllegalArgumentException e) {
            return Probed.failed(
                    input, null, "this is no address of the web (" + e.getMessage() + "); check its spelling");
        }
    }

    private Probed address(String input, URI address, Origin.@Nullable Page page) {
        Answer answer = web.get(address, Validators.none(), FeedReader.ACCEPT);
        if (answer instanceof Answer.Found found)
            return documents.probe(
                    input, found.body(), found.contentType(), found.address().toString(), page);
        if (answer instanceof Answer.Failed failed) return Probed.failed(input, null, failed.reason());
        if (answer instanceof Answer.Later later)
            return Probed.failed(input, null, later.reason() + "; try again after " + later.until());
        return Probed.failed(input, null, "it is gone for good (410); look for another address");
    }

    private Probed folder(String input, Path folder) {
        boolean bare = Files.isRegularFile(folder.resolve("HEAD")) && Files.isDirectory(folder.resolve("objects"));
        return listed(input, bare ? new Origin.Git(folder.toString(), "") : new Origin.Jekyll(folder));
    }

    private Probed file(String input, Path file) {
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes((int) Math.min(Integer.MAX_VALUE - 8, maxBytes + 1));
        } catch (IOException e) {
            return Probed.failed(input, null, "it cannot be read (" + e + "); check its permissions");
        }
        if (bytes.length > maxBytes)
            return Probed.failed(input, null, "it is larger than http.max-bytes, " + maxBytes + "; raise that");
        String name = file.getFileName() == null ? input : file.getFileName().toString();
        Parsed parsed = startsLikePost(bytes) ? new JekyllParser().parse(name, bytes, zone) : new Parsed.NotADocument();
        if (parsed instanceof Parsed.Published post) return post(input, name, post.post());
        if (parsed instanceof Parsed.Unpublished post) return post(input, name, post.post());
        if (parsed instanceof Parsed.Unreadable bad)
            return Probed.failed(input, "jekyll", bad.where() + ": " + bad.problem() + "; " + bad.remedy());
        return documents.probe(input, bytes, null, null, null);
    }

    private static boolean startsLikePost(byte[] bytes) {
        int at = bytes.length > 2 && bytes[0] == (byte) 0xef ? 3 : 0;
        return bytes.length > at + 2 && bytes[at] == '-' && bytes[at + 1] == '-' && bytes[at + 2] == '-';
    }

    private static Probed post(String input, String name, RawPost post) {
        return Probed.read(input, "jekyll", post.title(), post.url(), List.of(ItemText.of(name, post)));
    }

    private Probed listed(String input, Origin origin) {
        Source source = new Source("probe", origin, Duration.ofDays(1), List.of(), zone);
        Fetched fetched = readers.stream()
                .filter(reader -> reader.reads(origin))
                .findFirst()
                .map(reader -> reader.read(source, null))
                .orElse(new Fetched.Unavailable("no reader for a source of kind '" + origin.kind() + "'"));
        if (fetched instanceof Fetched.Listing listing) return entries(input, origin, listing);
        String error = fetched instanceof Fetched.Unavailable bad
                ? bad.reason()
                : fetched instanceof Fetched.Later later
                        ? later.reason()
                        : fetched instanceof Fetched.Ended ended ? ended.reason() : "it says nothing has changed";
        return Probed.failed(input, origin.kind(), error);
    }

    private static Probed entries(String input, Origin origin, Fetched.Listing listing) {
        List<Probed.Item> items = new ArrayList<>();
        List<? extends Entry> all = listing.entries();
        // Listings begin with the oldest; what is new is more telling.
        for (Entry entry : all.subList(Math.max(0, all.size() - MOST_ENTRIES), all.size()))
            if (entry.load(null) instanceof Loaded.Read read) items.add(ItemText.of(entry.path(), read.post()));
        return Probed.read(input, origin.kind(), null, null, items);
    }
}
