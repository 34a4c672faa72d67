package org.postbag.posts.collect.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.eclipse.jgit.api.Git;
import org.junit.jupiter.api.Test;
import org.postbag.posts.Origin;
import org.postbag.posts.collect.Entry;
import org.postbag.posts.collect.Fetched;
import org.postbag.posts.collect.Loaded;

/** What a repository's posts are, and what changes from pass to pass. */
class GitReaderTest extends GitTest {
    private static final String A = "_posts/2026-11-20-a.md";
    private static final String B = "_posts/2026-11-21-b.md";

    @Test
    void aRepositoryIsReadAndThenLeftAloneUntilItChanges() throws Exception {
        String commit = upstream.post(A, "A").post(B, "B").commit("two");
        assertThat(pass()).containsExactlyInAnyOrderEntriesOf(Map.of(A, "A", B, "B"));
        assertThat(cursor).isEqualTo(commit);
        assertThat(read(upstream.folder.toString(), ""))
                .isEqualTo(new Fetched.NotModified(commit, java.time.Duration.ZERO));
    }

    @Test
    void onlyWhatHasChangedIsRead() throws Exception {
        upstream.post(A, "A").post(B, "B").commit("two");
        pass();
        upstream.post(B, "B again").commit("change");
        assertThat(pass()).containsEntry(A, "A").containsEntry(B, "B again");
        assertThat(loaded).containsExactly(B);
    }

    @Test
    void aPostWithAKnownHashIsTheSame() throws Exception {
        upstream.post(A, "A").commit("one");
        Fetched.Listing listing = (Fetched.Listing) read(upstream.folder.toString(), "");
        Entry entry = listing.entries().get(0);
        Loaded.Read read = (Loaded.Read) entry.load(null);
        assertThat(entry.load(read.hash())).isEqualTo(new Loaded.Same());
        assertThat(entry.size()).isEqualTo(Files.size(upstream.folder.resolve(A)));
    }

    @Test
    void aDeletedPostIsListedNoMore() throws Exception {
        upstream.post(A, "A").post(B, "B").commit("two");
        pass();
        upstream.delete(A).commit("one less");
        assertThat(pass()).containsOnlyKeys(B);
        assertThat(loaded).isEmpty();
    }

    @Test
    void historyThatIsRewrittenIsFollowed() throws Exception {
        String first = upstream.post(A, "A").commit("one");
        upstream.post(B, "B").commit("two");
        pass();
        upstream.backTo(first);
        upstream.post(B, "Another B").commit("another two");
        assertThat(pass()).containsEntry(B, "Another B");
        upstream.backTo(first);
        assertThat(pass()).containsOnlyKeys(A);
    }

    @Test
    void noHistoryIsFetched() throws Exception {
        for (int i = 0; i < 5; i++) upstream.post(A, "A" + i).commit("change");
        pass();
        try (Git copy = Git.open(cached("HEAD").get(0).getParent().toFile())) {
            assertThat(copy.log()
                            .add(copy.getRepository().resolve(GitCache.REF))
                            .call())
                    .hasSize(1);
        }
    }

    @Test
    void aBranchOrTagIsFollowedWhenItIsNamed() throws Exception {
        upstream.post(A, "A").commit("one");
        upstream.git
                .tag()
                .setName("v1")
                .setMessage("annotated")
                .setSigned(false)
                .call();
        upstream.switchTo("drafts/new");
        upstream.post(B, "B").commit("two");
        String url = upstream.folder.toUri().toString();
        assertThat(pass(url + "#drafts/new", "")).containsOnlyKeys(A, B);
        assertThat(pass(url + "#main", "")).containsOnlyKeys(A);
        cursor = null;
        assertThat(pass(url + "#v1", "")).containsOnlyKeys(A);
        assertThat(unavailable(url + "#absent", "")).contains("no such branch or tag", "after #");
        assertThat(unavailable(url + "#a..b", "")).contains("cannot be the name of a branch");
    }

    @Test
    void aBareRepositoryIsReadToo() throws Exception {
        upstream.post(A, "A").commit("one");
        Path bare = temp.resolve("bare.git");
        Git.cloneRepository()
                .setURI(upstream.folder.toString())
                .setDirectory(bare.toFile())
                .setBare(true)
                .call()
                .close();
        assertThat(pass(bare.toString(), "")).containsOnlyKeys(A);
    }

    @Test
    void theFolderOfTheSourceIsItsRoot() throws Exception {
        upstream.post("zh/news/_posts/deep/2026-11-20-a.md", "A").post("en/2026-11-20-b.md", "B");
        upstream.commit("two");
        String url = upstream.folder.toString();
        assertThat(pass(url, "zh/news/_posts")).containsOnlyKeys("deep/2026-11-20-a.md");
        assertThat(pass(url, "/en/")).as("another folder of the same commit").containsOnlyKeys("2026-11-20-b.md");
        assertThat(pass(url, "./zh")).containsOnlyKeys("news/_posts/deep/2026-11-20-a.md");
        assertThat(unavailable(url, "fr")).contains("no folder 'fr'", "'path'");
        assertThat(unavailable(url, "en/2026-11-20-b.md")).contains("no folder");
    }

    @Test
    void postsAreWhatJekyllTakesForPosts() throws Exception {
        upstream.post(A, "A")
                .post("news/_posts/2026-11-20-n.html", "N")
                .post("2026-11-20-outside.md", "no")
                .post("_drafts/2026-11-20-draft.md", "no")
                .post(".hidden/_posts/2026-11-20-h.md", "no")
                .post("node_modules/x/_posts/2026-11-20-m.md", "no")
                .post("_posts/readme.md", "no")
                .post("_posts/2026-11-20-picture.png", "no");
        Files.createSymbolicLink(upstream.folder.resolve("_posts/2026-11-20-link.md"), Path.of("2026-11-20-a.md"));
        Files.createSymbolicLink(upstream.folder.resolve("linked"), Path.of("news"));
        upstream.commit("all");
        assertThat(pass()).containsOnlyKeys(A, "news/_posts/2026-11-20-n.html");
    }

    @Test
    void aFolderWithoutASiteGivesItsOwnPosts() throws Exception {
        upstream.post("2026-11-20-a.md", "A").post("sub/2026-11-20-b.md", "B").commit("two");
        assertThat(pass()).containsOnlyKeys("2026-11-20-a.md", "sub/2026-11-20-b.md");
    }

    @Test
    void whatCannotBeReadIsSaidOfThatPostAlone() throws Exception {
        upstream.post(A, "A")
                .write("_posts/2026-11-20-bad.md", "---\ntitle: [x\n---\n")
                .write("_posts/2026-11-20-big.md", "x".repeat(11 * 1024 * 1024))
                .commit("three");
        assertThat(pass()).containsEntry(A, "A");
        assertThat(titles.get("_posts/2026-11-20-bad.md")).contains("line 3");
        assertThat(titles.get("_posts/2026-11-20-big.md")).contains("larger than 10 MB");
    }

    @Test
    void itReadsGitSourcesOnly() {
        assertThat(reader.reads(new Origin.Git("x", ""))).isTrue();
        assertThat(reader.reads(new Origin.Jekyll(temp))).isFalse();
    }
}
