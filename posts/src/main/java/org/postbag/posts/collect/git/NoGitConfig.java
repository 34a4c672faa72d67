package org.postbag.posts.collect.git;

import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.jspecify.annotations.Nullable;

/**
 * Keeps JGit from reading, and from writing, the git configuration of the user and the system. JGit knows one for the
 * whole program only, so it is the program that installs it, once, before the first repository is read.
 */
public final class NoGitConfig extends SystemReader.Delegate {

    /** @param system for all that is no configuration */
    public NoGitConfig(SystemReader system) {
        super(system);
    }

    /** From now on, for the whole program. Measuring how exact the disk's times are, 3 s of it, waits for nobody. */
    public static void install() {
        FS.FileStoreAttributes.setBackground(true);
        SystemReader.setInstance(new NoGitConfig(SystemReader.getInstance()));
    }

    @Override
    public FileBasedConfig openUserConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openSystemConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    @Override
    public FileBasedConfig openJGitConfig(@Nullable Config parent, FS fs) {
        return new Empty(parent, fs);
    }

    private static final class Empty extends FileBasedConfig {
        @SuppressWarnings("NullAway") // JGit takes null for no parent and no file
        Empty(@Nullable Config parent, FS fs) {
            super(parent, null, fs);
        }

        @Override
        public void load() {
            // There is nothing to load.
        }

        @Override
        public void save() {
            // What JGit measures of the file system stays in memory.
        }

        @Override
        public boolean isOutdated() {
            return false;
        }
    }
}
