package org.postbag.digest;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How many stories each section may tell. Where the cap of the whole digest is smaller than what the sections have, the
 * sections take turns, so that no tag is silent because another is loud.
 */
final class Caps {

    private Caps() {}

    /** Stories told, by tag; 0 as a limit means none. */
    static Map<String, Integer> share(List<String> tags, Map<String, List<Group>> byTag, int perTag, int max) {
        int left = max == 0 ? Integer.MAX_VALUE : max;
        Map<String, Integer> told = new HashMap<>();
        boolean moved = true;
        for (int round = 1; moved && left > 0; round++) {
            moved = false;
            for (String tag : tags) {
                int has = byTag.getOrDefault(tag, List.of()).size();
                int may = perTag == 0 ? has : Math.min(has, perTag);
                if (round > may || left == 0) continue;
                told.merge(tag, 1, Integer::sum);
                left--;
                moved = true;
            }
        }
        return told;
    }
}
