package org.postbag.posts.collect.git;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.ZoneId;
import org.eclipse.jgit.lib.Constants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectLoader;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Loaded;
import org.postbag.posts.collect.jekyll.PostContent;

/** One file of a commit. Its id names its content, so one that is known need not be read. */
final class GitEntry implements Entry {
    private static final PostContent CONTENT = new PostContent();

    private final Repository repository;
    private final GitCache cache;
    private final ObjectId id;
    private final String path;
    private final ZoneId zone;

    GitEntry(Repository repository, GitCache cache, ObjectId id, String path, ZoneId zone) {
        this.repository = repository;
        this.cache = cache;
        this.id = id;
        this.path = path;
        this.zone = zone;
    }

    @Override
    public String path() {
        return path;
    }

    @Override
    public String stamp() {
        return id.name();
    }

    @Override
    public long size() {
        try (ObjectReader reader = repository.newObjectReader()) {
            return reader.getObjectSize(id, Constants.OBJ_BLOB);
        } catch (IOException e) {
            throw damaged(e);
        }
    }

    @Override
    public Loaded load(@Nullable String knownHash) {
        if (id.name().equals(knownHash)) return new Loaded.Same();
        byte[] bytes;
        try (ObjectReader reader = repository.newObjectReader()) {
            ObjectLoader blob = reader.open(id, Constants.OBJ_BLOB);
            if (blob.getSize() > PostContent.MAX_BYTES) return PostContent.tooLarge(blob.getSize());
            bytes = blob.getBytes(PostContent.MAX_BYTES);
        } catch (IOException e) {
            throw damaged(e);
        }
        return CONTENT.load(path, bytes, id.name(), zone);
    }

    /** A fault of the copy, not of the post: it ends this pass, and the next one makes the copy anew. */
    private UncheckedIOException damaged(IOException e) {
        try {
            cache.damaged();
        } catch (IOException marking) {
            e.addSuppressed(marking);
        }
        return new UncheckedIOException("the copy of the repository is damaged and fetched again next time", e);
    }
}
