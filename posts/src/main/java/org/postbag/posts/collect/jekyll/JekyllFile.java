package org.postbag.posts.collect.jekyll;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.zip.CRC32;
import java.util.zip.CRC32C;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Loaded;

/** One file of a folder of posts: reads its bytes when asked, and only when they may have changed. */
final class JekyllFile implements Entry {
    /** A file this young may change again without its time changing, so its stamp is not to be trusted. */
    private static final Duration RACY = Duration.ofSeconds(2);

    private final PostContent content;
    private final Path file;
    private final String path;
    private final ZoneId zone;
    private final long size;
    private final String stamp;

    JekyllFile(
            PostContent content, Path file, String path, ZoneId zone, BasicFileAttributes attributes, Instant listed) {
        this.content = content;
        this.file = file;
        this.path = path;
        this.zone = zone;
        size = attributes.size();
        Instant modified = attributes.lastModifiedTime().toInstant();
        stamp = modified.isAfter(listed.minus(RACY)) ? "" : size + ":" + modified;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String stamp() {
        return stamp;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public Loaded load(@Nullable String knownHash) {
        if (size > PostContent.MAX_BYTES) return PostContent.tooLarge(size);
        byte[] bytes;
        try (InputStream in = Files.newInputStream(file)) {
            bytes = in.readNBytes(PostContent.MAX_BYTES + 1);
        } catch (IOException e) {
            return new Loaded.Unreadable("", "it cannot be read (" + e + "); check its permissions");
        }
        if (bytes.length > PostContent.MAX_BYTES)
            return new Loaded.Unreadable("", "it has grown larger than 10 MB; make it smaller");
        String hash = hash(bytes);
        if (hash.equals(knownHash)) return new Loaded.Same();
        return content.load(path, bytes, hash, zone);
    }

    /** Two checksums and the length: enough to notice an edit, and a tenth of the cost of a cryptographic digest. */
    private static String hash(byte[] bytes) {
        CRC32C one = new CRC32C();
        one.update(bytes);
        CRC32 other = new CRC32();
        other.update(bytes);
        return Long.toHexString(one.getValue() << 32 | other.getValue()) + "." + bytes.length;
    }
}
