package org.postbag.digest;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
        String before = "";
        for (Section section : sections.subList(0, Math.min(most, sections.size()))) {
            String tag = section.tag();
            String parent = TagPath.parent(tag);
            String name = name(tag, codePoints, wording);
            String join = tags.isEmpty() ? "" : APART;
            if (parent != null && parent.equals(before)) {
                name = TagPath.ARROW.strip() + " " + DisplayText.line(TagPath.last(tag), codePoints);
                join = " ";
            } else if (parent != null && parent.equals(TagPath.parent(before))) {
                name = DisplayText.line(TagPath.last(tag), codePoints);
                join = wording.say("digest.siblings");
            }
            tags.add(Map.of("name", name, "count", section.posts(), "join", join));
            before = tag;
        }
        return tags;
    }

    /** A tag for people; what has none is "other". */
    public static String name(String tag, int codePoints, Wording wording) {
        return tag.isEmpty() ? wording.say("digest.other") : TagPath.shown(tag, codePoints);
    }
}
