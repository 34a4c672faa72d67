package org.postbag.posts.collect.git;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.api.Git;
import org.eclipse.jgit.api.ResetCommand.ResetType;
import org.eclipse.jgit.api.errors.GitAPIException;

/** A repository that someone writes posts in. */
final class Upstream implements AutoCloseable {
    final Path folder;
    final Git git;

    Upstream(Path folder) throws GitAPIException {
        this.folder = folder;
        git = Git.init().setDirectory(folder.toFile()).setInitialBranch("main").call();
    }

    Upstream post(String path, String title) throws IOException {
        return write(path, "---\ntitle: " + title + "\n---\nText of " + title + ".\n");
    }

    Upstream write(String path, String text) throws IOException {
        Path file = folder.resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
        return this;
    }

    Upstream delete(String path) throws IOException {
        Files.delete(folder.resolve(path));
        return this;
    }

    /** All that is in the folder; the commit's id. */
    String commit(String message) throws GitAPIException {
        git.add().addFilepattern(".").call();
        git.add().addFilepattern(".").setUpdate(true).call();
        return git.commit()
                .setMessage(message)
                .setAuthor("A", "a@example.org")
                .setCommitter("A", "a@example.org")
                .setSign(false)
                .call()
                .name();
    }

    void switchTo(String branch) throws GitAPIException {
        git.checkout().setCreateBranch(true).setName(branch).call();
    }

    void backTo(String commit) throws GitAPIException {
        git.reset().setMode(ResetType.HARD).setRef(commit).call();
    }

    @Override
    public void close() {
        git.close();
    }
}
