package org.postbag.digest.web;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.postbag.digest.DisplayText;
import org.postbag.digest.Paths;
import org.postbag.posts.TagPath;

/**
 * A tag with those below it, as the page of all tags shows them.
 *
 * @param name its last part; the parts before it are its parent's
 * @param path of its own page
 * @param posts its own and those of the tags below it; a post that carries several of them counts for each
 * @param below the tags below it, most posts first
 */
public record TagBranch(String name, String path, long posts, List<TagBranch> below) {

    private static final Comparator<TagBranch> MOST_FIRST =
            Comparator.comparingLong(TagBranch::posts).reversed();

    public TagBranch {
        below = List.copyOf(below);
    }

    /** The branch while it grows. */
    private static final class Growing {
        private final String tag;
        private long own;
        private final Map<String, Growing> below = new LinkedHashMap<>();

        private Growing(String tag) {
            this.tag = tag;
        }

        private TagBranch grown() {
            List<TagBranch> branches = TagBranch.grown(below);
            long posts = own + branches.stream().mapToLong(TagBranch::posts).sum();
            return new TagBranch(
                    DisplayText.line(TagPath.last(tag), 60), "/tags/" + Paths.segment(tag), posts, branches);
        }
    }

    /** The tree of all tags. Case does not tell parents apart; a parent that no post carries is there all the same. */
    static List<TagBranch> tree(List<TagsPage.Tag> tags) {
        Map<String, Growing> roots = new LinkedHashMap<>();
        for (TagsPage.Tag tag : tags) {
            Map<String, Growing> level = roots;
            Growing branch = null;
            for (String step : steps(tag.name())) {
                branch = level.computeIfAbsent(step.strip().toLowerCase(Locale.ROOT), folded -> new Growing(step));
                level = branch.below;
            }
            if (branch != null) branch.own += tag.posts();
        }
        return grown(roots);
    }

    /** {@code 科技, 科技/芯片} for {@code 科技/芯片}. */
    private static List<String> steps(String tag) {
        List<String> steps = new ArrayList<>();
        for (String step = tag; step != null; step = TagPath.parent(step)) steps.add(0, step);
        return steps;
    }

    private static List<TagBranch> grown(Map<String, Growing> level) {
        List<TagBranch> branches = new ArrayList<>();
        for (Growing branch : level.values()) branches.add(branch.grown());
        branches.sort(MOST_FIRST);
        return branches;
    }
}
