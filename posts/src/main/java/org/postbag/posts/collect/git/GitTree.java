package org.postbag.posts.collect.git;

import java.io.IOException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.jgit.lib.FileMode;
import org.eclipse.jgit.lib.ObjectId;
import org.eclipse.jgit.lib.ObjectReader;
import org.eclipse.jgit.lib.Repository;
import org.eclipse.jgit.revwalk.RevTree;
import org.eclipse.jgit.revwalk.RevWalk;
import org.eclipse.jgit.treewalk.TreeWalk;
import org.postbag.posts.collect.jekyll.JekyllPaths;

/** Lists the posts of a commit's tree by Jekyll's rules; links and submodules are none. */
final class GitTree {
    /** The same tree can stand in a tree many times over, and so on down: a small repository of endless size. */
    private static final int MOST_VISITED = 500_000;

    private static final int LONGEST_PATH = 1000;

    private final Repository repository;
    private final GitAddress address;
    private final ZoneId zone;

    GitTree(Repository repository, GitAddress address, ZoneId zone) {
        this.repository = repository;
        this.address = address;
        this.zone = zone;
    }

    /** @param path of the source's folder, empty for the root */
    List<GitEntry> posts(ObjectId commit, String path, GitCache cache) throws IOException, Unusable {
        try (ObjectReader reader = repository.newObjectReader();
                RevWalk commits = new RevWalk(reader)) {
            RevTree tree = commits.parseTree(commit);
            ObjectId root = path.isEmpty() ? tree : folder(reader, tree, path);
            List<GitEntry> entries = new ArrayList<>();
            int visited = 0;
            try (TreeWalk walk = new TreeWalk(reader)) {
                walk.addTree(root);
                while (walk.next()) {
                    if (++visited > MOST_VISITED)
                        throw new Unusable("the repository " + address.name() + " holds more than " + MOST_VISITED
                                + " files; give the source the 'path' of the folder that holds the posts");
                    String file = walk.getPathString();
                    if (file.length() > LONGEST_PATH) continue;
                    FileMode mode = walk.getFileMode(0);
                    if (FileMode.TREE.equals(mode)) {
                        if (walk.getDepth() < JekyllPaths.MAX_DEPTH && JekyllPaths.enters(file)) walk.enterSubtree();
                    } else if (isFile(mode) && JekyllPaths.isPost(file)) {
                        entries.add(new GitEntry(repository, cache, walk.getObjectId(0), file, zone));
                    }
                }
            }
            boolean site = entries.stream().anyMatch(entry -> JekyllPaths.inPosts(entry.path()));
            return entries.stream()
                    .filter(entry -> !site || JekyllPaths.inPosts(entry.path()))
                    .toList();
        }
    }

    private ObjectId folder(ObjectReader reader, RevTree tree, String path) throws IOException, Unusable {
        try (TreeWalk found = TreeWalk.forPath(reader, path, tree)) {
            if (found != null && FileMode.TREE.equals(found.getFileMode(0))) return found.getObjectId(0);
        }
        throw new Unusable(
                "the repository " + address.name() + " has no folder '" + path + "'; correct the source's 'path'");
    }

    private static boolean isFile(FileMode mode) {
        return FileMode.REGULAR_FILE.equals(mode) || FileMode.EXECUTABLE_FILE.equals(mode);
    }
}
