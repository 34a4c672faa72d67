package org.postbag.posts.collect.git;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.text.ParseException;
import java.time.Instant;
import java.util.Set;
import org.eclipse.jgit.api.errors.GitAPIException;
import org.eclipse.jgit.internal.storage.file.FileRepository;
import org.eclipse.jgit.internal.storage.file.GC;
import org.eclipse.jgit.lib.ConfigConstants;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectInserter;
import org.eclipse.jgit.lib.StoredConfig;
import org.eclipse.jgit.storage.file.FileRepositoryBuilder;
import org.eclipse.jgit.transport.PackParser;
import org.jspecify.annotations.Nullable;

/**
 * The shallow copy of one repository on disk: bare, with one commit that counts. It can be thrown away at any time.
 * {@link GitFetch} fills it.
 */
final class GitCache {
    /** The commit fetched last. */
    static final String REF = "refs/postbag/source";

    private static final String DAMAGED = "postbag-damaged";

    private final Path folder;
    private final GitLimits limits;

    GitCache(Path folder, GitLimits limits) {
        this.folder = folder;
        this.limits = limits;
    }

    boolean exists() {
        return Files.exists(folder);
    }

    /** Opens it; makes it first when there is none, or one that was found damaged. */
    FileRepository open() throws IOException {
        if (Files.exists(folder.resolve(DAMAGED))) delete();
        boolean fresh = !exists();
        Files.createDirectories(folder);
        FileRepository repository = new Bounded(folder, limits.object());
        try {
            if (fresh) create(repository);
            removeLeftovers();
            return repository;
        } catch (IOException | RuntimeException e) {
            repository.close();
            throw e;
        }
    }

    private static void create(FileRepository repository) throws IOException {
        repository.create(true);
        StoredConfig config = repository.getConfig();
        // Packing is done here, while the copy is locked, and not by JGit in the background.
        config.setInt(ConfigConstants.CONFIG_GC_SECTION, null, ConfigConstants.CONFIG_KEY_AUTO, 0);
        config.save();
    }

    /** A fetch that was killed leaves the pack it was receiving. */
    private void removeLeftovers() throws IOException {
        for (Path objects : Set.of(folder.resolve("objects"), folder.resolve("objects/pack"))) {
            if (!Files.isDirectory(objects)) continue;
            try (DirectoryStream<Path> files = Files.newDirectoryStream(objects, "incoming_*")) {
                for (Path file : files) Files.deleteIfExists(file);
            }
        }
    }

    /** Packs what many fetches brought into one, and drops what the newest commit no longer needs. */
    void tidy(FileRepository repository, ObjectId commit) throws IOException {
        if (repository.getObjectDatabase().getPacks().size() <= limits.packs()) return;
        GC gc = new GC(repository);
        Instant before = Instant.now().minus(limits.keep());
        gc.setExpire(before);
        gc.setPackExpire(before);
        Set<ObjectId> shallow = repository.getObjectDatabase().getShallowCommits();
        repository.getObjectDatabase().setShallowCommits(shallow.contains(commit) ? Set.of(commit) : Set.of());
        try {
            gc.gc().join();
        } catch (GitAPIException | ParseException e) {
            throw new IOException("the copy cannot be packed", e);
        }
    }

    /** To be made anew the next time it is opened. */
    void damaged() throws IOException {
        if (exists() && Files.notExists(folder.resolve(DAMAGED))) Files.createFile(folder.resolve(DAMAGED));
    }

    /** JGit measures the disk beside its work, with files that come and go: hence a second try. */
    void delete() throws IOException {
        try {
            deleteOnce();
        } catch (DirectoryNotEmptyException e) {
            deleteOnce();
        }
    }

    private void deleteOnce() throws IOException {
        if (!exists()) return;
        Files.walkFileTree(folder, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.deleteIfExists(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) return FileVisitResult.CONTINUE;
                throw e;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path dir, @Nullable IOException e) throws IOException {
                Files.deleteIfExists(dir);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Refuses objects that unpack to more than memory is meant for. */
    private static final class Bounded extends FileRepository {
        private final long maxObject;

        Bounded(Path folder, long maxObject) throws IOException {
            super(new FileRepositoryBuilder()
                    .setGitDir(folder.toFile())
                    .setBare()
                    .setup());
            this.maxObject = maxObject;
        }

        @Override
        public ObjectInserter newObjectInserter() {
            ObjectInserter inserter = super.newObjectInserter();
            return new ObjectInserter.Filter() {
                @Override
                protected ObjectInserter delegate() {
                    return inserter;
                }

                @Override
                public PackParser newPackParser(InputStream in) throws IOException {
                    PackParser parser = inserter.newPackParser(in);
                    parser.setMaxObjectSizeLimit(maxObject);
                    return parser;
                }
            };
        }
    }
}
