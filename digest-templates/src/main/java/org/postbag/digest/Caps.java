package org.postbag.digest;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * How many stories each section may tell. Where the cap of the whole digest is smaller than what the sections have, the
 * sections take turns, so that no tag is silent because another is loud; where it does not reach round, the followed tags
 * have their turn first, then the better stories ({@link StoryRanking}).
 */
final class Caps {

    private Caps() {}

    /** Stories told, in the order of the topics; 0 as a limit means none. */
    static int[] share(List<Topic> topics, int perTag, int max) {
        int left = max == 0 ? Integer.MAX_VALUE : max;
        int[] may = new int[topics.size()];
        for (int i = 0; i < may.length; i++) {
            int has = topics.get(i).tellable();
            may[i] = perTag == 0 ? has : Math.min(has, perTag);
        }
        int[] told = new int[may.length];
        for (int round = 0; left > 0; round++) {
            List<Integer> turns = turns(topics, may, round, left);
            if (turns.isEmpty()) break;
            for (int topic : turns) told[topic]++;
            left -= turns.size();
        }
        return told;
    }

    /** The topics that tell one more story, at most so many. */
    private static List<Integer> turns(List<Topic> topics, int[] may, int round, int most) {
        List<Integer> turns = new ArrayList<>();
        for (int i = 0; i < may.length; i++) if (may[i] > round) turns.add(i);
        if (turns.size() <= most) return turns;
        turns.sort(Comparator.comparing((Integer i) -> topics.get(i).rank() == Topic.NOT_FOLLOWED)
                .thenComparing(i -> topics.get(i).groups().get(round), StoryRanking.ORDER));
        return turns.subList(0, most);
    }
}
