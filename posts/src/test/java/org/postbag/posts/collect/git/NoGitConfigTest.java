package org.postbag.posts.collect.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.eclipse.jgit.lib.Config;
import org.eclipse.jgit.storage.file.FileBasedConfig;
import org.eclipse.jgit.util.FS;
import org.eclipse.jgit.util.SystemReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NoGitConfigTest {

    @TempDir
    Path home;

    @Test
    void whatTheUserOfTheMachineConfiguredDoesNotCount() throws Exception {
        Path file = Files.writeString(home.resolve(".gitconfig"), "[http]\n  sslVerify = false\n");
        SystemReader users = new SystemReader.Delegate(SystemReader.getInstance()) {
            @Override
            public FileBasedConfig openUserConfig(Config parent, FS fs) {
                return new FileBasedConfig(parent, file.toFile(), fs);
            }
        };
        assertThat(users.getUserConfig().getBoolean("http", "sslVerify", true)).isFalse();
        FileBasedConfig none = new NoGitConfig(users).openUserConfig(null, FS.DETECTED);
        none.load();
        assertThat(none.getBoolean("http", "sslVerify", true)).isTrue();
    }
}
