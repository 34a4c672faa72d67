package org.postbag.posts.collect.git;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Random;
import org.eclipse.jgit.lib.CommitBuilder;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.PersonIdent;
import org.eclipse.jgit.lib.TreeFormatter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.Loaded;

/** Repositories that are not there, and copies that are damaged. */
class GitTroubleTest extends GitTest {
    private static final String A = "_posts/2026-11-20-a.md";
    private static final String B = "_posts/2026-11-21-b.md";

    @Test
    void anEmptyRepositoryIsSaidToBeEmpty() {
        assertThat(unavailable(upstream.folder.toString(), "")).contains("no commit", "push one");
    }

    @Test
    void aFolderThatIsNoRepositoryIsSaidToBeNone() throws Exception {
        Path plain = Files.createDirectories(temp.resolve("plain"));
        assertThat(unavailable(plain.toString(), "")).contains("no git repository");
        assertThat(unavailable(temp.resolve("absent").toString(), "")).contains("no repository at");
        Path file = Files.writeString(temp.resolve("file"), "x");
        assertThat(unavailable(file.toUri().toString(), "")).contains("is a file");
    }

    @ParameterizedTest
    @CsvSource({
        "git://example.org/x.git, not over git",
        "ssh://git@example.org/x.git, not over ssh",
        "git@example.org:x.git, not over ssh",
        "ext::sh -c x, no repository at",
        "http://, correct it",
        "file://host/x, correct it"
    })
    void addressesOfOtherKindsAreRefused(String url, String words) {
        assertThat(unavailable(url, "")).contains(words);
    }

    @Test
    void aCopyWhosePacksAreCutOffIsMadeAnew() throws Exception {
        upstream.post(A, "A").commit("one");
        pass();
        restart();
        for (Path pack : cached(".pack")) cut(pack);
        upstream.post(B, "B").commit("two");
        assertThat(pass()).containsOnlyKeys(A, B);
        cursor = null;
        stamps.clear();
        restart();
        for (Path pack : cached(".pack")) cut(pack);
        assertThat(pass()).containsEntry(A, "A");
    }

    private static void cut(Path pack) throws Exception {
        pack.toFile().setWritable(true);
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.setLength(20);
        }
    }

    @Test
    void aCopyThatIsNoRepositoryAnyMoreIsMadeAnew() throws Exception {
        upstream.post(A, "A").commit("one");
        pass();
        restart();
        Files.delete(cached("HEAD").get(0));
        upstream.post(B, "B").commit("two");
        assertThat(pass()).containsOnlyKeys(A, B);
    }

    @Test
    void whatAKilledFetchLeftBehindDoesNotMatter() throws Exception {
        upstream.post(A, "A").commit("one");
        pass();
        restart();
        Path copy = cached("HEAD").get(0).getParent();
        Files.writeString(copy.resolve("refs/postbag/source.lock"), "");
        Files.writeString(copy.resolve("objects/incoming_1.pack"), "half");
        upstream.post(B, "B").commit("two");
        assertThat(pass()).containsOnlyKeys(A, B);
        assertThat(cached("incoming_1.pack")).isEmpty();
    }

    @Test
    void aPostThatIsDamagedInTheCopyEndsThePassAndTheNextOneHealsIt() throws Exception {
        byte[] noise = new byte[200_000];
        new Random(1).nextBytes(noise);
        StringBuilder text = new StringBuilder("---\ntitle: A\n---\n");
        for (byte b : noise) text.append((char) (' ' + (b & 63)));
        upstream.write(A, text.toString()).commit("one");
        pass();
        restart();
        Path pack = cached(".pack").get(0);
        pack.toFile().setWritable(true);
        try (RandomAccessFile file = new RandomAccessFile(pack.toFile(), "rw")) {
            file.seek(file.length() / 2);
            file.write(new byte[100]);
        }
        cursor = null;
        Fetched.Listing broken = (Fetched.Listing) read(upstream.folder.toString(), "");
        Entry entry = broken.entries().get(0);
        assertThatThrownBy(() -> entry.load(null)).hasMessageContaining("fetched again next time");
        Fetched.Listing healed = (Fetched.Listing) read(upstream.folder.toString(), "");
        assertThat(healed.entries().get(0).load(null)).isInstanceOf(Loaded.Read.class);
    }

    @Test
    void theCopyDoesNotGrowForEver() throws Exception {
        reader.close();
        reader = reader(new GitLimits(1_000_000, 1_000_000, Duration.ofMinutes(1), 3, Duration.ZERO));
        for (int i = 0; i < 12; i++) {
            upstream.post(A, "A" + i)
                    .post("_posts/2026-11-20-" + i + ".md", "N" + i)
                    .commit("change " + i);
            assertThat(pass()).hasSize(i + 2).containsEntry(A, "A" + i);
        }
        assertThat(cached(".pack")).hasSizeLessThanOrEqualTo(4);
        stamps.clear();
        cursor = null;
        assertThat(pass()).hasSize(13).containsEntry("_posts/2026-11-20-0.md", "N0");
    }

    @Test
    void aTreeThatHoldsItselfOverAndOverIsGivenUp() throws Exception {
        upstream.post("0/2026-11-20-a.md", "A").commit("one");
        assertThat(pass()).hasSize(1);
        String tree = upstream.git.getRepository().resolve("HEAD^{tree}:0").name();
        try (var inserter = upstream.git.getRepository().newObjectInserter()) {
            var id = ObjectId.fromString(tree);
            for (int level = 0; level < 8; level++) {
                var ten = new TreeFormatter();
                for (int i = 0; i < 10; i++) ten.append("d" + i, FileMode.TREE, id);
                id = inserter.insert(ten);
            }
            var commit = new CommitBuilder();
            commit.setTreeId(id);
            commit.setAuthor(new PersonIdent("A", "a@example.org"));
            commit.setCommitter(commit.getAuthor());
            commit.setMessage("bomb");
            var bomb = inserter.insert(commit);
            inserter.flush();
            var update = upstream.git.getRepository().updateRef("HEAD");
            update.setNewObjectId(bomb);
            update.forceUpdate();
        }
        assertThat(unavailable(upstream.folder.toString(), "")).contains("more than", "'path'");
    }
}
