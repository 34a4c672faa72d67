package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.postbag.posts.TagPath;

/**
 * The tags of a digest with their counts, as templates list them: {@code name count join}. Neighbours of one family name it
 * once ({@code 科技 2 › 芯片 3、机器人 1 · 交通 4}): {@code join} is what stands between a tag and the one before it, empty for the
 * first.
 */
public final class TagList {

    private static final String APART = " · ";

    private TagList() {}

    /**
     * Lists sections.
     *
     * @param most how many are listed, the first ones
     * @param codePoints the longest a name gets
     */
    public static List<Map<String, Object>> of(List<Section> sections, int most, int codePoints, Wording wording) {
        List<Map<String, Object>> tags = new ArrayList<>();
        String family = "";
        boolean head = false;
        for (Section section : sections.subList(0, Math.min(most, sections.size()))) {
            List<String> parts = TagPath.parts(section.tag());
            boolean member = parts.size() > 1 && parts.get(0).equalsIgnoreCase(family);
            String name = member
                    ? DisplayText.line(String.join(TagName.ARROW, parts.subList(1, parts.size())), codePoints)
                    : name(section.tag(), codePoints, wording);
            String join = tags.isEmpty() ? "" : APART;
            if (member) join = head ? TagName.ARROW : wording.say("digest.siblings");
            tags.add(Map.of("name", name, "count", section.posts(), "join", join));
            family = parts.get(0);
            head = parts.size() == 1;
        }
        return tags;
    }

    /** A tag for people; what has none is "other". */
    public static String name(String tag, int codePoints, Wording wording) {
        return tag.isEmpty() ? wording.say("digest.other") : TagName.shown(tag, codePoints);
    }
}
