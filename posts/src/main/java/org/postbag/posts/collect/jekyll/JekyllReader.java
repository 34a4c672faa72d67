package org.postbag.posts.collect.jekyll;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.postbag.posts.Origin;
import org.postbag.posts.Source;
import org.postbag.posts.SourceReport.Problem;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.SourceReader;

/**
 * Lists the posts of a folder: of every {@code _posts} below it as Jekyll would, or, where there is none, of the folder
 * itself. {@link JekyllFile} reads one, {@link PostContent} understands it. Links are followed, but never in a circle.
 */
public final class JekyllReader implements SourceReader {
    private final Clock fileClock;
    private final PostContent content = new PostContent();

    /** @param fileClock the clock that the file system stamps files with, whatever time the product is told it is */
    public JekyllReader(Clock fileClock) {
        this.fileClock = fileClock;
    }

    @Override
    public boolean reads(Origin origin) {
        return origin instanceof Origin.Jekyll;
    }

    @Override
    public Fetched read(Source source, @Nullable String cursor) {
        Path folder = ((Origin.Jekyll) source.origin()).folder();
        return list(folder, source.zone());
    }

    /** Lists a folder; also for a folder that a git source has checked out. */
    public Fetched list(Path folder, ZoneId zone) {
        if (!Files.exists(folder))
            return new Fetched.Unavailable(
                    "the folder " + folder + " does not exist; create it, or correct the source's path");
        if (!Files.isDirectory(folder))
            return new Fetched.Unavailable(folder + " is a file, not a folder; name the folder that holds the posts");
        if (!Files.isReadable(folder))
            return new Fetched.Unavailable("the folder " + folder + " may not be read; check its permissions");
        Walk walk = new Walk(folder, zone, fileClock.instant());
        try {
            Files.walkFileTree(folder, EnumSet.of(FileVisitOption.FOLLOW_LINKS), JekyllPaths.MAX_DEPTH, walk);
        } catch (IOException e) {
            return new Fetched.Unavailable("the folder " + folder + " cannot be listed: " + e + "; check the disk");
        }
        boolean site = walk.files.stream().anyMatch(file -> JekyllPaths.inPosts(file.path()));
        List<JekyllFile> files = walk.files.stream()
                .filter(file -> !site || JekyllPaths.inPosts(file.path()))
                .sorted(Comparator.comparing(JekyllFile::path))
                .toList();
        return new Fetched.Listing(files, walk.complete, null, Duration.ZERO, walk.problems);
    }

    private final class Walk extends SimpleFileVisitor<Path> {
        private final Path root;
        private final ZoneId zone;
        private final Instant started;
        private final List<JekyllFile> files = new ArrayList<>();
        private final List<Problem> problems = new ArrayList<>();
        private boolean complete = true;

        Walk(Path root, ZoneId zone, Instant started) {
            this.root = root;
            this.zone = zone;
            this.started = started;
        }

        @Override
        public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            if (folder.equals(root)) return FileVisitResult.CONTINUE;
            return JekyllPaths.enters(path(folder)) ? FileVisitResult.CONTINUE : FileVisitResult.SKIP_SUBTREE;
        }

        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            String path = path(file);
            if (!JekyllPaths.isPost(path)) return FileVisitResult.CONTINUE;
            // A link that can be followed shows the attributes of what it points to.
            if (attributes.isSymbolicLink())
                problems.add(new Problem(path, "the link leads nowhere; remove it, or restore what it points to"));
            else if (attributes.isRegularFile())
                files.add(new JekyllFile(content, file, path, zone, attributes, started));
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult visitFileFailed(Path file, IOException e) {
            if (e instanceof FileSystemLoopException) {
                problems.add(new Problem(path(file), "the link leads back to a folder above itself; remove it"));
            } else {
                complete = false;
                problems.add(new Problem(path(file), "it cannot be read (" + e + "); check its permissions"));
            }
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, @Nullable IOException e) {
            if (e != null) {
                complete = false;
                problems.add(new Problem(path(folder), "not all of it could be listed (" + e + "); check the disk"));
            }
            return FileVisitResult.CONTINUE;
        }

        private String path(Path file) {
            return root.relativize(file).toString().replace('\\', '/');
        }
    }
}
